package org.amts.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.amts.document.Block;
import org.amts.document.Diagnostic;
import org.amts.document.DocumentFormats;
import org.amts.document.TextRange;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.amts.translate.Book;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookDocument;
import org.amts.translate.DocumentStatus;
import org.amts.translate.LoadedDocument;
import org.jspecify.annotations.Nullable;

/** Makes the {@link SyncPlan} of one language. For one plan. */
final class Planner {

  /** The share of a translation's words without a place that makes it another text. */
  private static final double MOST_LOST = 0.3;

  private final Book book;
  private final String language;
  private final SourceArchive archive;
  private final SourceEvidence evidence;
  private final LockFile lock;
  private final boolean fillsUp;
  private final Segmenter segmenter = new Segmenter();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<AdoptedDocument> adopted = new ArrayList<>();

  /**
   * @param fillsUp whether text that has no place is left out of translations that lack some of
   *     their source; otherwise they stay as they are
   */
  Planner(
      Book book,
      String language,
      SourceArchive archive,
      SourceEvidence evidence,
      LockFile lock,
      boolean fillsUp) {
    this.book = book;
    this.language = language;
    this.archive = archive;
    this.evidence = evidence;
    this.lock = lock;
    this.fillsUp = fillsUp;
  }

  /** The sections of translations that the lock does not know. */
  List<AdoptedDocument> adopt() throws IOException {
    List<Present> unknown = new ArrayList<>();
    for (Present present : read()) {
      if (present.locked() == null && present.target() != null) {
        unknown.add(present);
      }
    }
    adopt(unknown);
    return adopted;
  }

  SyncPlan plan() throws IOException {
    List<Present> all = read();
    List<Present> changed = all.stream().filter(present -> !present.isInStep()).toList();
    List<LockedDocument> vanished = vanished(all);
    Map<String, Baseline> bases = new LinkedHashMap<>();
    List<Present> unknown = new ArrayList<>();
    List<Optional<Baseline>> locked =
        changed.parallelStream().map(present -> Optional.ofNullable(locked(present))).toList();
    for (int i = 0; i < changed.size(); i++) {
      Present present = changed.get(i);
      locked.get(i).ifPresent(base -> bases.put(present.document().name(), base));
      if (locked.get(i).isEmpty() && present.target() != null) {
        unknown.add(present);
      }
    }
    bases.putAll(adopt(unknown));
    for (LockedDocument section : List.copyOf(vanished)) {
      Baseline base = vanished(section);
      if (base != null) {
        bases.put(section.name(), base);
      } else if (Files.exists(book.root().resolve(section.targetName()))) {
        vanished.remove(section);
        diagnostics.add(
            new Diagnostic(
                Diagnostic.Severity.WARNING,
                section.targetName(),
                0,
                "its source is gone, and what it was cannot be told; move what is of use and delete"
                    + " the file"));
      }
    }
    List<Present> readable = new ArrayList<>();
    List<SegmentedDocument> news = new ArrayList<>();
    List<SegmentedDocument> sources =
        changed.parallelStream()
            .map(p -> parse(p.document().name(), p.source(), book.settings().source()))
            .toList();
    for (int i = 0; i < changed.size(); i++) {
      SegmentedDocument source = sources.get(i);
      diagnostics.addAll(source.document().diagnostics());
      if (source.document().source().isText()) {
        readable.add(changed.get(i));
        news.add(source);
      }
    }
    List<Baseline> olds = new ArrayList<>(bases.values());
    Set<Integer> copyOnly = addElsewhere(olds, news, all, changed);
    return plan(all, readable, news, olds, copyOnly, bases, vanished);
  }

