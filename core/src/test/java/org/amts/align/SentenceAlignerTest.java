package org.amts.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceAlignerTest {

  private final SentenceAligner aligner = new SentenceAligner();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void recoversTheBeadsOfAnInventedBook(long seed) {
    InventedBook book = InventedBook.write(seed, 600);
    AlignmentScorer scorer = new AlignmentScorer();
    Alignment alignment = aligner.align(book.source, book.target);
    scorer.add(alignment.beads(), book.beads);
    assertThat(scorer.strict().f1()).as("strict F1, seed " + seed).isGreaterThan(0.95);
    assertThat(scorer.lax().f1()).as("lax F1, seed " + seed).isGreaterThan(0.98);
  }

  @Test
  void alignsAFewSentencesByLengthAndWhatIsSpeltAlike() {
    List<String> source =
        List.of(
            "Gradient descent",
            "We start with a learning rate of 0.1 and train for 20 epochs.",
            "The optimiser is Adam with a beta of 0.999.",
            "It was published in 2014, and it is what most people use today.",
            "See https://example.org/optim.html for a longer list of methods.");
    List<String> target =
        List.of(
            "梯度下降",
            "我们从学习率0.1开始，训练20轮。",
            "优化器为Adam，beta为0.999，发表于2014年，如今大多数人都用它。",
            "更多方法见 https://example.org/optim.html。");
    assertThat(beads(aligner.align(source, target)))
        .isEqualTo("[0]:[0] [1]:[1] [2, 3]:[2] [4]:[3]");
  }

  @Test
  void machineTranslationsHelpWhereTheTextIsTooShortToLearnFrom() {
    // Sentences that say who they are in the target's words, in an order that lengths cannot tell.
    List<String> machine =
        IntStream.range(0, 12)
            .mapToObj(i -> "wort" + "abcdefghijkl".charAt(i) + " steht hier")
            .toList();
    List<String> source = IntStream.range(0, 12).mapToObj(i -> "zzz").toList();
    List<String> target = new ArrayList<>(machine.subList(3, 12));
    Alignment alignment = aligner.align(source, target, machine);
    assertThat(beads(alignment))
        .isEqualTo(
            "[0]:[] [1]:[] [2]:[] [3]:[0] [4]:[1] [5]:[2] [6]:[3] [7]:[4] [8]:[5] [9]:[6] [10]:[7]"
                + " [11]:[8]");
  }

  @Test
  void machineTranslationsAreOneForEachSentence() {
    assertThatThrownBy(() -> aligner.align(List.of("a", "b"), List.of("c"), List.of("c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 machine translations for 2 sentences");
  }

  @Test
  void confidenceSeparatesTheRightTextFromAWrongOne() {
    InventedBook book = InventedBook.write(7, 400);
    InventedBook other = InventedBook.write(8, 400);
    double right = meanConfidence(aligner.align(book.source, book.target));
    double wrong = meanConfidence(aligner.align(book.source, other.target));
    assertThat(right).isGreaterThan(0.9);
    assertThat(wrong).isLessThan(0.3);
  }

  @Test
  void aMissingStretchIsLeftOut() {
    InventedBook book = InventedBook.write(9, 600);
    List<Bead> kept = new ArrayList<>();
    int removedFrom = 0;
    int removed = 0;
    for (Bead bead : book.beads) {
      boolean remove = bead.source().stream().anyMatch(i -> i >= 200 && i < 260);
      if (remove) {
        removedFrom = removed == 0 && !bead.target().isEmpty() ? bead.target().get(0) : removedFrom;
        removed += bead.target().size();
      } else if (bead.isPair()) {
        int shift = removed;
        kept.add(new Bead(bead.source(), bead.target().stream().map(i -> i - shift).toList(), 1));
      } else {
        continue;
      }
    }
    List<String> target = new ArrayList<>(book.target);
    target.subList(removedFrom, removedFrom + removed).clear();
    AlignmentScorer scorer = new AlignmentScorer();
    scorer.add(aligner.align(book.source, target).beads(), kept);
    assertThat(scorer.strict().f1()).isGreaterThan(0.9);
  }

  @Test
  void emptySidesHaveNoPairs() {
    assertThat(aligner.align(List.of(), List.of()).beads()).isEmpty();
    assertThat(beads(aligner.align(List.of("one", "two"), List.of()))).isEqualTo("[0]:[] [1]:[]");
    assertThat(beads(aligner.align(List.of(), List.of("one")))).isEqualTo("[]:[0]");
    Alignment blank = aligner.align(List.of("", " "), List.of("", "\n", "…"));
    assertThat(blank.sourceSize()).isEqualTo(2);
  }

  @Test
  void strangeTextIsAligned() {
    List<String> strange =
        List.of(
            "\ud800",
            "\u0000\u0001x",
            "⟦0⟧ ⟦9999⟧",
            "İstanbul ıIi",
            "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🙂",
            "a".repeat(100_000));
    Alignment alignment = aligner.align(strange, strange);
    assertThat(alignment.targetSize()).isEqualTo(6);
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    InventedBook book = InventedBook.write(3, 200);
    List<String> source = book.source.stream().map(s -> s.toUpperCase(Locale.ROOT)).toList();
    Alignment expected = aligner.align(source, book.target);
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(aligner.align(source, book.target)).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void fiveThousandSentencesTakeSeconds() {
    InventedBook book = InventedBook.write(11, 5_000);
    Alignment alignment = within(60, book.source, book.target);
    AlignmentScorer scorer = new AlignmentScorer();
    scorer.add(alignment.beads(), book.beads);
    assertThat(scorer.strict().f1()).isGreaterThan(0.95);
  }

  @Test
  void theSameSentenceManyTimesTakesSeconds() {
    within(60, Collections.nCopies(2_000, "The same again."), Collections.nCopies(1_500, "再来。"));
  }

  @Test
  void sidesOfVeryDifferentSizeTakeSeconds() {
    InventedBook book = InventedBook.write(12, 5_000);
    within(60, book.source, book.target.subList(0, 10));
    within(60, book.source.subList(0, 10), book.target);
    within(60, book.source, book.target.subList(2_000, 4_000));
  }

  @Test
  void sentencesOfTenThousandWordsTakeSeconds() {
    InventedBook book = InventedBook.write(13, 4_000);
    List<String> source = new ArrayList<>();
    List<String> target = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      source.add(String.join(" ", book.source.subList(i * 400, (i + 1) * 400)));
      target.add(String.join(" ", book.target.subList(i * 400, (i + 1) * 400)));
    }
    within(60, source, target);
  }

  private Alignment within(int seconds, List<String> source, List<String> target) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(seconds), () -> aligner.align(source, target));
  }

  /** Confidence of a source sentence, on average; sentences without partner have none. */
  private static double meanConfidence(Alignment alignment) {
    double sum = 0;
    for (Bead bead : alignment.beads()) {
      sum += bead.confidence() * bead.source().size();
    }
    return sum / alignment.sourceSize();
  }

  private static String beads(Alignment alignment) {
    return String.join(" ", alignment.beads().stream().map(BeadNotation::write).toList());
  }
}
