package org.amts.document.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.amts.document.Block;
import org.amts.document.Document;
import org.amts.document.Notation;
import org.amts.document.SourceText;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlFormatTest {

  private static Document parse(String text) {
    return new HtmlFormat().parse(SourceText.of("a.html", text));
  }

  private static void assertBlocks(String text, String... expected) {
    Document document = parse(text);
    assertThat(Notation.of(document)).containsExactly(expected);
    assertThat(document.render(List.of())).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void newTextKeepsTheTagsOfItsBlockAndNoOthers() {
    Block block = parse("<p>a <b>c</b> <span translate=no>x &amp; y</span></p>").blocks().get(0);
    assertThat(
            block
                .escaping()
                .escape("<b>1 < 2 & <i>3</b> <span translate=no>x &amp; y</span> <span> <b> >"))
        .isEqualTo(
            "<b>1 &lt; 2 &amp; &lt;i&gt;3</b> <span translate=no>x &amp; y</span> &lt;span&gt; <b>"
                + " &gt;");
  }

  @Test
  void newTextIsWrittenSoonAlsoWithManyTags() {
    StringBuilder page = new StringBuilder("<p>");
    for (int i = 0; i < 20_000; i++) {
      page.append("<b id=").append(i).append(">w</b>");
    }
    Block block = parse(page.toString()).blocks().get(0);
    String text = page.substring(3) + "<".repeat(20_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(block.escaping().escape(text)).endsWith("w</b>" + "&lt;".repeat(20_000)));
  }

  @Test
  void aPage() {
    assertBlocks(
        """
        <!DOCTYPE html>
        <html lang="en"><head><title>A &amp; B</title>
        <meta name="description" content='It is "good"'><meta name="x" content="no">
        <script>if (a < b) "text"</script><style>p {}</style></head>
        <body>
        <h2 id="x">Head</h2>
        <p>One <b>two</b>
           three<br>four <code>x</code>.</p>
        <ul><li>five<ul><li>six</li></ul></li></ul>
        <table><tr><th>A</th><td><code>b</code></td></tr></table>
        <pre>keep <b>me</b></pre>
        <figure><img src="a.png" alt="Alt"><figcaption>Caption</figcaption></figure>
        </body></html>
        """,
        "HTML <!DOCTYPE html>",
        "METADATA A «&» B",
        "METADATA It is \"good\"",
        "HTML <script>if (a < b) \"text\"</script>",
        "HTML <style>p {}</style>",
        "HEADING2 Head",
        "PARAGRAPH One <HTML <b>>two<HTML </b>>/three<HTML <br>>four <CODE <code>x</code>>.",
        "LIST_ITEM1 five",
        "LIST_ITEM2 six",
        "TABLE_CELL A",
        "HTML <code>b</code>",
        "CODE <pre>keep <b>me</b></pre>",
        "METADATA Alt",
        "FIGURE Caption");
  }

  @Test
  void whatAuthorsExclude() {
    assertBlocks(
        "<html lang=en><p>a <span translate=no>b <i>c</i></span> d <q lang=fr>e</q></p>"
            + "<div class=notranslate><p>f</p></div><p lang=en-GB>g</p><p lang=es>h</p></html>",
        "PARAGRAPH a <HTML <span translate=no>b <i>c</i></span>> d <HTML <q lang=fr>e</q>>",
        "SKIPPED <div class=notranslate><p>f</p></div>",
        "PARAGRAPH g",
        "SKIPPED <p lang=es>h</p>");
  }

  @Test
  void brokenHtml() {
    assertBlocks(
        "<p>one<p>two <b>three</p>four</i>five",
        "PARAGRAPH one",
        "PARAGRAPH two <HTML <b>>three",
        "PARAGRAPH four<HTML </i>>five");
    assertBlocks("<td>a</td><td>b", "PARAGRAPH a", "PARAGRAPH b");
    assertBlocks("a < b & c &copy d &nosuch; &eacute;", "PARAGRAPH a < b & c &copy d &nosuch; «é»");
    assertBlocks("<p");
    assertBlocks("<script>never closed <p>x", "HTML <script>never closed <p>x");
  }

  @Test
  void writesWhatHtmlCannotHold() {
    Block text = parse("<p>a</p>").blocks().get(0);
    assertThat(text.escaping().escape("a < b & \"c\"")).isEqualTo("a &lt; b &amp; \"c\"");
    Block attribute = parse("<img alt=\"a\">").blocks().get(0);
    assertThat(attribute.escaping().escape("a \"b\" & 'c'")).isEqualTo("a &quot;b&quot; &amp; 'c'");
    Block single = parse("<img alt='a'>").blocks().get(0);
    assertThat(single.escaping().escape("'c'")).isEqualTo("&#39;c&#39;");
    assertThat(parse("<img alt=a>").blocks()).noneMatch(Block::isTranslatable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<p>",
        "<table>",
        "<a",
        "<!--",
        "</p>",
        "&",
        "<td>x",
        "<i>a</b>",
        "<li>",
        "<script>"
      })
  void takesLittleTime(String unit) {
    String text = unit.repeat(10_000);
    Document document = Assertions.assertTimeout(Duration.ofSeconds(2), () -> parse(text));
    assertThat(document.render(List.of())).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }
}