  private SyncPlan plan(
      List<Present> all,
      List<Present> changed,
      List<SegmentedDocument> news,
      List<Baseline> olds,
      Set<Integer> copyOnly,
      Map<String, Baseline> bases,
      List<LockedDocument> vanished) {
    ChangeFinder finder =
        new ChangeFinder(olds.stream().map(Baseline::source).toList(), copyOnly, news);
    List<@Nullable Match[]> matches = finder.find();
    DocumentPlanner planner = new DocumentPlanner(olds);
    List<List<Piece>> pieces = new ArrayList<>();
    for (int n = 0; n < news.size(); n++) {
      int predecessor = finder.predecessorOf(n);
      pieces.add(
          planner.pieces(
              news.get(n), matches.get(n), predecessor < 0 ? null : olds.get(predecessor)));
    }
    List<DocumentPlan> documents = new ArrayList<>();
    for (int n = 0; n < news.size(); n++) {
      BookDocument document = changed.get(n).document();
      Baseline base = bases.get(document.name());
      int predecessor = finder.predecessorOf(n);
      Baseline continued = predecessor < 0 ? null : olds.get(predecessor);
      DocumentPlan.Additions additions =
          continued == null || (continued != base && base != null)
              ? DocumentPlan.Additions.none()
              : planner.additions(news.get(n), pieces.get(n), continued);
      documents.add(
          new DocumentPlan(
              document,
              news.get(n),
              base,
              base != null && keepsFile(base, news.get(n), pieces.get(n)),
              pieces.get(n),
              additions));
    }
    Set<Baseline> left = leaveUnplaced(documents);
    List<Removal> removals = removals(planner, olds, copyOnly, left);
    Set<String> conflicts = new HashSet<>();
    removals.stream().filter(Removal::isConflict).forEach(r -> conflicts.add(r.document()));
    for (DocumentPlan document : List.copyOf(documents)) {
      Baseline base = document.base();
      if (base != null && conflicts.contains(base.document().name())) {
        documents.remove(document);
        diagnostics.add(
            new Diagnostic(
                Diagnostic.Severity.ERROR,
                document.document().translationName(),
                0,
                "left as it is: a person has changed text whose source is gone; move that text to"
                    + " where it belongs, or take it out, and run amts sync again"));
      }
    }
    List<LockedDocument> gone =
        vanished.stream().filter(section -> !conflicts.contains(section.name())).toList();
    return new SyncPlan(
        language,
        documents,
        all.size() - changed.size(),
        gone,
        removals,
        Flows.of(olds, copyOnly, news, matches),
        diagnostics,
        lock,
        adopted);
  }

  /**
   * Leaves translations alone of which text would be lost without need: the greater part of it, or
   * any if their source is what it was when they were made.
   *
   * @return what the translations are that are left alone
   */
  private Set<Baseline> leaveUnplaced(List<DocumentPlan> documents) {
    Set<Baseline> left = new HashSet<>();
    for (DocumentPlan document : List.copyOf(documents)) {
      Baseline base = document.base();
      List<Rendition> lost = document.additions().lost();
      if (base == null || lost.isEmpty() || document.keepsFile()) {
        continue;
      }
      int words = lost.stream().mapToInt(rendition -> targetWords(base, rendition)).sum();
      boolean isOther = words > MOST_LOST * DocumentStatus.wordsOf(base.translation());
      boolean sameSource = base.isMadeFrom(document.source());
      if (isOther || (sameSource && !fillsUp)) {
        documents.remove(document);
        left.add(base);
        TextRange first = base.rangeOf(lost.get(0));
        diagnostics.add(
            new Diagnostic(
                isOther ? Diagnostic.Severity.ERROR : Diagnostic.Severity.WARNING,
                document.document().translationName(),
                base.translation().document().source().lineOf(first.start()),
                isOther
                    ? "left as it is: much of this translation, from this line on, matches nothing"
                        + " in its source; if it is a translation of another version, name that"
                        + " version (see amts sync in docs/commands.md), else delete it"
                    : "left as it is: it lacks some of its source, which has not changed, and has"
                        + " text of its own, as in this line, that would be lost; amts sync"
                        + " --fill-up leaves that out"));
      }
    }
    return left;
  }

  private static int targetWords(Baseline base, Rendition rendition) {
    return base.targetOf(rendition).stream()
        .mapToInt(segment -> DocumentStatus.words(segment.segment().text()))
        .sum();
  }

