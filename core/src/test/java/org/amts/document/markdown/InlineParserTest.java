package org.amts.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.Notation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineParserTest {

  private final InlineParser parser = new InlineParser();

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '\1',
      textBlock =
          """
          plain *words* and **more**      → plain *words* and **more**
          a `code` b                      → a <CODE `code`> b
          a ``co`de`` b                   → a <CODE ``co`de``> b
          a `unclosed b                   → a `unclosed b
          a `b`` c                        → a `b`` c
          $x_1$ and $y*2*z$               → <MATH $x_1$> and <MATH $y*2*z$>
          $5 and $10                      → $5 and $10
          from $5-$10 a day               → from $5-$10 a day
          $5 and $x$                      → $5 and <MATH $x$>
          a \\$5 b $x$                    → a <OTHER \\$>5 b <MATH $x$>
          $a \\$ b$                       → <MATH $a \\$ b$>
          see $$x + y$$ here              → see <MATH $$x + y$$> here
          $$ unclosed                     → $$ unclosed
          $$x$ y                          → $<MATH $x$> y
          it costs $5, see `a$b`          → it costs $5, see <CODE `a$b`>
          \\\\(x \\times y\\\\) ok        → <MATH \\\\(x \\times y\\\\)> ok
          in :numref:`fig_a` and          → in <ROLE :numref:`fig_a`> and
          :eqref:`eq_a`中的               → <ROLE :eqref:`eq_a`>中的
          {ref}`text <a-b>` and           → <ROLE {ref}`text <a-b>`> and
          {py:func}`f`, {}`x`             → <ROLE {py:func}`f`>, <OTHER {}><CODE `x`>
          time 10:30: `x`                 → time 10:30: <CODE `x`>
          [a](b.md) c                     → [a]<LINK_TARGET (b.md)> c
          [a *b*](b.md "t (u)") c         → [a *b*]<LINK_TARGET (b.md "t (u)")> c
          [a](<b c>) [d](e(f)g)           → [a]<LINK_TARGET (<b c>)> [d]<LINK_TARGET (e(f)g)>
          [a](b c) d                      → [a](b c) d
          [a]() b                         → [a]<LINK_TARGET ()> b
          [a][b] c                        → [a]<LINK_TARGET [b]> c
          [a] (b)                         → [a] (b)
          a](b)                           → a](b)
          [x [y](z) w](v)                 → [x [y]<LINK_TARGET (z)> w]<LINK_TARGET (v)>
          [`a]`](b)                       → [<CODE `a]`>]<LINK_TARGET (b)>
          ![alt *t*](i.png) x             → ![alt *t*]<IMAGE_TARGET (i.png)> x
          [![a](b.svg)](c)                → [![a]<IMAGE_TARGET (b.svg)>]<LINK_TARGET (c)>
          [**bold**]                      → [**bold**]
          (**bold $x$**)                  → (**bold <MATH $x$>**)
          note[^1] more                   → note<ROLE [^1]> more
          <https://a.b/c> d               → <LINK_TARGET <https://a.b/c>> d
          <me@a.b> d                      → <LINK_TARGET <me@a.b>> d
          see https://a.b/c_(d). Then     → see <LINK_TARGET https://a.b/c_(d)>. Then
          见https://a.b/c。然后             → 见<LINK_TARGET https://a.b/c>。然后
          (https://a.b/c)                 → (<LINK_TARGET https://a.b/c>)
          a <b class="x">c</b>            → a <HTML <b class="x">>c<HTML </b>>
          a <br/> b <!-- c > d --> e      → a <HTML <br/>> b <HTML <!-- c > d -->> e
          a < b and c > d                 → a < b and c > d
          x &nbsp; y &#39; z & w          → x <HTML &nbsp;> y <HTML &#39;> z & w
          "&lt;pad&gt;" and &lt;/b_1&gt;. → "<HTML &lt;pad&gt;>" and <HTML &lt;/b_1&gt;>.
          1 &lt; 2 &gt; 1, &lt;a b&gt;    → 1 <HTML &lt;> 2 <HTML &gt;> 1, <HTML &lt;>a b<HTML &gt;>
          %(name)s of {count} {#id}       → <OTHER %(name)s> of <OTHER {count}> <OTHER {#id}>
          100% (of all) {a b}             → 100% (of all) {a b}
          {{< ref "a b" >}} x {{% y %}}   → <OTHER {{< ref "a b" >}}> x <OTHER {{% y %}}>
          [a](b-{{< v "x" >}}/c) d        → [a]<LINK_TARGET (b-{{< v "x" >}}/c)> d
          {% raw %} x {{ y }}             → <OTHER {% raw %}> x <OTHER {{ y }}>
          50\\% \\*a\\*                   → 50<OTHER \\%> <OTHER \\*>a<OTHER \\*>
          C:\\temp                        → C:\\temp
          这是**粗体**，*斜体*（a）          → 这是**粗体**，*斜体*（a）
          """)
  void findsWhatMustNotBeTranslated(String markdown, String expected) {
    assertThat(Notation.of(parser.parse(markdown))).isEqualTo(expected);
  }

  @Test
  void lineEndsAreSoftBreaksThatReadAsASpace() {
    List<Inline> inlines = parser.parse("one \n  two\r\nthree");
    assertThat(Notation.of(inlines)).isEqualTo("one/two/three");
    assertThat(inlines.get(1).text()).isEqualTo(" ");
    assertThat(inlines.get(1).range().length()).isEqualTo(4);
  }

  @Test
  void hardBreaksAreKept() {
    assertThat(Notation.of(parser.parse("one  \n two\\\nthree")))
        .isEqualTo("one<OTHER   \n >two<OTHER \\\n>three");
  }

  @Test
  void formulasAndCodeGoOverLines() {
    assertThat(Notation.of(parser.parse("a $x\n+ y$ b `c\nd`")))
        .isEqualTo("a <MATH $x\n+ y$> b <CODE `c\nd`>");
  }

  @Test
  void wordsThatAreALabelAreKept() {
    InlineParser withLabels = new InlineParser(Set.of("the guide"));
    assertThat(
            Notation.of(withLabels.parse("see [The  Guide], [the guide][] and [this][the guide]")))
        .isEqualTo(
            "see <LINK_TARGET [The  Guide]>, <LINK_TARGET [the guide][]> and"
                + " [this]<LINK_TARGET [the guide]>");
    assertThat(Notation.of(withLabels.parse("a `b` [the guide] c"))).startsWith("a <CODE `b`> <");
  }

  @Test
  void emptyTextHasNoInlines() {
    assertThat(parser.parse("")).isEmpty();
  }

  @Test
  void inlinesTileAnyText() {
    long seed = 20260701;
    Random random = new Random(seed);
    String alphabet = "ab *_`$$:{}[]()!<>&;%\\\n\r\t\"'#-^/h数学。";
    for (int run = 0; run < 20_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      List<Inline> inlines = parser.parse(text.toString());
      int at = 0;
      InlineKind before = null;
      for (Inline inline : inlines) {
        assertThat(inline.range().start()).as("seed %d, text %s", seed, text).isEqualTo(at);
        assertThat(inline.range().isEmpty()).as("seed %d, text %s", seed, text).isFalse();
        assertThat(inline.kind() == InlineKind.TEXT && before == InlineKind.TEXT)
            .as("two texts in a row: seed %d, text %s", seed, text)
            .isFalse();
        at = inline.range().end();
        before = inline.kind();
      }
      assertThat(at).as("seed %d, text %s", seed, text).isEqualTo(text.length());
    }
  }
}
