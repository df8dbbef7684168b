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

  /** Sentences without markup take a short way, which must lead to the same place. */
  @Test
  void theShortWayLeadsToTheSamePlace() {
    List<String> pieces =
        List.of(
            "word",
            "h",
            "http",
            "https://a.b",
            " ",
            "  ",
            "\t",
            "!",
            "[",
            "]",
            "(x)",
            "*",
            "_",
            ":",
            ":ref:",
            "%(a)s",
            "%",
            "@",
            "#",
            "|",
            "é",
            "e\u0301",
            "ñ",
            "\u00a0",
            "\u00ad",
            "机器",
            "，",
            "：",
            "（",
            "…",
            "“",
            "\u3000",
            "½",
            "Å",
            "\u212b",
            "{",
            "}",
            "~~",
            "=",
            "^",
            "'",
            "’");
    for (int seed = 0; seed < 20_000; seed++) {
      java.util.Random random = new java.util.Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      // A code span at the end takes the long way, and changes nothing before it.
      Segment expected = SegmentParser.parse(text + " `c`");
      Segment parsed = SegmentParser.parse(text.toString());
      String all = expected.expanded();
      assertThat(parsed.expanded())
          .as("seed %d: %s", seed, text)
          .isEqualTo(all.substring(0, all.length() - "`c`".length()).stripTrailing());
      assertThat(parsed.placeholders()).hasSize(expected.placeholders().size() - 1);
    }
  }
}
