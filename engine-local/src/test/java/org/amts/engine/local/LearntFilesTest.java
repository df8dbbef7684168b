package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.amts.engine.LanguagePair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearntFilesTest {

  private static final LanguagePair EN_ZH = new LanguagePair("en", "zh");

  @TempDir private Path folder;

  @Test
  void aMeasurementFindsOnlyWhatWasLearntFromTheSameExamples() {
    keep(EN_ZH, 0, 100);
    assertThat(files(EN_ZH).of(keys(0, 100))).isPresent();
    assertThat(files(EN_ZH).of(keys(0, 99))).isEmpty();
    assertThat(files(EN_ZH).of(keys(99, 0))).as("in another order").isEmpty();
    assertThat(new LearntFiles(folder, "other", EN_ZH).of(keys(0, 100))).isEmpty();
    assertThat(files(EN_ZH.reversed()).of(keys(0, 100))).isEmpty();
  }

  @Test
  void theLatestThatIsNearEnoughWillDoForATranslation() throws IOException {
    assertThat(files(EN_ZH).near(keys(0, 100))).as("no folder").isEmpty();
    keep(EN_ZH, 0, 100);
    age(1);
    keep(EN_ZH, 0, 105);
    age(1);
    keep(EN_ZH, 0, 300);
    assertThat(files(EN_ZH).near(keys(0, 103)).orElseThrow().examples()).hasSize(105);
    assertThat(files(EN_ZH).near(keys(0, 100)).orElseThrow().examples())
        .as("the same before others")
        .hasSize(100);
    assertThat(files(EN_ZH).near(keys(0, 150))).isEmpty();
    assertThat(files(EN_ZH.reversed()).near(keys(0, 100))).isEmpty();
  }

  @Test
  void whatWasNotUsedForLongestGoes() throws IOException {
    keep(EN_ZH.reversed(), 0, 7);
    for (int i = 1; i <= 4; i++) {
      keep(EN_ZH, 0, 100 * i);
      age(1);
    }
    assertThat(files(EN_ZH).near(keys(0, 99))).as("used again").isPresent();
    keep(EN_ZH, 0, 500);
    assertThat(files(EN_ZH).of(keys(0, 100))).isPresent();
    assertThat(files(EN_ZH).of(keys(0, 200))).isEmpty();
    assertThat(files(EN_ZH).of(keys(0, 300))).isPresent();
    assertThat(files(EN_ZH.reversed()).of(keys(0, 7))).isPresent();
  }

  @Test
  void aFewNewOrChangedExamplesAreNoReasonToLearnAgain() {
    assertThat(LearntFiles.isRecent(set(0, 100), set(0, 100))).isTrue();
    assertThat(LearntFiles.isRecent(set(0, 100), set(0, 108))).isTrue();
    assertThat(LearntFiles.isRecent(set(0, 100), set(5, 105))).as("five of them changed").isTrue();
  }

  @Test
  void manyAre() {
    assertThat(LearntFiles.isRecent(set(0, 100), set(0, 120))).isFalse();
    assertThat(LearntFiles.isRecent(set(0, 100), set(20, 100))).isFalse();
    assertThat(LearntFiles.isRecent(Set.of(), set(0, 1))).isFalse();
  }

  private LearntFiles files(LanguagePair pair) {
    return new LearntFiles(folder, "model", pair);
  }

  private void keep(LanguagePair pair, long from, long to) {
    files(pair)
        .keep(
            keys(from, to),
            new LearntFile.Content(
                new NetworkLearning.Learnt(
                    Map.of("up.x", new float[] {1}), Map.of(), Map.of(2, new float[] {1})),
                new MemoryRegister(new float[] {0}),
                set(from, to)));
  }

  /** Makes all files some hours older. */
  private void age(int hours) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        FileTime time = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() - hours * 3_600_000L));
      }
    }
  }

  /** Numbered examples; from the greater to the smaller, they are the same in another order. */
  private static List<ExampleKey> keys(long from, long to) {
    return LongStream.range(0, Math.abs(to - from))
        .mapToObj(i -> new ExampleKey(from < to ? from + i : from - 1 - i, 0))
        .toList();
  }

  private static Set<ExampleKey> set(long from, long to) {
    return keys(from, to).stream().collect(Collectors.toSet());
  }
}
