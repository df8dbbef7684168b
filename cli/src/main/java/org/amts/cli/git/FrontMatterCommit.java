package org.amts.cli.git;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.sync.SourceEvidence;
import org.amts.translate.LoadedDocument;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The commit that a translator noted in the front matter of the translation, {@code
 * l10n.sourceCommit} as on MDN. Also {@code sourceCommit}, {@code source_commit} and {@code
 * source-commit}, at any depth.
 */
public final class FrontMatterCommit implements SourceEvidence {

  private static final Pattern FRONT_MATTER =
      Pattern.compile("---[ \\t]*\\R(?<yaml>(?s:.*?))\\R(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)");

  private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{7,40}");

  private final GitRepositories repositories;

  /**
   * @param repositories the repositories; not closed here
   */
  public FrontMatterCommit(GitRepositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public Optional<SourceVersion> find(LoadedDocument document) {
    if (document.translation() == null) {
      return Optional.empty();
    }
    return notedIn(document.translation().document().text())
        .flatMap(commit -> version(document, commit));
  }

  private Optional<SourceVersion> version(LoadedDocument document, String name) {
    Optional<GitRepository> found = repositories.of(document.document().source());
    Optional<ObjectId> commit = found.flatMap(repository -> repository.commit(name));
    if (found.isEmpty() || commit.isEmpty()) {
      return Optional.empty();
    }
    GitRepository repository = found.get();
    Optional<byte[]> content =
        repository
            .pathOf(document.document().source())
            .flatMap(path -> repository.content(commit.get(), path))
            .or(
                () -> // it had another name then
                repository.history(document.document().source()).stream()
                        .map(FileVersion::path)
                        .distinct()
                        .flatMap(path -> repository.content(commit.get(), path).stream())
                        .findFirst());
    return content.map(bytes -> new SourceVersion(bytes, "front matter, commit " + name));
  }

  /** The commit that a document names in its front matter. */
  static Optional<String> notedIn(String text) {
    Matcher matter = FRONT_MATTER.matcher(text);
    if (!matter.lookingAt()) {
      return Optional.empty();
    }
    String key = "";
    try (YAMLParser parser = new YAMLFactory().createParser(matter.group("yaml"))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          key = parser.currentName();
        } else if (token.isScalarValue()) {
          boolean isCommit =
              key.toLowerCase(Locale.ROOT).replaceAll("[_-]", "").equals("sourcecommit");
          if (isCommit && COMMIT.matcher(parser.getText()).matches()) {
            return Optional.of(parser.getText());
          }
        }
      }
    } catch (IOException e) {
      return Optional.empty(); // the document's own parser has complained
    }
    return Optional.empty();
  }
}
