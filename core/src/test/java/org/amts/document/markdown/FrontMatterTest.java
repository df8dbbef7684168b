package org.amts.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.amts.document.Block;
import org.amts.document.Document;
import org.amts.document.Notation;
import org.amts.document.Replacement;
import org.amts.document.SourceText;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

  private static Document parse(String text) {
    return new MarkdownFormat().parse(SourceText.of("a.md", text));
  }

  /** The text with the first translatable value replaced. */
  private static String translated(String text, String translation) {
    Document document = parse(text);
    Block block = document.blocks().get(0);
    byte[] rendered =
        document.render(
            List.of(
                new Replacement(
                    block.inlines().get(0).range(), block.escaping().escape(translation))));
    return new String(rendered, StandardCharsets.UTF_8);
  }

  @Test
  void onlyWhatReadersSee() {
    assertThat(
            Notation.of(
                parse(
                    "---\ntitle: 学习 𝕏 One\nweight: 10\nlayout: 'b'\nfeature:\n  title: Two\ntags:\n- c\ndescription: Three\n---\nText\n")))
        .containsExactly(
            "METADATA «学习 𝕏 One»", "METADATA «Two»", "METADATA «Three»", "PARAGRAPH Text");
  }

  @Test
  void quotedAndFoldedValuesAreRunningText() {
    assertThat(
            Notation.of(
                parse(
                    "---\ntitle: \"A `b`\"\nsummary: 'C: d'\nabstract: \"e\\\"f\"\ndescription: >-\n  One\n  two.\n\n  Three.\nx: y\n---\n")))
        .containsExactly(
            "METADATA A <CODE `b`>",
            "METADATA C: d",
            "METADATA «e\"f»",
            "METADATA One/two.",
            "METADATA Three.");
  }

  @Test
  void aTranslationIsQuotedWhereItNeedsTo() {
    assertThat(translated("---\ntitle: One\n---\n", "Uno")).isEqualTo("---\ntitle: Uno\n---\n");
    assertThat(translated("---\ntitle: One\n---\n", "Uno: \"dos\""))
        .isEqualTo("---\ntitle: \"Uno: \\\"dos\\\"\"\n---\n");
    assertThat(translated("---\ntitle: One # c\n---\n", "yes"))
        .isEqualTo("---\ntitle: \"yes\" # c\n---\n");
    assertThat(translated("---\ntitle: 'One'\n---\n", "L'uno"))
        .isEqualTo("---\ntitle: 'L''uno'\n---\n");
    assertThat(translated("---\ntitle: \"One\"\n---\n", "\"u\""))
        .isEqualTo("---\ntitle: \"\\\"u\\\"\"\n---\n");
  }

  @Test
  void brokenYamlIsReportedAndKept() {
    Document document = parse("---\ntitle: [a\nb: }\n---\n# Text\n");
    assertThat(Notation.of(document))
        .containsExactly("DIRECTIVE title: [a\\nb: }\\n", "HEADING1 Text");
    assertThat(document.diagnostics())
        .singleElement()
        .asString()
        .startsWith("a.md:3: warning: the front matter is not valid YAML");
  }

  @Test
  void withoutAnEndItIsNoFrontMatter() {
    assertThat(Notation.of(parse("---\n\ntitle: a\n"))).containsExactly("PARAGRAPH title: a");
    assertThat(Notation.of(parse("text\n\n---\n\na\n\n---\n")))
        .containsExactly("PARAGRAPH text", "PARAGRAPH a");
  }

  @Test
  void textBetweenThematicBreaksIsText() {
    assertThat(Notation.of(parse("---\n\nSome text.\n\n---\n\nmore\n")))
        .containsExactly("PARAGRAPH Some text.", "PARAGRAPH more");
  }

  @Test
  void tomlIsKept() {
    assertThat(Notation.of(parse("+++\ntitle = \"a\"\n+++\nText\n")))
        .containsExactly("DIRECTIVE title = \"a\"\\n", "PARAGRAPH Text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{",
        "- ",
        "? ",
        "a: ",
        "'",
        "&a ",
        "*a",
        "!",
        "\n",
        "\n# a",
        " ",
        "\0",
        "\ud83d\ude00: \t"
      })
  void noYamlBreaksTheParser(String unit) {
    String text = "---\ntitle: " + unit.repeat(10_000) + "\n---\nText\n";
    Document document = Assertions.assertTimeout(Duration.ofSeconds(2), () -> parse(text));
    assertThat(Notation.of(document)).last().isEqualTo("PARAGRAPH Text");
    assertThat(document.render(List.of())).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anEmptyOneIsFine() {
    assertThat(Notation.of(parse("---\n---\na\n"))).containsExactly("PARAGRAPH a");
  }
}
