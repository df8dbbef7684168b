package org.amts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.junit.jupiter.api.Test;

class FixedTermsTest {

  private final FixedTerms terms =
      new FixedTerms(
          List.of(
              new TermEntry("NumPy", "NumPy"),
              new TermEntry("learning rate", "学习率"),
              new TermEntry("rate", "率")));

  @Test
  void replacesWholeWordsTheLongestFirst() {
    Segment segment =
        SegmentParser.parse("In NumPy a learning rate is a rate, not a rated `rate`.");
    Segment prepared = terms.protect(segment);
    assertThat(prepared.text()).isEqualTo("In ⟦1⟧ a ⟦2⟧ is a ⟦3⟧, not a rated ⟦0⟧.");
    assertThat(terms.insert(segment, "在⟦1⟧中，⟦2⟧是⟦3⟧，不是⟦0⟧。")).isEqualTo("在NumPy中，学习率是率，不是⟦0⟧。");
  }

  @Test
  void aTermThatOccursTwiceIsOnePlaceholder() {
    Segment prepared = terms.protect(Segment.of("NumPy is NumPy"));
    assertThat(prepared.text()).isEqualTo("⟦0⟧ is ⟦0⟧");
  }

  @Test
  void findsTermsBetweenChineseCharacters() {
    assertThat(terms.protect(Segment.of("使用NumPy计算")).text()).isEqualTo("使用⟦0⟧计算");
  }

  @Test
  void leavesOtherSegmentsAlone() {
    Segment segment = Segment.of("numpy, NumPys");
    assertThat(terms.protect(segment)).isSameAs(segment);
    assertThat(FixedTerms.NONE.protect(Segment.of("a"))).isEqualTo(Segment.of("a"));
  }
}
