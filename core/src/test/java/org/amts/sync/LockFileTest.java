package org.amts.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

  private static final String ID = "3f786850e387550fdab836ed7e6dc881de23001b";

  private static final String TEXT =
      """
      amts.lock 1

      [es] en/intro.md
      source 3f786850e387550fdab836ed7e6dc881de23001b
      target 89e6c98d92887913cadf06b2adb97f26cde4849b es/intro.md
      4a7d1ed414474e40 8bb6c17838643f96 human approved

      [zh] en/a name with spaces.md
      source 3f786850e387550fdab836ed7e6dc881de23001b
      target 89e6c98d92887913cadf06b2adb97f26cde4849b zh/a name with spaces.md
      0cc175b9c0f1b6a8+92eb5ffee6ae2fec 4a8a08f09d37b737 repaired needs-review local/amts-0.1:1f2e
      e1671797c52e15f7 - human approved
      - 8fa14cdd754f91cc human approved
      8fa14cdd754f91cc 45c48cce2e2d7fbd human needs-review
        was $$a\\\\b\\nc$$ and more.
      """;

  @TempDir Path folder;

  @Test
  void writesWhatItReads() throws IOException {
    LockFile lock = read(TEXT);
    assertThat(lock.toString()).isEqualTo(TEXT);
    LockedDocument section = lock.find("zh", "en/a name with spaces.md").orElseThrow();
    assertThat(section.entries().get(3).was()).containsExactly("$$a\\b\nc$$ and more.");
    assertThat(section.entries().get(0).sources())
        .containsExactly("0cc175b9c0f1b6a8", "92eb5ffee6ae2fec");
  }

  @Test
  void lineEndsMayBeThoseOfWindows() throws IOException {
    assertThat(read(TEXT.replace("\n", "\r\n")).toString()).isEqualTo(TEXT);
  }

  @Test
  void sectionsAreSortedByLanguageAndName() {
    LockFile lock =
        LockFile.EMPTY.with(
            List.of(section("zh", "b.md"), section("es", "z.md"), section("zh", "a.md")));
    assertThat(lock.documents())
        .extracting(section -> section.language() + section.name())
        .containsExactly("esz.md", "zha.md", "zhb.md");
    assertThat(lock.without("zh", "a.md").documents("zh")).hasSize(1);
  }

  @Test
  void approvalMakesThePresentSourceTheOneThatIsRendered() throws IOException {
    LockFile lock = read(TEXT);
    LockedDocument section = lock.find("zh", "en/a name with spaces.md").orElseThrow();
    assertThat(section.entries()).anyMatch(LockEntry::isConflict);
    assertThat(section.map(LockEntry::approved).entries()).noneMatch(LockEntry::isConflict);
  }

  @Test
  void aMissingFileIsAnEmptyLock() throws IOException {
    assertThat(LockFile.read(folder.resolve("amts.lock")).documents()).isEmpty();
  }

  @Test
  void saysWhereTheFileIsWrong() {
    assertThatThrownBy(() -> read(TEXT.replace("human", "alien")))
        .isInstanceOf(LockFileException.class)
        .hasMessageContaining("amts.lock:6: cannot be understood")
        .hasMessageContaining("--adopt");
    assertThatThrownBy(() -> read("amts.lock 2\n")).hasMessageContaining("amts.lock:1: not of");
    assertThatThrownBy(() -> read(TEXT.replace("[zh]", "<<<<<<< ours\n[zh]")))
        .hasMessageContaining("amts.lock:8: an unresolved merge");
    assertThatThrownBy(() -> read(TEXT.replace("8bb6c17838643f96", "<<<<")))
        .hasMessageContaining("amts.lock:6");
    assertThatThrownBy(() -> read("amts.lock 1\n[zh] a.md\nsource " + ID))
        .hasMessageContaining("amts.lock:4");
  }

  @Test
  void aContentHasTheIdThatGitGivesIt() {
    // git hash-object of a file with the line "hello" (git 2.39)
    assertThat(ContentId.of("hello\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
  }

  private LockFile read(String text) throws IOException {
    Path file = folder.resolve("amts.lock");
    Files.writeString(file, text);
    return LockFile.read(file);
  }

  private static LockedDocument section(String language, String name) {
    return new LockedDocument(language, name, ID, "target.md", ID, List.of());
  }
}
