package org.amts.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amts.segment.Placeholder.Kind;
import org.junit.jupiter.api.Test;

class SegmentParserTest {

  @Test
  void protectsWhatMarkdownMarks() {
    Segment segment = SegmentParser.parse("see [the guide](a.md \"t\") and *this*");
    assertThat(segment.text()).isEqualTo("see [the guide]⟦0⟧ and *this*");
    assertThat(segment.placeholders())
        .containsExactly(new Placeholder(0, Kind.LINK, "(a.md \"t\")"));
  }

  @Test
  void knowsEveryKind() {
    Segment segment =
        SegmentParser.parse("![alt](x.png) `c` $x$ :numref:`f` <br> https://a.b/c {{< s >}} \\*");
    assertThat(segment.text()).isEqualTo("![alt]⟦0⟧ ⟦1⟧ ⟦2⟧ ⟦3⟧ ⟦4⟧ ⟦5⟧ ⟦6⟧ ⟦7⟧");
    assertThat(segment.placeholders())
        .extracting(Placeholder::kind)
        .isEqualTo(
            List.of(
                Kind.IMAGE,
                Kind.CODE,
                Kind.MATH,
                Kind.ROLE,
                Kind.HTML,
                Kind.LINK,
                Kind.OTHER,
                Kind.OTHER));
  }

  @Test
  void takesMarksOfTheTextForText() {
    assertThat(SegmentParser.parse(" a ⟦3⟧\u00a0b ").expanded()).isEqualTo("a ⟦3⟧ b");
    assertThat(SegmentParser.parse("")).isEqualTo(Segment.of(""));
  }
}
