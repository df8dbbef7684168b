package org.amts.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlideMarkTransferTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[**训练**] | 训练 | Training | [**Training**]",
        "[**训练模型**]。 | 训练模型。 | Train the model. | [**Train the model**].",
        "[**训练模型。**] | 训练模型。 | Train the model. | [**Train the model.**]",
        "[**名为*权重***]。 | 名为*权重*。 | It is called *weight*. | [**It is called *weight***].",
        "(~~读取~~)： | 读取： | Read | (~~Read~~)",
        "经过[**几步**]。 | 经过**几步**。 | After **a few steps** . | After [**a few steps**].",
        "We [**plot**], then (~~train~~) it | We **plot**, then **train** it "
            + "| 先**画** ，再**训练** | 先[**画**]，再(~~训练~~)",
        "[**训练**]与预测 | **训练**与预测 | ** Training ** and prediction "
            + "| [**Training**] and prediction",
        "我们[**画**]图 | 我们**画**图 | we **draw *plots*** | we [**draw *plots***]",
      })
  void disturbAsLittleAsTheyCan(
      String source, String prepared, String translation, String expected) {
    Segment segment = SegmentParser.parse(source);
    assertThat(SlideMarkTransfer.prepare(segment).expanded()).isEqualTo(prepared);
    assertThat(SlideMarkTransfer.insert(segment, translation)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "经过[**几步**]。 | After a **few steps. | After a few steps.",
        "经过[**几步**]。 | After a few steps. | After a few steps.",
        "经过[**几步**]。 | **After** a **few** steps. | After a few steps.",
        "经过[**几步**]。 | After **a few****** steps. | After a few steps.",
        "经过[**几步**]，**再**走 | After⟦1⟧ a few steps,⟦0⟧ **go** | After a few steps, **go**",
      })
  void goWhereTheyMeanNothing(String source, String translation, String expected) {
    assertThat(SlideMarkTransfer.insert(SegmentParser.parse(source), translation))
        .isEqualTo(expected);
  }

  @Test
  void arePlaceholdersBesideOtherEmphasis() {
    Segment segment = SegmentParser.parse("We [**plot `x`**], then (**train *it***) **well**.");
    Segment prepared = SlideMarkTransfer.prepare(segment);
    assertThat(prepared.text()).isEqualTo("We ⟦1⟧plot ⟦0⟧⟦2⟧, then ⟦3⟧train *it*⟦4⟧ **well**.");
    assertThat(prepared.expanded()).isEqualTo(segment.expanded());
    assertThat(SlideMarkTransfer.insert(segment, "先**好好**⟦3⟧训练*它*⟦4⟧，再⟦1⟧画⟦0⟧⟦2⟧。"))
        .isEqualTo("先**好好**(**训练*它***)，再[**画⟦0⟧**]。");
  }

  @Test
  void textsWithoutThemStay() {
    Segment plain = Segment.of("**plain**");
    assertThat(SlideMarkTransfer.prepare(plain)).isSameAs(plain);
    assertThat(SlideMarkTransfer.insert(plain, "**⟦7⟧**")).isEqualTo("**⟦7⟧**");
  }

  @Test
  void placeholdersHaveTheirSpacesOutside() {
    Segment segment = SegmentParser.parse("文本[**转*换***]了");
    assertThat(SlideMarkTransfer.insert(segment, "a text⟦0⟧ is changed ⟦1⟧."))
        .isEqualTo("a text [**is changed**].");
    assertThat(SlideMarkTransfer.insert(segment, "⟦0⟧ A text ⟦1⟧is changed"))
        .isEqualTo("[**A text**] is changed");
  }

  @Test
  void halfOfAMarkStays() {
    Segment segment = SegmentParser.parse("其中[**$y$是值，");
    assertThat(SlideMarkTransfer.insert(segment, "where ⟦1⟧⟦0⟧ is the value,"))
        .isEqualTo("where [**⟦0⟧ is the value,");
  }

  @Test
  void longTranslationsTakeNoTime() {
    Segment segment = SegmentParser.parse("经过[**几步**]。");
    for (String piece : new String[] {"**", "* ", " ", "。", "** a", "⟦0⟧"}) {
      String text = piece.repeat(30_000);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> SlideMarkTransfer.insert(segment, text), "piece " + piece);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> SlideMarkTransfer.insert(SegmentParser.parse("[**a**]."), text),
          "piece " + piece);
    }
  }
}
