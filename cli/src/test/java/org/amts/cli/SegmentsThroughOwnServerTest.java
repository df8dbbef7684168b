package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.amts.document.DocumentFormats;
import org.amts.engine.LanguagePair;
import org.amts.engine.TranslationEngine;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.segment.Segmenter;
import org.amts.testing.Corpora;
import org.amts.testing.FakeEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine behind {@code amts serve} gets what the engine {@code amazon} was given: the same
 * sentences in the same order, with the same kinds of placeholders. Matches in a translation memory
 * depend on all of it.
 */
class SegmentsThroughOwnServerTest {

  @TempDir private Path data;

  @Test
  void theSegmentsOfTheSampleBookArriveAsTheyAre() throws IOException {
    check(Path.of("../examples/handbook/en"));
  }

  @Test
  void theSegmentsOfARealBookArriveAsTheyAre() throws IOException {
    check(Corpora.find("d2l/en-origin"));
  }

  private void check(Path book) throws IOException {
    Set<Segment> given = segments(book);
    FakeEngine behind = new FakeEngine();
    try (OwnServer server = new OwnServer(data, behind);
        TranslationEngine amazon = server.amazon()) {
      amazon.translate(new LanguagePair("en", "zh"), List.copyOf(given), done -> {});
    }
    assertThat(Set.copyOf(behind.asked())).isEqualTo(given);
    assertThat(behind.asked()).hasSameSizeAs(given);
  }

  /** Those that have words, each once. */
  private static Set<Segment> segments(Path book) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(book)) {
      files = all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
    Set<Segment> segments = new LinkedHashSet<>();
    for (Path file : files) {
      new Segmenter()
              .segment(
                  DocumentFormats.parse(file.getFileName().toString(), Files.readAllBytes(file)),
                  "en")
              .segments()
              .stream()
              .map(DocumentSegment::segment)
              .filter(segment -> !segment.hasNoWords())
              .forEach(segments::add);
    }
    return segments;
  }
}
