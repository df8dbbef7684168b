package org.amts.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.LanguagePair;
import org.amts.translate.Book;
import org.amts.translate.Flag;
import org.amts.translate.TargetStyle;

/**
 * Brings the translations of a book into one language in step with its source.
 *
 * <pre>{@code
 * Synchronization sync = new Synchronization(book, "zh", archive, new OriginFile());
 * sync.recover();
 * SyncPlan plan = sync.plan();
 * SyncResult result = sync.apply(plan, style, () -> engine, done -> {});
 * }</pre>
 *
 * <p>Languages are synchronised one after another, by one process at a time.
 */
public final class Synchronization {

  /** Held in memory together before they are laid down. */
  private static final int DOCUMENTS_AT_A_TIME = 64;

  private final Book book;
  private final String language;
  private final SourceArchive archive;
  private final SourceEvidence evidence;
  private final KeptSources copies;
  private final FileSteps steps;

  /**
   * @param language a target language of the book
   * @param archive where older sources are fetched from, besides AMTS's own copies
   * @param evidence tells which source a translation was made from that the lock does not know
   */
  public Synchronization(
      Book book, String language, SourceArchive archive, SourceEvidence evidence) {
    this(book, language, archive, evidence, FileSteps.DISK);
  }

  Synchronization(
      Book book, String language, SourceArchive archive, SourceEvidence evidence, FileSteps steps) {
    this.book = book;
    this.language = language;
    this.copies = new KeptSources(book);
    this.archive = copies.or(archive);
    this.evidence = evidence;
    this.steps = steps;
  }

  /**
   * Finishes what a run that was killed had decided to do.
   *
   * @return names of files that somebody has changed since, which are left as they are
   */
  public List<String> recover() throws IOException {
    return new PendingChanges(book, steps).finish();
  }

  /**
   * Compares the book with what its translations were made from. Changes nothing.
   *
   * @throws LockFileException if the lock file cannot be understood
   */
  public SyncPlan plan() throws IOException {
    return planner(false).plan();
  }

  /**
   * As {@link #plan()}, but translations that lack some of their source are filled up also if they
   * have text that has no place in it: that text is left out, and listed when the plan is carried
   * out.
   */
  public SyncPlan planToFillUp() throws IOException {
    return planner(true).plan();
  }

  /**
   * Writes sections of the lock file for translations that it does not know, and changes nothing
   * else.
   *
   * @return the new sections
   */
  public List<AdoptedDocument> adopt() throws IOException {
    List<AdoptedDocument> adopted = planner(false).adopt();
    PendingChanges changes = new PendingChanges(book, steps);
    for (AdoptedDocument document : adopted) {
      copies.keep(document.source());
      changes.lock(document.section());
    }
    changes.decide();
    changes.finish();
    return adopted;
  }

  private Planner planner(boolean fillsUp) throws IOException {
    LockFile lock = LockFile.read(LockFile.of(book));
    return new Planner(book, language, archive, evidence, lock, fillsUp);
  }

  /**
   * Carries out a plan. All files change together at the end: a run that is stopped before has
   * changed nothing, and keeps the engine's answers for the next one.
   *
   * @param style what the target language and its translators ask for
   * @param engine opened only if the plan needs it; the caller closes it
   * @param progress told how many more segments the engine has done
   */
  public SyncResult apply(
      SyncPlan plan, TargetStyle style, Supplier<AdaptedEngine> engine, IntConsumer progress)
      throws IOException {
    LanguagePair pair = new LanguagePair(book.settings().source(), language);
    AnswerCache cache = new AnswerCache(PendingChanges.answers(book));
    Map<Piece, Answer> answers = new EngineWork(pair, style, engine, cache, progress).answers(plan);
    PendingChanges changes = new PendingChanges(book, steps);
    List<String> written = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    List<Flag> flags = new ArrayList<>();
    for (int from = 0; from < plan.documents().size(); from += DOCUMENTS_AT_A_TIME) {
      int to = Math.min(plan.documents().size(), from + DOCUMENTS_AT_A_TIME);
      List<DocumentPlan> some = plan.documents().subList(from, to);
      List<Optional<SyncedDocument.Written>> results =
          some.parallelStream().map(document -> write(document, answers, style)).toList();
      for (int i = 0; i < some.size(); i++) {
        DocumentPlan document = some.get(i);
        copies.keep(document.source().document().source().bytes());
        if (results.get(i).isEmpty()) {
          changes.lock(kept(document));
          continue;
        }
        SyncedDocument.Written result = results.get(i).get();
        changes.write(document.document().translationName(), targetId(document), result.bytes());
        changes.lock(result.section());
        written.add(document.document().translationName());
        flags.addAll(Flags.of(document, answers, result.broken()));
      }
    }
    for (LockedDocument section : plan.vanished()) {
      changes.forget(language, section.name());
      if (Files.exists(book.root().resolve(section.targetName()))) {
        changes.delete(section.targetName(), presentId(section.targetName()));
        deleted.add(section.targetName());
      }
    }
    keepRemoved(plan, changes);
    changes.decide();
    List<String> refused = changes.finish();
    for (String name : refused) {
      written.remove(name);
      deleted.remove(name);
      flags.add(new Flag(name, 1, "left as it is: changed while amts sync was at work", ""));
    }
    cache.clear();
    return new SyncResult(written, deleted, flags);
  }

  private Optional<SyncedDocument.Written> write(
      DocumentPlan plan, Map<Piece, Answer> answers, TargetStyle style) {
    return plan.keepsFile()
        ? Optional.empty()
        : Optional.of(new SyncedDocument(plan, answers, style, language).write());
  }

  private LockedDocument kept(DocumentPlan plan) {
    Baseline base = plan.base();
    Baseline now =
        new Baseline(plan.document(), plan.source(), base.translation(), base.renditions());
    return Sections.of(
        now,
        ContentId.of(plan.source().document().source().bytes()),
        ContentId.of(base.translation().document().source().bytes()));
  }

  /** The id of the translation that the plan was made with; empty if there was none. */
  private static String targetId(DocumentPlan plan) {
    Baseline base = plan.base();
    return base == null ? "" : ContentId.of(base.translation().document().source().bytes());
  }

  private String presentId(String name) throws IOException {
    return ContentId.of(Files.readAllBytes(book.root().resolve(name)));
  }

  private void keepRemoved(SyncPlan plan, PendingChanges changes) throws IOException {
    Set<String> leftAsTheyAre =
        plan.removals().stream()
            .filter(Removal::isConflict)
            .map(Removal::document)
            .collect(Collectors.toSet());
    List<Removal> removals =
        plan.removals().stream()
            .filter(removal -> !leftAsTheyAre.contains(removal.document()))
            .filter(removal -> !removal.source().isBlank())
            .toList();
    if (removals.isEmpty()) {
      return;
    }
    RemovedPairs removed = new RemovedPairs(book, language);
    Path file = book.root().resolve(removed.fileName());
    byte[] content = removed.with(removals);
    changes.write(
        removed.fileName(), Files.exists(file) ? presentId(removed.fileName()) : "", content);
  }
}
