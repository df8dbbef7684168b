package org.amts.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.amts.document.DocumentFormats;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ChangeFinderTest {

  private static SegmentedDocument document(String name, String... sentences) {
    return new Segmenter()
        .segment(
            DocumentFormats.parse(
                name,
                String.join("\n\n", sentences).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            "en");
  }

  private static List<Match[]> find(List<SegmentedDocument> olds, List<SegmentedDocument> news) {
    return new ChangeFinder(olds, Set.of(), news).find();
  }

  @Test
  void whatStaysInOrderIsUnchangedAndTheRestHasMoved() {
    List<Match[]> found =
        find(
            List.of(document("a.md", "One apple.", "Two pears.", "Three plums.")),
            List.of(document("a.md", "Three plums.", "One apple.", "Two pears.")));
    assertThat(found.get(0))
        .containsExactly(
            new Match(0, 2, Match.Kind.MOVED),
            new Match(0, 0, Match.Kind.UNCHANGED),
            new Match(0, 1, Match.Kind.UNCHANGED));
  }

  @Test
  void aSentenceThatStandsInEveryChapterComesFromThePredecessor() {
    List<Match[]> found =
        find(
            List.of(
                document("a.md", "Text of a is long.", "Summary"),
                document("b.md", "Text of b is long.", "Summary")),
            List.of(
                document("c.md", "Text of b is long.", "Summary"), document("a.md", "Summary")));
    assertThat(found.get(0)[1]).isEqualTo(new Match(1, 1, Match.Kind.UNCHANGED));
    assertThat(found.get(1)[0]).isEqualTo(new Match(0, 1, Match.Kind.UNCHANGED));
  }

  @Test
  void anEditedSentenceIsFoundAtItsPlaceAndElsewhere() {
    List<Match[]> found =
        find(
            List.of(
                document(
                    "a.md",
                    "The loss falls quickly.",
                    "A zebra crosses seven quiet meadows today.")),
            List.of(
                document("a.md", "The loss falls slowly."),
                document("b.md", "New.", "A zebra crosses eight quiet meadows today.")));
    assertThat(found.get(0)[0]).isEqualTo(new Match(0, 0, Match.Kind.EDITED));
    assertThat(found.get(1)[0]).isNull();
    assertThat(found.get(1)[1]).isEqualTo(new Match(0, 1, Match.Kind.EDITED));
  }

  @Test
  void everySegmentIsUsedOnceAndEqualTextIsAlwaysFound() {
    long seed = 3;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        words.add("Sentence w" + random.nextInt(9) + " of kind k" + random.nextInt(3) + ".");
      }
      List<String> shuffled = new ArrayList<>(words);
      Collections.shuffle(shuffled, random);
      List<Match[]> found =
          find(
              List.of(
                  document("a.md", words.subList(0, 6).toArray(String[]::new)),
                  document("b.md", words.subList(6, 12).toArray(String[]::new))),
              List.of(
                  document("b.md", shuffled.subList(0, 5).toArray(String[]::new)),
                  document("c.md", shuffled.subList(5, 12).toArray(String[]::new))));
      List<Match> all = found.stream().flatMap(Arrays::stream).toList();
      assertThat(all).as("seed %d round %d", seed, round).hasSize(12).doesNotContainNull();
      assertThat(all).allMatch(Match::isEqual);
      assertThat(all.stream().map(m -> m.document() + ":" + m.segment()).distinct()).hasSize(12);
    }
  }

  @Test
  void longDocumentsThatShareNothingTakeLittleTime() {
    String[] before = new String[6000];
    String[] after = new String[6000];
    for (int i = 0; i < before.length; i++) {
      before[i] = "The same words stand in old sentence number " + i + ".";
      after[i] = "The same words stand in new sentence number " + i + " too.";
    }
    SegmentedDocument old = document("a.md", before);
    SegmentedDocument now = document("a.md", after);
    Assertions.assertThatCode(() -> find(List.of(old), List.of(now))).doesNotThrowAnyException();
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(60), () -> find(List.of(old), List.of(now)));
  }
}
