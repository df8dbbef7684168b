package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTest {

  @TempDir Path root;

  @Test
  void listsTheSourcesInOrderWithoutHiddenAndExcludedFiles() throws IOException {
    for (String file :
        List.of(
            "en/b.md", "en/a/x.md", "en/.git/x.md", "en/drafts/y.md", "en/a/x.png", "zh/b.md")) {
      write(file);
    }
    Book book =
        book(
            List.of(new FilePattern("/en/**/*.md", "/%two_letters_code%/**/%original_file_name%")),
            List.of("/en/drafts/**"),
            List.of("en/a/*"));

    List<BookDocument> documents = book.documents("zh");

    assertThat(documents).extracting(BookDocument::name).containsExactly("en/a/x.md", "en/b.md");
    assertThat(documents.get(1).translation()).isEqualTo(root.resolve("zh/b.md"));
    assertThat(book.isHeldOut("en/a/x.md")).isTrue();
    assertThat(book.isHeldOut("en/b.md")).isFalse();
  }

  @Test
  void whatIsKeptStaysOutOfGit() throws IOException {
    Book book =
        book(List.of(new FilePattern("en/*.md", "zh/%original_file_name%")), List.of(), List.of());
    assertThat(book.cache()).doesNotExist();
    Path ignored = book.makeCache().resolve(".gitignore");
    assertThat(ignored).isEqualTo(root.resolve(".amts/.gitignore")).hasContent("*");
    Files.writeString(ignored, "mine\n");
    book.makeCache();
    assertThat(ignored).hasContent("mine");
  }

  @Test
  void refusesTwoSourcesWithOneTranslation() throws IOException {
    write("en/a/x.md");
    write("en/b/x.md");
    Book book =
        book(
            List.of(new FilePattern("en/**/*.md", "zh/%original_file_name%")),
            List.of(),
            List.of());
    assertThatThrownBy(() -> book.documents("zh"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("en/a/x.md and en/b/x.md would be written to zh/x.md");
  }

  @Test
  void refusesToWriteOverTheSource() throws IOException {
    write("en/x.md");
    Book book =
        book(List.of(new FilePattern("en/*.md", "en/%original_file_name%")), List.of(), List.of());
    assertThatThrownBy(() -> book.documents("zh")).hasMessageContaining("en/x.md would be written");
  }

  private Book book(List<FilePattern> files, List<String> exclude, List<String> heldOut) {
    return new Book(
        root,
        new BookSettings(
            "en",
            files,
            exclude,
            Map.of("zh", TargetSettings.DEFAULT),
            ParallelDataSettings.DEFAULT,
            Map.of(),
            new EvaluationSettings(heldOut, false)));
  }

  private void write(String file) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "x\n");
  }
}
