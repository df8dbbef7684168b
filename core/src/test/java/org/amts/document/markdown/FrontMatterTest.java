package org.amts.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.amts.document.Block;
import org.amts.document.Document;
import org.amts.document.Notation;
import org.amts.document.Replacement;
import org.amts.document.SourceText;
import org.junit.jupiter.api.Test;

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
        .startsWith("a.md:1: warning: the front matter is not valid YAML");
  }

  @Test
  void withoutAnEndItIsNoFrontMatter() {
    assertThat(Notation.of(parse("---\n\ntitle: a\n"))).containsExactly("PARAGRAPH title: a");
    assertThat(Notation.of(parse("text\n\n---\n\na\n\n---\n")))
        .containsExactly("PARAGRAPH text", "PARAGRAPH a");
  }

  @Test
  void anEmptyOneIsFine() {
    assertThat(Notation.of(parse("---\n---\na\n"))).containsExactly("PARAGRAPH a");
  }
}
