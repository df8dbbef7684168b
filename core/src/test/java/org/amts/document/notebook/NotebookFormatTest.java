package org.amts.document.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.amts.document.Block;
import org.amts.document.Document;
import org.amts.document.Inline;
import org.amts.document.Notation;
import org.amts.document.Replacement;
import org.amts.document.SourceText;
import org.amts.document.TextRange;
import org.junit.jupiter.api.Test;

class NotebookFormatTest {

  private static final String NOTEBOOK =
      """
      {
       "cells": [
        {
         "cell_type": "markdown",
         "metadata": {"a": "# no"},
         "source": [
          "# Title \\"one\\"\\n",
          "\\n",
          "Two words\\n",
          "wrapped $\\\\alpha$.\\n",
          "> [!NOTE]\\n",
          "> | \\t"
         ]
        },
        {
         "cell_type": "code",
         "execution_count": 1,
         "metadata": {},
         "outputs": [{"text": ["# no\\n"]}],
         "source": ["print(1)"]
        },
        {"source": "Single *string*", "cell_type": "markdown", "metadata": {}},
        {"cell_type": "raw", "metadata": {}, "source": []}
       ],
       "nbformat": 4,
       "nbformat_minor": 5
      }
      """;

  private static Document parse(String text) {
    return new NotebookFormat().parse(SourceText.of("a.ipynb", text));
  }

  private static String render(Document document, Replacement... replacements) {
    return new String(document.render(List.of(replacements)), StandardCharsets.UTF_8);
  }

  @Test
  void markdownCellsAreMarkdownAndTheRestIsCode() {
    assertThat(Notation.of(parse(NOTEBOOK)))
        .containsExactly(
            "HEADING1 Title «\"»one«\"»",
            "PARAGRAPH Two words/wrapped <MATH $\\alpha$>.",
            "DIRECTIVE [!NOTE]",
            "PARAGRAPH |",
            "CODE [\"print(1)\"]",
            "PARAGRAPH Single *string*",
            "CODE []");
  }

  @Test
  void comesBackByteForByte() {
    Document document = parse(NOTEBOOK);
    assertThat(render(document)).isEqualTo(NOTEBOOK);
    assertThat(Notation.rewritten(document)).isEqualTo(NOTEBOOK.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTranslationIsEscapedAndMayCrossLines() {
    Document document = parse(NOTEBOOK);
    Block paragraph = document.blocks().get(1);
    List<Inline> inlines = paragraph.inlines();
    TextRange whole =
        new TextRange(
            inlines.get(0).range().start(), inlines.get(inlines.size() - 1).range().end());
    String translation = paragraph.escaping().escape("“两个”\\词\n\"x\" $\\alpha$");
    Document translated = parse(render(document, new Replacement(whole, translation)));
    assertThat(translated.diagnostics()).isEmpty();
    assertThat(translated.text()).contains("“两个”\\\\词\\n\\\"x\\\" $\\\\alpha$");
    assertThat(Notation.of(translated).get(1))
        .isEqualTo("PARAGRAPH “两个”«\\»词/«\"»x«\"» <MATH $\\alpha$>");
  }

  @Test
  void asciiNotebooksStayAscii() {
    String text =
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"caf\\u00e9 \\ud83d\\ude00!\"}]}";
    Document document = parse(text);
    assertThat(Notation.of(document)).containsExactly("PARAGRAPH caf«é» «😀»!");
    assertThat(Notation.rewritten(document)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    assertThat(document.blocks().get(0).escaping().escape("ñ")).isEqualTo("\\u00f1");
  }

  @Test
  void aWordMayGoOverTwoStrings() {
    Document document =
        parse("{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"ab\", \"\", \"cd\"]}]}");
    assertThat(Notation.of(document)).containsExactly("PARAGRAPH a«b»cd");
  }

  @Test
  void diagnosticsOfACellNameTheLineOfTheNotebook() {
    String text =
        "{\"cells\": [\n{\"cell_type\": \"markdown\", \"source\": [\n\"a\\n\",\n\"\\n\",\n\"```\\n\",\n\"b\"]}]}";
    assertThat(parse(text).diagnostics())
        .singleElement()
        .asString()
        .startsWith("a.ipynb:5: warning: this code is never closed");
  }

  @Test
  void brokenJsonIsReportedAndPassedThrough() {
    List<String> broken = new ArrayList<>();
    for (int end = 0; end < NOTEBOOK.length() - 2; end += 7) {
      broken.add(NOTEBOOK.substring(0, end));
    }
    broken.addAll(List.of("{\"cells\": 3}", "[]", "{\"cells\": [1, [{}], {\"source\": 5}]}", "\0"));
    for (String text : broken) {
      Document document = parse(text);
      assertThat(document.blocks()).as(text).isEmpty();
      assertThat(document.diagnostics()).as(text).isNotEmpty();
      assertThat(render(document)).isEqualTo(text);
    }
    assertThat(parse("{\n\"cells\": [\n").diagnostics())
        .singleElement()
        .asString()
        .startsWith("a.ipynb:3: error: not valid JSON");
  }

  @Test
  void deepNestingIsReported() {
    assertThat(parse("[".repeat(100_000)).diagnostics())
        .singleElement()
        .asString()
        .contains("error");
  }
}
