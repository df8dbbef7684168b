package org.amts.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIdsTest {

  @TempDir Path root;

  private SmallBook book;
  private Path file;

  @BeforeEach
  void makeBook() {
    book = new SmallBook(root);
    book.write("en/a.md", "One.\n");
    file = book.book.root().resolve("en/a.md");
  }

  @Test
  void aFileThatHasNotChangedIsNotReadAgain() throws IOException {
    FileIds first = later();
    first.of(file);
    first.keep();
    Path cache = book.book.root().resolve(".amts/file-ids/es");
    String wrong = "f".repeat(40);
    Files.writeString(cache, Files.readString(cache).replace(id("One.\n"), wrong));

    assertThat(later().of(file)).isEqualTo(wrong);
  }

  @Test
  void aFileThatHasChangedIs() throws IOException {
    FileIds first = later();
    first.of(file);
    first.keep();
    book.write("en/a.md", "Two.\n"); // of the same size

    assertThat(later().of(file)).isEqualTo(id("Two.\n"));
  }

  @Test
  void aFileThatChangedJustNowIsNotRemembered() throws IOException {
    FileIds first = new FileIds(book.book, "es", Instant.now());
    first.of(file);
    first.keep();

    assertThat(book.book.root().resolve(".amts/file-ids")).doesNotExist();
  }

  @Test
  void whatIsNoFileHasNoId() throws IOException {
    assertThat(later().of(file.resolveSibling("b.md"))).isEmpty();
    assertThat(later().of(file.getParent())).isEmpty();
  }

  private FileIds later() throws IOException {
    return new FileIds(book.book, "es", Instant.now().plus(Duration.ofMinutes(1)));
  }

  private static String id(String text) {
    return ContentId.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
