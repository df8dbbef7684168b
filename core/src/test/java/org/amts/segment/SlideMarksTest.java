package org.amts.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlideMarksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[**词元化**] | 词元化",
        "经过[**几个步骤**]。 | 经过几个步骤。",
        "We (**plot `x`**), then [**train**] it. | We plot `x`, then train it.",
        "(**被称为*停用词***)（stop words） | 被称为*停用词*（stop words）",
        "(~~softmax~~) | softmax",
        "[~~a~~] (**b**) | a b",
        "其中[**$y$是值， | 其中$y$是值，",
        "来减少开销。**] | 来减少开销。",
        "the cost is $5, (**low**) | the cost is $5, low",
      })
  void marksGo(String text, String without) {
    assertThat(SlideMarks.removedFrom(text)).isEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[**text**](there.md)",
        "[**text**][there]",
        "[**Note** the rest](there.md)",
        "(see **this**)",
        "(**this** and **that**)",
        "`f(**options)` and $(**a**)$",
        "**strong** [link](a.md) (aside)",
        "2 ** 3 and ~~struck~~",
      })
  void whatLooksAlikeStays(String text) {
    assertThat(SlideMarks.removedFrom(text)).isEqualTo(text);
  }

  @Test
  void marksThatBothHaveStay() {
    assertThat(SlideMarks.sharedIn("[**词元化**]", "Tokenization")).isEqualTo("词元化");
    assertThat(SlideMarks.sharedIn("[**词元化**]", "[**Tokenization**]")).isEqualTo("[**词元化**]");
    assertThat(SlideMarks.sharedIn("Tokenization", "[**词元化**]")).isEqualTo("Tokenization");
  }

  @Test
  void anEngineGetsThemAsPlaceholders() {
    Segment segment = SegmentParser.parse("We [**plot `x`**], then (**train**) it.");
    Segment prepared = SlideMarks.protect(segment);
    assertThat(prepared.text()).isEqualTo("We ⟦1⟧plot ⟦0⟧⟦2⟧, then ⟦3⟧train⟦4⟧ it.");
    assertThat(prepared.expanded()).isEqualTo(segment.expanded());
    assertThat(SlideMarks.insert(segment, "先⟦3⟧训练⟦4⟧，再⟦1⟧画⟦0⟧⟦2⟧。"))
        .isEqualTo("先(**训练**)，再[**画⟦0⟧**]。");
    Segment plain = Segment.of("plain");
    assertThat(SlideMarks.protect(plain)).isSameAs(plain);
    assertThat(SlideMarks.insert(plain, "⟦7⟧")).isEqualTo("⟦7⟧");
  }

  @Test
  void whereTheyMeanNothingTheyGo() {
    Segment segment = SegmentParser.parse("下面我们[**生成一个序列**]。");
    assertThat(SlideMarks.insert(segment, "Below we generate a sequence⟦1⟧.⟦0⟧"))
        .isEqualTo("Below we generate a sequence.");
  }

  @Test
  void spacesStandOutsideOfThem() {
    Segment segment = SegmentParser.parse("文本[**转换**]了");
    assertThat(SlideMarks.insert(segment, "a text⟦0⟧ is changed ⟦1⟧."))
        .isEqualTo("a text [**is changed**].");
    assertThat(SlideMarks.insert(segment, "⟦0⟧ A text ⟦1⟧is changed"))
        .isEqualTo("[**A text**] is changed");
  }

  @Test
  void halfOfAMarkStays() {
    Segment segment = SegmentParser.parse("其中[**$y$是值，");
    assertThat(SlideMarks.insert(segment, "where ⟦1⟧⟦0⟧ is the value,"))
        .isEqualTo("where [**⟦0⟧ is the value,");
  }

  @Test
  void longTextsWithMarksThatDoNotCloseTakeNoTime() {
    for (String piece : new String[] {"[**", "(**a", "`[**", "**]", "$(~~"}) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatCode(() -> SlideMarks.removedFrom(piece.repeat(30_000)))
                  .doesNotThrowAnyException());
    }
  }
}
