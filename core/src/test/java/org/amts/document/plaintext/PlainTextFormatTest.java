package org.amts.document.plaintext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.amts.document.Document;
import org.amts.document.Notation;
import org.amts.document.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextFormatTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void blankLinesEndParagraphs(String lineEnd) {
    String text = "\n  One *two* \n  three.\n \t\n\nFour\n\n".replace("\n", lineEnd);
    Document document = new PlainTextFormat().parse(SourceText.of("a.txt", text));
    assertThat(Notation.of(document))
        .containsExactly("PARAGRAPH One *two*/three.", "PARAGRAPH Four");
    assertThat(new String(Notation.rewritten(document), StandardCharsets.UTF_8)).isEqualTo(text);
  }
}
