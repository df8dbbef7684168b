package org.amts.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.amts.document.Document;
import org.amts.document.SourceText;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that makes careless parsers slow or deep. */
class PathologicalMarkdownTest {

  private static final int TIMES = 10_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "]",
        "![",
        "[]",
        "[a](",
        "[a](b",
        "[a](<b",
        "[a](b \"",
        "[a](b (",
        "*",
        "*a ",
        "**a",
        "_",
        "`",
        "` ``",
        "`a``b```c",
        "$",
        "$a",
        "$$",
        "$a$ `",
        "$$\n",
        "$$a\n\n",
        "> ",
        ">",
        "- ",
        "1. ",
        "<",
        "<a ",
        "<a b=\"",
        "<a b='",
        "<!--",
        "<!-- ",
        "<?",
        "<![CDATA[",
        "</",
        "&",
        "&a",
        "{",
        "{{",
        "{{<",
        "{{< a",
        "{%",
        "{a}`",
        ":a:",
        ":a:`",
        "%(",
        "http://",
        "https://a(",
        "\\",
        "\\\\(",
        "|",
        "|a|b\n",
        "|-|-\n",
        "a|b\n-|-\n",
        "#",
        "# a\n",
        "```\n",
        "~~~\n",
        ":::note\n",
        "```{note}\n",
        ":::\n",
        ": a\n",
        "[^1]: ",
        "[a]: b\n",
        "[a]:",
        "---\n",
        "\t",
        "\n",
        "\r",
        "\0",
        "  \n",
        "<div>\n",
        "<p>",
        "<!-- i18n:skip-start -->\n",
        "<!-- i18n:skip -->\n",
        "{{< a >}}\n",
        "{{< /a >}}\n",
        ":label:`a`\n",
        "![a](b)\n",
        "a\n",
        "* a\n  ",
        "[![",
        "[[a]](",
        ":label:`a`",
        "{{< a >}}",
        "(a)="
      })
  void takesLittleTime(String unit) {
    String text = unit.repeat(TIMES);
    Document document =
        Assertions.assertTimeout(
            Duration.ofSeconds(2),
            () -> new MarkdownFormat().parse(SourceText.of("a.md", text)),
            () -> "10,000 times " + unit);
    assertThat(document.render(List.of())).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[|](b)", "*|*", "`|`", "<b>|</b>", "(|)", "{|}", "![|](b)"})
  void takesLittleTimeForNesting(String pair) {
    String[] halves = pair.split("\\|");
    String text = halves[0].repeat(TIMES) + "a" + halves[1].repeat(TIMES);
    Assertions.assertTimeout(
        Duration.ofSeconds(2), () -> new MarkdownFormat().parse(SourceText.of("a.md", text)));
  }
}