  private List<Removal> removals(
      DocumentPlanner planner, List<Baseline> olds, Set<Integer> copyOnly, Set<Baseline> left) {
    List<Removal> removals = new ArrayList<>();
    for (int o = 0; o < olds.size(); o++) {
      Baseline base = olds.get(o);
      for (Rendition rendition : base.renditions()) {
        if (copyOnly.contains(o)
            || left.contains(base)
            || rendition.target().isEmpty()
            || planner.isReferenced(rendition)) {
          continue;
        }
        List<Segment> source = base.sourceOf(rendition);
        List<Segment> target =
            base.targetOf(rendition).stream().map(DocumentSegment::segment).toList();
        String text =
            source.isEmpty() ? "" : JoinedSegment.of(source, base.source().language()).expanded();
        removals.add(
            new Removal(
                base.document().name(),
                text,
                JoinedSegment.of(target, language).expanded(),
                DocumentStatus.words(text),
                rendition.changedByPerson()));
      }
    }
    return removals;
  }

  /** Whether a translation needs nothing: no text, code, label or place in it has changed. */
  private static boolean keepsFile(Baseline base, SegmentedDocument source, List<Piece> pieces) {
    boolean kept =
        pieces.stream()
            .allMatch(
                piece ->
                    piece.base() == base
                        && piece.edit() == null
                        && (piece.action() == Action.KEEP
                            || piece.action() == Action.LEAVE_OUT
                            || piece.action() == Action.CONFLICT));
    return kept && frame(base.source()).equals(frame(source));
  }

