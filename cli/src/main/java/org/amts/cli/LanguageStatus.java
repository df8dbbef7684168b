package org.amts.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.amts.document.Diagnostic;
import org.amts.document.Diagnostic.Severity;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.amts.sync.LockFile;
import org.amts.sync.LockedDocument;
import org.amts.sync.StaleSegments;
import org.amts.translate.Book;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookDocument;
import org.amts.translate.BookLoader;
import org.amts.translate.DocumentStatus;
import org.amts.translate.DocumentStatus.State;
import org.amts.translate.LoadedDocument;

/**
 * How far the translations into one language are: by the lock file where it knows a document, by
 * alignment elsewhere.
 *
 * @param statuses one for each document, in their order
 * @param language the language
 * @param lock the lock file
 * @param minimumConfidence of an alignment that counts, 0..1
 */
record LanguageStatus(
    List<DocumentStatus> statuses, String language, LockFile lock, double minimumConfidence) {

  /** Lines of a document that a message names; more are counted. */
  private static final int MOST_LINES = 10;

  /**
   * Finds out.
   *
   * @param asked documents of the book
   * @throws java.io.UncheckedIOException if a file cannot be read
   */
  static LanguageStatus of(Book book, List<BookDocument> asked, String language, LockFile lock) {
    double minimumConfidence = book.settings().parallelData().minimumConfidence();
    boolean isKnown =
        asked.stream().allMatch(document -> lock.find(language, document.name()).isPresent());
    // The whole book teaches the aligner its words, also for a few documents.
    List<BookDocument> read = isKnown ? asked : book.documents(language);
    List<LoadedDocument> documents = new BookLoader(book.settings().source()).load(read, language);
    List<LoadedDocument> unknown =
        documents.stream()
            .filter(document -> lock.find(language, document.document().name()).isEmpty())
            .toList();
    Map<BookDocument, DocumentStatus> aligned = new HashMap<>();
    for (DocumentStatus status : new BookAlignment(minimumConfidence).status(unknown)) {
      aligned.put(status.loaded().document(), status);
    }
    Set<BookDocument> chosen = new HashSet<>(asked);
    List<DocumentStatus> statuses = new ArrayList<>();
    for (LoadedDocument document : documents) {
      if (!chosen.contains(document.document())) {
        continue;
      }
      statuses.add(
          lock.find(language, document.document().name())
              .map(section -> StaleSegments.status(section, document))
              .orElseGet(() -> aligned.get(document.document())));
    }
    return new LanguageStatus(statuses, language, lock, minimumConfidence);
  }

  /** A warning for each document that is stale or missing, at the first line that is not done. */
  List<Diagnostic> warnings() {
    List<Diagnostic> warnings = new ArrayList<>();
    for (DocumentStatus status : statuses) {
      BookDocument document = status.loaded().document();
      if (status.state() == State.MISSING) {
        warnings.add(
            warning(
                document, 1, "has no translation: " + document.translationName() + " is missing"));
      } else if (status.state() == State.STALE) {
        List<Integer> lines = staleLines(status);
        warnings.add(
            warning(
                document,
                lines.isEmpty() ? 1 : lines.get(0),
                document.translationName()
                    + " is out of date: "
                    + (status.segments() - status.translatedSegments())
                    + " segments, "
                    + status.untranslatedWords()
                    + " words, in lines "
                    + lines.stream()
                        .limit(MOST_LINES)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "))
                    + (lines.size() > MOST_LINES ? " and more" : "")));
      }
    }
    return warnings;
  }

  private Diagnostic warning(BookDocument document, int line, String message) {
    return new Diagnostic(Severity.WARNING, document.name(), line, language + ": " + message);
  }

  /** The lines of the source that the translation does not render. */
  List<Integer> staleLines(DocumentStatus status) {
    SegmentedDocument source = status.loaded().source();
    LockedDocument section = lock.find(language, status.loaded().document().name()).orElse(null);
    List<DocumentSegment> stale =
        section == null
            ? StaleSegments.of(source, status.alignment(), minimumConfidence)
            : StaleSegments.of(section, source);
    return stale.stream()
        .map(segment -> source.document().source().lineOf(segment.range().start()))
        .distinct()
        .toList();
  }
}
