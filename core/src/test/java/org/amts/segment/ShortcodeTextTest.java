package org.amts.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ShortcodeTextTest {

  private static final String POD = "{{< glossary_tooltip text=\"%s\" term_id=\"pod\" >}}";
  private static final String NODE = "{{< glossary_tooltip text=\"%s\" term_id=\"node\" >}}";

  private final Segment segment =
      SegmentParser.parse(
          "Each " + POD.formatted("pod") + " has a " + NODE.formatted("node") + " `x`.");

  @Test
  void anEngineGetsItAsTheTextOfALink() {
    assertThat(segment.text()).isEqualTo("Each ⟦0⟧pod⟦1⟧ has a ⟦0⟧node⟦2⟧ ⟦3⟧.");
    assertThat(ShortcodeText.prepare(segment).text())
        .isEqualTo("Each [pod]⟦1⟧ has a [node]⟦2⟧ ⟦3⟧.");
    assertThat(segment.expand(ShortcodeText.insert(segment, "Un [nodo]⟦2⟧ ⟦3⟧ por [cápsula] ⟦1⟧.")))
        .isEqualTo("Un " + NODE.formatted("nodo") + " `x` por " + POD.formatted("cápsula") + ".");
  }

  @Test
  void withoutBracketsItStaysAsItIs() {
    assertThat(
            segment.expand(
                ShortcodeText.insert(segment, "Cada pod⟦1⟧ tiene [un \"nodo\"]⟦2⟧ ⟦3⟧.")))
        .isEqualTo(
            "Cada pod" + POD.formatted("pod") + " tiene " + NODE.formatted("un nodo") + " `x`.");
  }

  @Test
  void otherTextsStay() {
    Segment plain = SegmentParser.parse("See [it](a.md) {{< skew text=\"1\" >}}.");
    assertThat(ShortcodeText.prepare(plain)).isSameAs(plain);
    assertThat(ShortcodeText.insert(plain, "Ver [esto]⟦0⟧ ⟦1⟧.")).isEqualTo("Ver [esto]⟦0⟧ ⟦1⟧.");
    Segment brackets = SegmentParser.parse(POD.formatted("a [b]"));
    assertThat(ShortcodeText.prepare(brackets)).isSameAs(brackets);
  }

  @Test
  void longTranslationsTakeNoTime() {
    for (String piece : new String[] {"[", "[a", "]⟦1⟧", "[a]", "⟦1⟧ "}) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> ShortcodeText.insert(segment, piece.repeat(30_000)),
          "piece " + piece);
    }
  }
}
