package org.amts.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Diagnostic;
import org.amts.document.Document;
import org.amts.document.Notation;
import org.amts.document.Replacement;
import org.amts.document.SourceText;
import org.junit.jupiter.api.Test;

class MarkdownFormatTest {

  private static Document parse(String text) {
    return new MarkdownFormat().parse(SourceText.of("a.md", text));
  }

  private static void assertBlocks(String text, String... expected) {
    assertThat(Notation.of(parse(text))).containsExactly(expected);
  }

  private static List<String> warnings(String text) {
    return parse(text).diagnostics().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void headings() {
    assertBlocks(
        "# One\n\n## Two ##\n\nThree\n===\n", "HEADING1 One", "HEADING2 Two", "HEADING1 Three");
    assertBlocks("# Title {#anchor .class}\n", "HEADING1 Title");
    assertBlocks("#\n", "HEADING1 #");
  }

  @Test
  void hardWrappedLinesAreOneParagraph() {
    assertBlocks("one\ntwo  three\n\nfour\n", "PARAGRAPH one/two  three", "PARAGRAPH four");
  }

  @Test
  void labelsAreNoPartOfWhatTheyLabel() {
    assertBlocks(
        "# Title\n:label:`sec_a`\n\nText\nmore.\n:label:`par`\n\n![Caption $x$.](a.png)\n:width:`400px`\n:label:`fig`\n",
        "HEADING1 Title",
        "DIRECTIVE :label:`sec_a`",
        "PARAGRAPH Text/more.",
        "DIRECTIVE :label:`par`",
        "FIGURE Caption <MATH $x$>.",
        "DIRECTIVE :width:`400px`",
        "DIRECTIVE :label:`fig`");
  }

  @Test
  void rolesAtTheStartOfALineStayInTheText() {
    assertBlocks(
        "as shown in\n:numref:`fig_a`\nand :cite:`b`.\n",
        "PARAGRAPH as shown in/<ROLE :numref:`fig_a`>/and <ROLE :cite:`b`>.");
  }

  @Test
  void tabs() {
    assertBlocks(
        ":begin_tab:`mxnet`\nProse.\n:end_tab:\n\n```{.python .input}\n#@tab all\nx = 1\n```\n",
        "DIRECTIVE :begin_tab:`mxnet`",
        "PARAGRAPH Prose.",
        "DIRECTIVE :end_tab:",
        "CODE ```{.python .input}\\n#@tab all\\nx = 1\\n```");
  }

  @Test
  void formulasOnTheirOwnLinesAreBlocks() {
    assertBlocks(
        "where\n$$x = *y*\n- z$$\n:eqlabel:`eq_a`\nholds\n",
        "PARAGRAPH where",
        "MATH $$x = *y*\\n- z$$",
        "DIRECTIVE :eqlabel:`eq_a`",
        "PARAGRAPH holds");
    assertBlocks("$$\na\n\nb\n$$\n", "MATH $$\\na\\n\\nb\\n$$");
    assertBlocks("$$x$$ :eqlabel:`eq_b`\n", "MATH $$x$$ :eqlabel:`eq_b`");
    assertBlocks("(**$$x$$**)\n", "MATH (**$$x$$**)");
    assertBlocks("$$x$$ is a number\n", "PARAGRAPH <MATH $$x$$> is a number");
    assertBlocks("> $$x\n> + y$$\n", "MATH $$x\\n> + y$$");
  }

  @Test
  void aFormulaInAParagraphMayLookLikeABlock() {
    assertBlocks(
        "the sum $\\alpha\n+ b\n= c$ is\n", "PARAGRAPH the sum <MATH $\\alpha\\n+ b\\n= c$> is");
    assertBlocks(
        "- costs $5/mo\n- costs 10$ more\n", "LIST_ITEM1 costs $5/mo", "LIST_ITEM1 costs 10$ more");
  }

  @Test
  void lists() {
    assertBlocks(
        "* one\n  wrapped\n\n  second\n    1. deep\n- [ ] task\n",
        "LIST_ITEM1 one/wrapped",
        "LIST_ITEM1 second",
        "LIST_ITEM2 deep",
        "LIST_ITEM1 task");
    Document document = parse("text\n\n1. one\n");
    assertThat(document.blocks().get(1).range().of(document.text())).isEqualTo("1. one");
  }

  @Test
  void quotations() {
    assertBlocks("> one\n> two\nlazy\n", "PARAGRAPH one/two/lazy");
    assertBlocks("> [!NOTE]\n> Text.\n", "DIRECTIVE [!NOTE]", "PARAGRAPH Text.");
  }

  @Test
  void tables() {
    Document document =
        parse(
            "| A | `b` |\n|---|:-:|\n| x \\| y |  |\n| `p\\|q` | $z$ |\n:Caption\n:label:`tab`\n");
    assertThat(Notation.of(document))
        .containsExactly(
            "TABLE_CELL A",
            "TABLE_CELL <CODE `b`>",
            "TABLE_CELL x «|» y",
            "TABLE_CELL <CODE `p|q`>",
            "TABLE_CELL <MATH $z$>",
            "PARAGRAPH Caption",
            "DIRECTIVE :label:`tab`");
    assertThat(document.blocks().get(2).escaping().escape("a | b")).isEqualTo("a \\| b");
  }

  @Test
  void captionsOfTables() {
    assertBlocks(
        ":A caption $x$\n\n| A |\n|---|\n:label:`tab`\n\n:smile: no\n",
        "PARAGRAPH A caption <MATH $x$>",
        "TABLE_CELL A",
        "DIRECTIVE :label:`tab`",
        "PARAGRAPH :smile: no");
    assertBlocks(":numref:`tab` shows\n", "PARAGRAPH <ROLE :numref:`tab`> shows");
  }

  @Test
  void definitions() {
    assertBlocks(
        "`exec`\n: Runs it\n  in place.\n\nNo : definition\n",
        "PARAGRAPH <CODE `exec`>",
        "PARAGRAPH Runs it/in place.",
        "PARAGRAPH No : definition");
  }

  @Test
  void pictures() {
    assertBlocks("![Alt](a.png){width=50%}\n", "FIGURE Alt");
    assertBlocks("[![Alt](a.png)](b)\n", "FIGURE Alt");
    assertBlocks("![](a.png)\n", "FIGURE ![](a.png)");
    assertBlocks(
        "![a](b) and ![c](d)\n", "PARAGRAPH ![a]<IMAGE_TARGET (b)> and ![c]<IMAGE_TARGET (d)>");
    assertBlocks("![a] and ![b](c)\n", "PARAGRAPH ![a] and ![b]<IMAGE_TARGET (c)>");
  }

  @Test
  void linkDefinitionsAndFootnotes() {
    assertBlocks(
        "See [the guide] and [this][the guide][^n].\n\n[the guide]: a.md \"T\"\n[^n]: A *note*\n    goes on.\n",
        "PARAGRAPH See <LINK_TARGET [the guide]> and [this]<LINK_TARGET [the guide]><ROLE [^n]>.",
        "DIRECTIVE [the guide]: a.md \"T\"",
        "PARAGRAPH A *note*/goes on.");
  }

  @Test
  void directivesBetweenBackticksThatHoldProse() {
    assertBlocks(
        "````{note} A *title*\n:class: tip\n\nProse.\n\n```python\nx\n```\n````\nAfter.\n",
        "METADATA A *title*",
        "DIRECTIVE :class: tip",
        "PARAGRAPH Prose.",
        "CODE ```python\\nx\\n```",
        "DIRECTIVE ````",
        "PARAGRAPH After.");
    assertBlocks(
        "```{figure} a.png\n:alt: Alt text\n\nCaption\n```\n",
        "DIRECTIVE ```{figure} a.png",
        "METADATA Alt text",
        "PARAGRAPH Caption",
        "DIRECTIVE ```");
  }

  @Test
  void directivesThatHoldCodeOrMaths() {
    assertBlocks("```{code-cell} python\nx\n```\n", "CODE ```{code-cell} python\\nx\\n```");
    assertBlocks("```{math}\nx\n```\n", "MATH ```{math}\\nx\\n```");
    assertBlocks(
        ":::{code-block} c\nx\n\n# y\n:::\nz\n",
        "CODE :::{code-block} c\\nx\\n\\n# y\\n:::",
        "PARAGRAPH z");
  }

  @Test
  void directivesBetweenColons() {
    assertBlocks(
        "::::tip Read *this*\n:::{note}\ninner\n:::\nouter\n::::\n",
        "METADATA Read *this*",
        "DIRECTIVE :::{note}",
        "PARAGRAPH inner",
        "DIRECTIVE :::",
        "PARAGRAPH outer",
        "DIRECTIVE ::::");
    assertBlocks(
        ":::note\na\n:::tip\nb\n:::\nc\n:::\n",
        "DIRECTIVE :::note",
        "PARAGRAPH a",
        "DIRECTIVE :::tip",
        "PARAGRAPH b",
        "DIRECTIVE :::",
        "PARAGRAPH c",
        "DIRECTIVE :::");
    assertBlocks(":::image source=\"a.png\" alt-text=\"An alt.\":::\n", "METADATA An alt.");
  }

  @Test
  void shortcodes() {
    assertBlocks(
        "{{< note >}}\nText with {{< ref \"a\" >}}\nin it.\n{{< /note >}}\n\n{{< figure src=\"a\" >}}\n",
        "DIRECTIVE {{< note >}}",
        "PARAGRAPH Text with <OTHER {{< ref \"a\" >}}>/in it.",
        "DIRECTIVE {{< /note >}}",
        "DIRECTIVE {{< figure src=\"a\" >}}");
    assertBlocks(
        "A\n{{< glossary_tooltip term_id=\"pod\" >}}\nis small.\n",
        "PARAGRAPH A/<OTHER {{< glossary_tooltip term_id=\"pod\" >}}>/is small.");
  }

  @Test
  void whatShortcodesShowIsText() {
    assertBlocks(
        "A {{< glossary_tooltip term_id=\"pod\" text=\"small pod\" length=\"all\" >}} runs.\n",
        "PARAGRAPH A <OTHER {{< glossary_tooltip term_id=\"pod\" text=\">small pod"
            + "<OTHER \" length=\"all\" >}}> runs.");
    assertBlocks(
        "A {{<link text=\"page\" url=\"/a\">}}, {{< skew text=\"1.2\" >}} and {{< x alt=\"y\" >}}.\n",
        "PARAGRAPH A <OTHER {{<link text=\">page<OTHER \" url=\"/a\">}}>, "
            + "<OTHER {{< skew text=\"1.2\" >}}> and <OTHER {{< x alt=\"y\" >}}>.");
    assertBlocks("A {{< link text=\"page\" url=\n", "PARAGRAPH A {{< link text=\"page\" url=");
  }

  @Test
  void htmlBlocks() {
    assertBlocks("<!-- note: $x -->\n", "HTML <!-- note: $x -->");
    assertBlocks("<br>\n", "HTML <br>");
    assertBlocks(
        "<div>\n<p>One <b>two</b> &amp; $x$</p>\n<img alt=\"Alt\">\n</div>\n",
        "PARAGRAPH One <HTML <b>>two<HTML </b>> «&» <MATH $x$>",
        "METADATA Alt");
    assertBlocks("> <div>\n> text\n> </div>\n", "HTML <div>\\n> text\\n> </div>");
  }

  @Test
  void excludedRegions() {
    assertBlocks(
        "<!-- i18n:skip -->\n- a\n- b\n\nc\n\n<!-- i18n:skip-start -->\nd\n\n# e\n\n<!-- i18n:skip-end -->\nf\n",
        "HTML <!-- i18n:skip -->",
        "SKIPPED - a",
        "SKIPPED - b",
        "PARAGRAPH c",
        "SKIPPED <!-- i18n:skip-start -->",
        "SKIPPED d",
        "SKIPPED # e",
        "HTML <!-- i18n:skip-end -->",
        "PARAGRAPH f");
  }

  @Test
  void codeIsKept() {
    assertBlocks(
        "text\n\n    code $x$\n\n~~~\n`a\n~~~\n",
        "PARAGRAPH text",
        "CODE     code $x$",
        "CODE ~~~\\n`a\\n~~~");
  }

  @Test
  void chineseEmphasisIsText() {
    assertBlocks("*回归*（regression）是**方法**。\n", "PARAGRAPH *回归*（regression）是**方法**。");
  }

  @Test
  void diagnosticsNameFileAndLine() {
    assertThat(warnings("a\n\n```\ncode\n"))
        .singleElement()
        .asString()
        .startsWith("a.md:3: warning: ");
    assertThat(warnings("a\n$$x\n\nb\n"))
        .singleElement()
        .asString()
        .startsWith("a.md:2: warning: ");
    assertThat(warnings("a\n\n:::note\nb\n"))
        .singleElement()
        .asString()
        .startsWith("a.md:3: warning: ");
    assertThat(warnings("<!-- i18n:skip-start -->\na\n"))
        .singleElement()
        .asString()
        .startsWith("a.md:1: ");
    assertThat(warnings("a\n\0b\u0001\n"))
        .singleElement()
        .asString()
        .startsWith("a.md:2: ")
        .contains("U+0000");
    assertThat(warnings("# fine\n\n$x$ and $$y$$\n")).isEmpty();
  }

  @Test
  void onlyReplacedCharactersChange() {
    Document document = parse("> *Hello*\r\n> world $x$\r\n\r\ncode\r\n");
    Block block = document.blocks().get(0);
    byte[] rendered =
        document.render(List.of(new Replacement(block.inlines().get(0).range(), "*你好*")));
    assertThat(new String(rendered, StandardCharsets.UTF_8))
        .isEqualTo("> *你好*\r\n> world $x$\r\n\r\ncode\r\n");
  }

  @Test
  void worksInATurkishLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertBlocks(
          ":::IMPORTANT Title\ntext\n:::\n", "METADATA Title", "PARAGRAPH text", "DIRECTIVE :::");
      assertBlocks(
          "[İ I] [INFO]\n\n[info]: a\n",
          "PARAGRAPH [İ I] <LINK_TARGET [INFO]>",
          "DIRECTIVE [info]: a");
      assertBlocks("---\nTITLE: a\n---\n", "METADATA «a»");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void deepNestingBecomesText() {
    Document document = parse("> ".repeat(500) + "text\n");
    assertThat(document.blocks())
        .singleElement()
        .extracting(Block::kind)
        .isEqualTo(BlockKind.PARAGRAPH);
  }
}
