package org.amts.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import org.amts.document.Block;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.document.TextRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments the books that lie beside the checkout; skipped where there are none. */
class RealBooksTest {

  @ParameterizedTest
  @CsvSource({
    "d2l/en-origin, en, 11000",
    "d2l/zh, zh, 11000",
    "dlvsml/es, es, 8000",
    "k8s/en, en, 6000",
    "k8s/es, es, 5000"
  })
  void coversEveryBlockWithSegments(String book, String language, int atLeast) throws IOException {
    Path root = Path.of(System.getProperty("amts.corpora", "")).resolve(book);
    assumeTrue(Files.isDirectory(root), "skipped: no real books in amts.corpora");
    int segments = 0;
    for (Path file : markdownFiles(root)) {
      Document document = DocumentFormats.parse(file.toString(), Files.readAllBytes(file));
      SegmentedDocument segmented = new Segmenter().segment(document, language);
      assertCovers(segmented);
      segments += segmented.segments().size();
    }
    assertThat(segments).isGreaterThan(atLeast);
  }

  private static void assertCovers(SegmentedDocument segmented) {
    Document document = segmented.document();
    int at = 0;
    for (DocumentSegment segment : segmented.segments()) {
      TextRange range = segment.range();
      assertThat(range.start()).as(document.name()).isGreaterThanOrEqualTo(at);
      at = range.end();
    }
    for (int i = 0; i < document.blocks().size(); i++) {
      List<DocumentSegment> segments = segmented.segmentsOf(i);
      if (!segments.isEmpty()) {
        String expanded =
            segments.stream().map(s -> s.segment().expanded()).collect(Collectors.joining());
        assertThat(solid(expanded))
            .as("%s:%d", document.name(), document.source().lineOf(segments.get(0).range().start()))
            .isEqualTo(solid(read(document.blocks().get(i))));
      }
    }
  }

  private static String read(Block block) {
    return block.inlines().stream().map(inline -> inline.text()).collect(Collectors.joining());
  }

  private static String solid(String text) {
    return Normalizer.normalize(text.replaceAll("[\\s\\p{Z}]+", ""), Normalizer.Form.NFC);
  }

  private static List<Path> markdownFiles(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }
}
