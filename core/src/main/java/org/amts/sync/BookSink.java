package org.amts.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;
import org.amts.translate.DocumentSink;
import org.amts.translate.WrittenDocument;

/**
 * Writes translated documents into their book and what they render into its lock file, as if at
 * once: see {@link PendingChanges}.
 */
public final class BookSink implements DocumentSink {

  private final Book book;

  /** Writes into a book. */
  public BookSink(Book book) {
    this.book = book;
  }

  /** Finishes what a run that was killed had decided to do. */
  public void recover() throws IOException {
    new PendingChanges(book, FileSteps.DISK).finish();
  }

  @Override
  public synchronized List<Path> write(String language, List<WrittenDocument> documents)
      throws IOException {
    PendingChanges changes = new PendingChanges(book, FileSteps.DISK);
    KeptSources copies = new KeptSources(book);
    Map<String, Path> files = new HashMap<>();
    for (WrittenDocument written : documents) {
      BookDocument document = written.loaded().document();
      SegmentedDocument before = written.loaded().translation();
      copies.keep(written.loaded().source().document().source().bytes());
      changes.write(
          document.translationName(),
          before == null ? "" : ContentId.of(before.document().source().bytes()),
          written.bytes());
      changes.lock(TranslatedSection.of(written, language));
      files.put(document.translationName(), written.file());
    }
    changes.decide();
    List<Path> refused = new ArrayList<>();
    changes.finish().forEach(name -> refused.add(files.get(name)));
    return refused;
  }
}
