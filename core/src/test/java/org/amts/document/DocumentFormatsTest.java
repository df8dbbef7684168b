package org.amts.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentFormatsTest {

  @ParameterizedTest
  @CsvSource({
    "a.md, markdown",
    "dir.x/A.MARKDOWN, markdown",
    "a.ipynb, notebook",
    "a.htm, html",
    "a.html, html",
    "a.txt, plain text"
  })
  void areChosenByExtension(String fileName, String format) {
    assertThat(DocumentFormats.forFileName(fileName))
        .get()
        .extracting(DocumentFormat::name)
        .isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({"a.png", "md", "dir.md/readme", "''"})
  void otherFilesHaveNone(String fileName) {
    assertThat(DocumentFormats.forFileName(fileName)).isEmpty();
  }

  @Test
  void anUnknownFileIsPlainText() {
    byte[] content = "# a\nb".getBytes(StandardCharsets.UTF_8);
    assertThat(Notation.of(DocumentFormats.parse("LICENSE", content)))
        .containsExactly("PARAGRAPH # a/b");
  }

  @ParameterizedTest
  @CsvSource({"a.md", "a.ipynb", "a.html", "a.txt"})
  void bytesThatAreNoTextAreReportedAndPassedThrough(String fileName) {
    byte[] content = {'a', '\n', 'b', (byte) 0xff, 'c'};
    Document document = DocumentFormats.parse(fileName, content);
    assertThat(document.blocks()).isEmpty();
    assertThat(document.diagnostics().get(0).toString())
        .startsWith(fileName + ":2: error: byte 0xFF at offset 3 is not UTF-8");
    assertThat(document.render(List.of())).isEqualTo(content);
  }

  @ParameterizedTest
  @CsvSource({"a.md", "a.html", "a.txt"})
  void controlCharactersAreReportedAndKept(String fileName) {
    byte[] content = "a\n\n\0b\u0007".getBytes(StandardCharsets.UTF_8);
    Document document = DocumentFormats.parse(fileName, content);
    assertThat(document.diagnostics())
        .singleElement()
        .asString()
        .startsWith(fileName + ":3: warning: control character U+0000");
    assertThat(document.render(List.of())).isEqualTo(content);
  }

  @ParameterizedTest
  @CsvSource({"a.md", "a.html", "a.txt"})
  void aByteOrderMarkStays(String fileName) {
    byte[] content = "\uFEFFone\r\n".getBytes(StandardCharsets.UTF_8);
    Document document = DocumentFormats.parse(fileName, content);
    assertThat(Notation.of(document)).containsExactly("PARAGRAPH one");
    assertThat(Notation.rewritten(document)).isEqualTo(content);
  }
}
