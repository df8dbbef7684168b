package org.amts.translate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.amts.engine.EngineException;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;

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
  private final DocumentSink sink;

  /**
   * @param pair from which language into which
   * @param engine translates; stays open
   * @param style what the target language and its translators ask for
   * @param output where to write
   * @param sink writes the files
   */
  public SubPipeline(
      LanguagePair pair,
      TranslationEngine engine,
      TargetStyle style,
      OutputOptions output,
      DocumentSink sink) {
    this.pair = pair;
    this.engine = engine;
    this.style = style;
    this.output = output;
    this.sink = sink;
  }

  /** The language pair. */
  public LanguagePair pair() {
    return pair;
  }

  /** Whether a document's output does not exist yet. */
  public boolean isOpen(BookDocument document) {
    return !Files.exists(output.fileFor(document, pair.target()));
  }

  /** What is to be done; for {@link #run}. */
  public static final class Work {

    private final List<Item> items = new ArrayList<>();

    private Work() {}

    /** How many segments the engine has to translate. */
    public int segments() {
      return items.stream().filter(Item::canRun).mapToInt(item -> item.open().size()).sum();
    }
  }

  /**
   * Translating documents.
   *
   * @param documents the documents; one whose output exists is skipped
   */
  public Work work(List<LoadedDocument> documents) {
    Work work = new Work();
    for (LoadedDocument loaded : documents) {
      work.items.add(new Item(loaded, !isOpen(loaded.document())));
    }
    return work;
  }

  /** The segments that {@link #run} would give to the engine. */
  public List<Segment> openSegments(Work work) {
    return work.items.stream()
        .filter(Item::canRun)
        .flatMap(item -> item.open().stream())
        .map(segment -> style.prepare(segment.segment()))
        .toList();
  }

  private record Item(LoadedDocument loaded, boolean isDone) {

    boolean canRun() {
      return !isDone && loaded.isReadable();
    }

    /** The segments that an engine has to translate. */
    List<DocumentSegment> open() {
      return loaded.source().segments();
    }
  }

  /**
   * Does the work.
   *
   * @param segmentsDone told how many more segments are done
   * @param documentDone told of each document, in order, when it is written or has failed
   */
  public void run(Work work, IntConsumer segmentsDone, Consumer<DocumentResult> documentDone) {
    List<Item> items = work.items;
    int from = 0;
    while (from < items.size()) {
      int segments = 0;
      int to = from;
      while (to < items.size() && (to == from || segments < engine.segmentsAtATime())) {
        segments += items.get(to).isDone() ? 0 : items.get(to).open().size();
        to++;
      }
      runTogether(items.subList(from, to), segmentsDone).forEach(documentDone);
      from = to;
    }
  }

  private List<DocumentResult> runTogether(List<Item> items, IntConsumer segmentsDone) {
    List<Segment> prepared = new ArrayList<>();
    for (Item item : items) {
      if (item.canRun()) {
        item.open().forEach(segment -> prepared.add(style.prepare(segment.segment())));
      }
    }
    List<Translation> answers;
    try {
      answers = engine.translate(pair, prepared, segmentsDone);
    } catch (EngineException | IllegalArgumentException e) {
      // The latter if it does not know the language pair.
      return items.stream()
          .map(item -> item.canRun() ? failed(item, "engine: " + e.getMessage()) : notRun(item))
          .toList();
    }
    List<DocumentResult> results = new ArrayList<>();
    List<WrittenDocument> written = new ArrayList<>();
    int next = 0;
    for (Item item : items) {
      if (!item.canRun()) {
        results.add(notRun(item));
        continue;
      }
      Map<Integer, Translation> own = new HashMap<>();
      for (DocumentSegment segment : item.open()) {
        own.put(segment.index(), answers.get(next++));
      }
      DocumentWriter.Written document =
          new DocumentWriter(style).write(item.loaded().source(), own);
      written.add(written(item, document, own));
      results.add(done(item, document.flags(), own.size()));
    }
    return write(items, written, results);
  }

  private WrittenDocument written(
      Item item, DocumentWriter.Written document, Map<Integer, Translation> answers) {
    Map<Integer, Translation> standing = new HashMap<>(answers);
    standing
        .keySet()
        .removeIf(
            i -> document.breaking().contains(item.loaded().source().segments().get(i).block()));
    return new WrittenDocument(
        item.loaded(),
        outputOf(item),
        document.bytes(),
        document.replacements(),
        standing,
        engine.identity());
  }

  /** The same results, but for documents that could not be written. */
  private List<DocumentResult> write(
      List<Item> items, List<WrittenDocument> written, List<DocumentResult> results) {
    Map<Path, String> reasons = new HashMap<>();
    try {
      if (!written.isEmpty()) {
        sink.write(pair.target(), written)
            .forEach(path -> reasons.put(path, "left as it is: changed while it was translated"));
      }
    } catch (IOException | UncheckedIOException e) {
      written.forEach(each -> reasons.put(each.file(), "cannot be written: " + e.getMessage()));
    }
    List<DocumentResult> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String reason = items.get(i).canRun() ? reasons.get(results.get(i).output()) : null;
      all.add(reason == null ? results.get(i) : failed(items.get(i), reason));
    }
    return all;
  }

  private DocumentResult notRun(Item item) {
    if (!item.loaded().isReadable()) {
      return failed(item, "not UTF-8 text");
    }
    return DocumentResult.notDone(
        item.loaded().document(), outputOf(item), DocumentResult.Outcome.SKIPPED, "is translated");
  }

  private DocumentResult failed(Item item, String message) {
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

  private DocumentResult done(Item item, List<Flag> flags, int fromEngine) {
    LoadedDocument loaded = item.loaded();
    return new DocumentResult(
        loaded.document(),
        DocumentResult.Outcome.TRANSLATED,
        "",
        outputOf(item),
        loaded.source().segments().size(),
        fromEngine,
        flags,
        loaded.source().document().diagnostics());
  }

  private Path outputOf(Item item) {
    return output.fileFor(item.loaded().document(), pair.target());
  }
}
