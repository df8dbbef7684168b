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