  /** What a document is but for the text of its segments and for white space. */
  private static List<String> frame(SegmentedDocument document) {
    List<String> frame = new ArrayList<>();
    List<Block> blocks = document.document().blocks();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      List<DocumentSegment> segments = document.segmentsOf(i);
      frame.add(
          block.kind()
              + " "
              + block.level()
              + " "
              + (segments.isEmpty()
                  ? block.range().of(document.document().text())
                  : segments.size()));
    }
    return frame;
  }

  private List<Present> read() throws IOException {
    FileIds ids = new FileIds(book, language, Instant.now());
    List<Present> all = new ArrayList<>();
    for (BookDocument document : book.documents(language)) {
      LockedDocument locked = lock.find(language, document.name()).orElse(null);
      all.add(new Present(document, locked, ids));
    }
    ids.keep();
    return all;
  }

  private List<LockedDocument> vanished(List<Present> all) {
    Set<String> names = new HashSet<>();
    all.forEach(present -> names.add(present.document().name()));
    return lock.documents(language).stream()
        .filter(section -> !names.contains(section.name()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The baseline of a changed document that the lock knows; null if it has to be aligned anew. */
  private @Nullable Baseline locked(Present present) {
    LockedDocument section = present.locked();
    if (section == null || present.target() == null) {
      return null;
    }
    byte[] source =
        section.sourceId().equals(ContentId.of(present.source()))
            ? present.source()
            : archive.find(present.document(), section.sourceId()).orElse(null);
    return source == null ? null : read(section, present.document(), source, present.target());
  }

  private @Nullable Baseline read(
      LockedDocument section, BookDocument document, byte[] source, byte[] target) {
    return LockedBaseline.read(
            section,
            document,
            parse(document.name(), source, book.settings().source()),
            parse(document.translationName(), target, language))
        .orElse(null);
  }

  private @Nullable Baseline vanished(LockedDocument section) throws IOException {
    Path target = book.root().resolve(section.targetName()).normalize();
    BookDocument document =
        new BookDocument(
            section.name(),
            book.root().resolve(section.name()).normalize(),
            target,
            section.targetName());
    Optional<byte[]> source = archive.find(document, section.sourceId());
    if (!Files.isRegularFile(target) || source.isEmpty()) {
      return null;
    }
    return read(section, document, source.get(), Files.readAllBytes(target));
  }

  /** Aligns translations with the versions of their sources for which there is evidence. */
  private Map<String, Baseline> adopt(List<Present> unknown) {
    List<LoadedDocument> loaded = new ArrayList<>();
    List<byte[]> contents = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Present present : unknown) {
      SegmentedDocument source =
          parse(present.document().name(), present.source(), book.settings().source());
      SegmentedDocument translation =
          parse(present.document().translationName(), present.target(), language);
      LoadedDocument now = new LoadedDocument(present.document(), source, translation);
      Optional<SourceEvidence.SourceVersion> version = version(present, now);
      byte[] content = version.map(SourceEvidence.SourceVersion::content).orElse(present.source());
      contents.add(content);
      found.add(version.map(SourceEvidence.SourceVersion::evidence).orElse("present source"));
      loaded.add(
          new LoadedDocument(
              present.document(),
              parse(present.document().name(), content, book.settings().source()),
              translation));
    }
    double confidence = book.settings().parallelData().minimumConfidence();
    List<DocumentStatus> statuses =
        loaded.isEmpty() ? List.of() : new BookAlignment(confidence).status(loaded);
    Map<String, Baseline> bases = new HashMap<>();
    for (int i = 0; i < statuses.size(); i++) {
      Present present = unknown.get(i);
      LoadedDocument document = loaded.get(i);
      Baseline base =
          Adoption.of(
              document.document(),
              document.source(),
              document.translation(),
              statuses.get(i).alignment(),
              confidence);
      if (present.locked() != null) {
        base = RecalledStates.of(base, present.locked());
      }
      bases.put(document.document().name(), base);
      adopted.add(
          new AdoptedDocument(
              Sections.of(base, ContentId.of(contents.get(i)), ContentId.of(present.target())),
              contents.get(i),
              found.get(i)));
    }
    return bases;
  }

  private Optional<SourceEvidence.SourceVersion> version(Present present, LoadedDocument now) {
    LockedDocument section = present.locked();
    if (section == null) {
      return evidence.find(now);
    }
    Optional<byte[]> source =
        section.sourceId().equals(ContentId.of(present.source()))
            ? Optional.of(present.source())
            : archive.find(present.document(), section.sourceId());
    if (source.isEmpty()) {
      diagnostics.add(
          new Diagnostic(
              Diagnostic.Severity.WARNING,
              present.document().name(),
              0,
              "the source that its translation was made from ("
                  + section.sourceId().substring(0, 10)
                  + ") is not at hand, fetch the history of the repository; edited sentences are"
                  + " marked for review instead of repaired"));
    }
    return source.map(content -> new SourceEvidence.SourceVersion(content, "lock"));
  }

  /**
   * Adds the documents that have not changed but hold sentences that are new elsewhere.
   *
   * @return their indices
   */
  private Set<Integer> addElsewhere(
      List<Baseline> olds, List<SegmentedDocument> news, List<Present> all, List<Present> changed) {
    Set<String> known = new HashSet<>();
    for (Baseline base : olds) {
      base.source().segments().forEach(s -> known.add(SegmentHash.of(s.segment())));
    }
    Set<String> open = new HashSet<>();
    for (SegmentedDocument document : news) {
      for (DocumentSegment segment : document.segments()) {
        String hash = SegmentHash.of(segment.segment());
        if (!known.contains(hash)) {
          open.add(hash);
        }
      }
    }
    Set<Integer> copyOnly = new TreeSet<>();
    Set<Present> isChanged = new HashSet<>(changed);
    for (Present present : all) {
      LockedDocument section = present.locked();
      if (section == null || isChanged.contains(present) || open.isEmpty()) {
        continue;
      }
      Baseline base = section.rendersAny(open) ? locked(present) : null;
      if (base != null) {
        base.source().segments().forEach(s -> open.remove(SegmentHash.of(s.segment())));
        copyOnly.add(olds.size());
        olds.add(base);
      }
    }
    return copyOnly;
  }

  private SegmentedDocument parse(String name, byte[] content, String inLanguage) {
    return segmenter.segment(DocumentFormats.parse(name, content), inLanguage);
  }
}
