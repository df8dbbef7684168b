package org.amts.translate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.amts.document.AtomicFile;
import org.amts.document.DocumentFormats;
import org.amts.engine.EngineException;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.segment.Segmenter;

/**
 * Translates the documents of a book into one language. Several sub-pipelines may run side by side
 * on one engine.
 *
 * <p>Documents are handed to the engine some at a time and written as soon as they are done, so
 * that a run that is stopped goes on where it was: what is written is not translated again. A
 * document that fails is reported and the rest goes on.
 */
public final class SubPipeline {

  private final LanguagePair pair;
  private final TranslationEngine engine;
  private final TargetStyle style;
  private final OutputOptions output;
  private final WrittenByEngine record;

  /**
   * @param pair from which language into which
   * @param engine translates; stays open
   * @param style what the target language and its translators ask for
   * @param output where to write
   * @param record remembers what the engine wrote into the book
   */
  public SubPipeline(
      LanguagePair pair,
      TranslationEngine engine,
      TargetStyle style,
      OutputOptions output,
      WrittenByEngine record) {
    this.pair = pair;
    this.engine = engine;
    this.style = style;
    this.output = output;
    this.record = record;
  }

  /** The language pair. */
  public LanguagePair pair() {
    return pair;
  }

  /** Whether a document's output does not exist yet. */
  public boolean isOpen(BookDocument document) {
    return !Files.exists(output.fileFor(document, pair.target()));
  }

  /**
   * Translates documents from the start.
   *
   * @param documents the documents; one whose output exists is skipped
   * @param segmentsDone told how many more segments are done
   * @param documentDone told of each document, in order, when it is written or has failed
   */
  public void translate(
      List<LoadedDocument> documents,
      IntConsumer segmentsDone,
      Consumer<DocumentResult> documentDone) {
    run(work(documents), segmentsDone, documentDone);
  }

  /**
   * Brings existing translations up to date: blocks of the source that have no counterpart are
   * translated, everything that people wrote is kept, code and pictures follow the source.
   *
   * @param documents the documents with how far they are; one that is translated is skipped
   * @param minimumConfidence of an aligned bead that counts as a translation, 0..1
   * @param segmentsDone told how many more segments are done
   * @param documentDone told of each document, in order, when it is written or has failed
   */
  public void update(
      List<DocumentStatus> documents,
      double minimumConfidence,
      IntConsumer segmentsDone,
      Consumer<DocumentResult> documentDone) {
    run(work(documents, minimumConfidence), segmentsDone, documentDone);
  }

  /** The segments that {@link #translate} would give to the engine. */
  public List<Segment> openSegments(List<LoadedDocument> documents) {
    return segments(work(documents));
  }

  /** The segments that {@link #update} would give to the engine. */
  public List<Segment> openSegments(List<DocumentStatus> documents, double minimumConfidence) {
    return segments(work(documents, minimumConfidence));
  }

  private List<Segment> segments(List<Work> work) {
    return work.stream()
        .filter(SubPipeline::canRun)
        .flatMap(item -> item.open().stream())
        .map(segment -> style.prepare(segment.segment()))
        .toList();
  }

  private List<Work> work(List<LoadedDocument> documents) {
    List<Work> work = new ArrayList<>();
    for (LoadedDocument loaded : documents) {
      work.add(new Work(loaded, ExistingTranslation.NONE, !isOpen(loaded.document())));
    }
    return work;
  }

  private List<Work> work(List<DocumentStatus> documents, double minimumConfidence) {
    List<Work> work = new ArrayList<>();
    for (DocumentStatus status : documents) {
      LoadedDocument loaded = status.loaded();
      ExistingTranslation existing = ExistingTranslation.NONE;
      if (loaded.translation() != null && status.alignment() != null) {
        existing =
            ExistingTranslation.of(
                loaded.source(), loaded.translation(), status.alignment(), minimumConfidence);
      }
      boolean isDone =
          switch (status.state()) {
            case TRANSLATED -> true;
            case MISSING -> !isOpen(loaded.document()); // written by a run that was stopped
            case STALE, UNREADABLE -> false;
          };
      work.add(new Work(loaded, existing, isDone));
    }
    return work;
  }

  private record Work(LoadedDocument loaded, ExistingTranslation existing, boolean isDone) {

    /** The segments that an engine has to translate. */
    List<DocumentSegment> open() {
      return loaded.source().segments().stream()
          .filter(segment -> existing.of(segment.block()) == null)
          .toList();
    }
  }

