package org.amts.cli.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.amts.translate.Book;
import org.amts.translate.BookLoader;
import org.amts.translate.LoadedDocument;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** A book in a repository of its own, with one commit a day. */
final class GitBook implements AutoCloseable {

  private static final String SETTINGS =
      """
      files:
        - source: /en/**/*.md
          translation: /%two_letters_code%/**/%original_file_name%
      targets: {zh: , es: }
      """;

  private final Path root;
  private final Git git;
  private Instant now = Instant.parse("2024-01-01T12:00:00Z");

  GitBook(Path root) throws IOException, GitAPIException {
    this.root = root;
    this.git = Git.init().setDirectory(root.toFile()).setInitialBranch("main").call();
    git.getRepository().getConfig().setString("user", null, "name", "A person");
    git.getRepository().getConfig().setString("user", null, "email", "person@example.org");
    git.getRepository().getConfig().setBoolean("commit", null, "gpgsign", false);
    git.getRepository().getConfig().save();
    write("amts.yml", SETTINGS);
  }

  Git git() {
    return git;
  }

  Path path(String name) {
    return root.resolve(name);
  }

  GitBook write(String name, String text) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.writeString(path(name), text, StandardCharsets.UTF_8);
    return this;
  }

  /** Commits everything there is, deleted files too. */
  RevCommit commit(String message) throws GitAPIException {
    now = now.plusSeconds(24 * 3600);
    git.add().addFilepattern(".").call();
    git.add().setUpdate(true).addFilepattern(".").call();
    PersonIdent person = new PersonIdent("A person", "person@example.org", now, ZoneOffset.UTC);
    return git.commit().setMessage(message).setAuthor(person).setCommitter(person).call();
  }

  LoadedDocument load(String name, String language) {
    Book book = Book.open(root, null);
    return book.documents(language).stream()
        .filter(document -> document.name().equals(name))
        .map(document -> new BookLoader("en").load(document, language))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    git.close();
  }
}
