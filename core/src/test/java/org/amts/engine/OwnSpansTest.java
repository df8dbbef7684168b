package org.amts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.amts.segment.SegmentParser;
import org.junit.jupiter.api.Test;

class OwnSpansTest {

  @Test
  void aTranslatorsOwnLinkIsShownAsTheSourcesAndComesBack() {
    OwnSpans spans =
        of(
            "See [talk](http://a.org/1).",
            "见[讨论](http://b.org/7)。",
            "Also see [talk](http://a.org/1).");
    assertThat(spans.revision().before().target()).isEqualTo("见[讨论]⟦0⟧。");
    assertThat(spans.expand("另见[讨论]⟦0⟧。")).isEqualTo("另见[讨论](http://b.org/7)。");
  }

  @Test
  void itStaysWhereTheSourceHasAnotherOneNow() {
    OwnSpans spans =
        of("[Talk](http://a.org/1)", "[讨论](http://b.org/7)", "[Talk again](http://a.org/2)");
    assertThat(spans.expand("[再讨论]⟦0⟧")).isEqualTo("[再讨论](http://b.org/7)");
  }

  @Test
  void whatBothHaveIsTheSources() {
    OwnSpans spans = of("Use `a` and `b`.", "用`a`和`b`。", "Use `a` or `c`.");
    assertThat(spans.revision().before().target()).isEqualTo("用⟦0⟧和⟦1⟧。");
    assertThat(spans.expand("用⟦0⟧或⟦1⟧。")).isEqualTo("用`a`或`c`。");
  }

  @Test
  void whatCannotBePairedStaysInThePlainText() {
    OwnSpans spans = of("Use `a`.", "用`x`和`y`。", "Use `a` now.");
    assertThat(spans.revision().before().target()).isEqualTo("用`x`和`y`。");
    assertThat(spans.expand("现在用⟦0⟧。")).isEqualTo("现在用`a`。");
  }

  private static OwnSpans of(String before, String translation, String after) {
    return OwnSpans.of(
        SegmentParser.parse(before), SegmentParser.parse(translation), SegmentParser.parse(after));
  }
}
