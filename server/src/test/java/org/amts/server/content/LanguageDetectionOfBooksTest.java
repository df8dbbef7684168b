package org.amts.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.amts.document.DocumentFormats;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Placeholder;
import org.amts.segment.Segmenter;
import org.amts.testing.Corpora;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the language of a book's words, and of its sentences, is told right. */
class LanguageDetectionOfBooksTest {

  /** Words of a piece; 0 is the whole segment. */
  private static final int[] LENGTHS = {1, 2, 3, 5, 10, 0};

  @ParameterizedTest
  @CsvSource({"k8s/en, en, 0.95", "k8s/es, es, 0.95", "d2l/zh, zh, 0.99"})
  void piecesOfBooks(String book, String language, double expected) throws IOException {
    List<String> segments = segments(Corpora.find(book), language);
    LanguageDetector detector = new StatisticalLanguageDetector(Set.of("en", "es", "zh"));
    StringBuilder report = new StringBuilder(book);
    double atTen = 0;
    for (int length : LENGTHS) {
      int right = 0;
      int all = 0;
      for (String segment : segments) {
        Optional<String> piece = piece(segment, length, language);
        if (piece.isPresent()) {
          all++;
          right +=
              detector.detect(piece.get()).map(d -> d.languageCode().equals(language)).orElse(false)
                  ? 1
                  : 0;
        }
      }
      report.append(
          String.format(
              Locale.ROOT,
              ", %s %.3f of %d",
              length == 0 ? "segments" : length + " words",
              right / (double) all,
              all));
      atTen = length == 10 ? right / (double) all : atTen;
    }
    System.out.println(report);
    assertThat(atTen).as("%s", report).isGreaterThan(expected);
  }

  /** The beginning of a segment; a word of Chinese is taken to be two characters long. */
  private static Optional<String> piece(String segment, int words, String language) {
    if (words == 0) {
      return Optional.of(segment);
    }
    if (language.equals("zh")) {
      return segment.length() < 2 * words
          ? Optional.empty()
          : Optional.of(segment.substring(0, 2 * words));
    }
    String[] all = segment.split(" ");
    return all.length < words
        ? Optional.empty()
        : Optional.of(String.join(" ", Arrays.copyOf(all, words)));
  }

  /** Every tenth segment, without its placeholders, if it has a letter of its language. */
  private static List<String> segments(Path folder, String language) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
    List<String> segments = new ArrayList<>();
    int count = 0;
    for (Path file : files) {
      for (DocumentSegment segment :
          new Segmenter()
              .segment(DocumentFormats.parse(file.toString(), Files.readAllBytes(file)), language)
              .segments()) {
        String text =
            Placeholder.marksIn(segment.segment().text())
                .replaceAll("")
                .replaceAll("[\\[\\]*_]", "");
        String words = language.equals("zh") ? text.replaceAll("[^\\p{IsHan}，。]", "") : text;
        if (words.codePoints().filter(Character::isLetter).count() > 2 && count++ % 10 == 0) {
          segments.add(words.strip());
        }
      }
    }
    return segments;
  }
}