  private void run(
      List<Work> work, IntConsumer segmentsDone, Consumer<DocumentResult> documentDone) {
    int from = 0;
    while (from < work.size()) {
      int segments = 0;
      int to = from;
      while (to < work.size() && (to == from || segments < engine.segmentsAtATime())) {
        segments += work.get(to).isDone() ? 0 : work.get(to).open().size();
        to++;
      }
      runTogether(work.subList(from, to), segmentsDone, documentDone);
      from = to;
    }
  }

  private void runTogether(
      List<Work> work, IntConsumer segmentsDone, Consumer<DocumentResult> documentDone) {
    List<Segment> prepared = new ArrayList<>();
    for (Work item : work) {
      if (canRun(item)) {
        item.open().forEach(segment -> prepared.add(style.prepare(segment.segment())));
      }
    }
    List<Translation> answers;
    try {
      answers = engine.translate(pair, prepared, segmentsDone);
    } catch (EngineException e) {
      for (Work item : work) {
        documentDone.accept(
            canRun(item) ? failed(item, "engine: " + e.getMessage()) : notRun(item));
      }
      return;
    }
    int next = 0;
    for (Work item : work) {
      if (!canRun(item)) {
        documentDone.accept(notRun(item));
        continue;
      }
      Map<Integer, Translation> own = new HashMap<>();
      for (DocumentSegment segment : item.open()) {
        own.put(segment.index(), answers.get(next++));
      }
      documentDone.accept(write(item, own));
    }
  }

  private static boolean canRun(Work item) {
    return !item.isDone() && item.loaded().isReadable() && item.existing().unplaced().isEmpty();
  }

  private DocumentResult notRun(Work item) {
    if (!item.loaded().isReadable()) {
      return failed(item, "not UTF-8 text");
    }
    if (!item.isDone()) {
      DocumentSegment first = item.existing().unplaced().get(0);
      return failed(
          item,
          "not brought up to date: the place of line "
              + item.loaded().translation().document().source().lineOf(first.range().start())
              + " of its translation cannot be told");
    }
    return DocumentResult.notDone(
        item.loaded().document(), outputOf(item), DocumentResult.Outcome.SKIPPED, "is translated");
  }

  private DocumentResult failed(Work item, String message) {
    return new DocumentResult(
        item.loaded().document(),
        DocumentResult.Outcome.FAILED,
        message,
        outputOf(item),
        item.loaded().source().segments().size(),
        0,
        List.of(),
        item.loaded().source().document().diagnostics());
  }

  private DocumentResult write(Work item, Map<Integer, Translation> answers) {
    LoadedDocument loaded = item.loaded();
    try {
      DocumentWriter.Written written =
          new DocumentWriter(style).write(loaded.source(), item.existing(), answers);
      if (output.folder() == null) {
        // First the record: a run that is killed in between has remembered too much, never too
        // little.
        record.add(pair.target(), newSegments(item, written.bytes()));
      }
      AtomicFile.write(outputOf(item), written.bytes());
      List<Flag> flags = new ArrayList<>(written.flags());
      if (loaded.translation() != null) {
        for (DocumentSegment segment : item.existing().withoutSource()) {
          flags.add(
              Flag.of(loaded.translation(), segment, "left out: the source has nothing like it"));
        }
      }
      return new DocumentResult(
          loaded.document(),
          item.existing() == ExistingTranslation.NONE
              ? DocumentResult.Outcome.TRANSLATED
              : DocumentResult.Outcome.UPDATED,
          "",
          outputOf(item),
          loaded.source().segments().size(),
          answers.size(),
          flags,
          loaded.source().document().diagnostics());
    } catch (IOException | UncheckedIOException e) {
      return failed(item, "cannot be written: " + e.getMessage());
    }
  }

  /** The segments of a written document that its earlier translation did not have. */
  private Set<String> newSegments(Work item, byte[] bytes) {
    Set<String> segments = texts(outputOf(item).getFileName().toString(), bytes);
    if (item.loaded().translation() != null) {
      for (DocumentSegment segment : item.loaded().translation().segments()) {
        segments.remove(segment.segment().expanded());
      }
    }
    return segments;
  }

  private Set<String> texts(String name, byte[] bytes) {
    Set<String> texts = new LinkedHashSet<>();
    for (DocumentSegment segment :
        new Segmenter().segment(DocumentFormats.parse(name, bytes), pair.target()).segments()) {
      texts.add(segment.segment().expanded());
    }
    return texts;
  }

  private Path outputOf(Work item) {
    return output.fileFor(item.loaded().document(), pair.target());
  }
}
