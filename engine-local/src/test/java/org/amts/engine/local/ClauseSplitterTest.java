package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ClauseSplitterTest {

  @Test
  void leavesAShortTextWhole() {
    assertThat(ClauseSplitter.split("One, two.", part -> true)).contains(List.of("One, two."));
  }

  @Test
  void prefersTheEndOfASentence() {
    assertThat(ClauseSplitter.split("One two, three. Four five, six.", shorterThan(20)))
        .contains(List.of("One two, three.", "Four five, six."));
    assertThat(ClauseSplitter.split("机器翻译，很好。机器学习，也好。", shorterThan(10)))
        .contains(List.of("机器翻译，很好。", "机器学习，也好。"));
  }

  @Test
  void neverCutsALinkOrAMark() {
    assertThat(
            ClauseSplitter.split("aaaa [bb, cc dd, ee]⟦0⟧ ffff gg hh", part -> part.length() < 25))
        .contains(List.of("aaaa [bb, cc dd, ee]⟦0⟧", "ffff gg hh"));
  }

  @Test
  void saysWhenThereIsNoPlaceToCut() {
    assertThat(ClauseSplitter.split("x".repeat(100), shorterThan(50))).isEmpty();
  }

  @Test
  void losesNothingButSpaces() {
    for (long seed = 0; seed < 300; seed++) {
      RandomText random = new RandomText(seed);
      String text = random.segment(30, 4).text();
      ClauseSplitter.split(text, shorterThan(60))
          .ifPresent(
              parts -> {
                assertThat(String.join("", parts).replace(" ", ""))
                    .as(random.toString())
                    .isEqualTo(text.strip().replace(" ", ""));
                assertThat(parts).as(random.toString()).allMatch(part -> part.length() < 60);
              });
    }
  }

  @Test
  void isQuickOnLongText() {
    String text = "word, ".repeat(20_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(ClauseSplitter.split(text, shorterThan(100))).isPresent());
  }

  private static java.util.function.Predicate<String> shorterThan(int length) {
    return part -> part.length() < length;
  }
}
