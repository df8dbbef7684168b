package org.amts.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class WordDifferenceTest {

  private static String shown(String before, String after) {
    return WordDifference.of(before, after).stream()
        .map(piece -> piece.isNew() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  @Test
  void newWordsAreMarked() {
    assertThat(shown("a b c", "a x c")).isEqualTo("a [x] c");
    assertThat(shown("a b c", "a b c")).isEqualTo("a b c");
    assertThat(shown("", "a")).isEqualTo("[a]");
    assertThat(shown("a", "")).isEmpty();
    assertThat(shown("我们训练模型。", "我们用梯度训练模型。")).isEqualTo("我们[用梯度]训练模型。");
    assertThat(shown("a c", "a b c")).isEqualTo("a [b ]c");
  }

  @Test
  void thePiecesAreTheText() {
    for (int seed = 0; seed < 200; seed++) {
      RandomText random = new RandomText(seed);
      String after = random.text(12);
      assertThat(
              WordDifference.of(random.text(12), after).stream()
                  .map(WordDifference.Piece::text)
                  .collect(Collectors.joining()))
          .as("%s", random)
          .isEqualTo(after);
    }
  }

  @Test
  void longTextsTakeNoLongTime() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThat(WordDifference.of("a b ".repeat(50_000), "b a ".repeat(50_000))).hasSize(1));
  }
}
