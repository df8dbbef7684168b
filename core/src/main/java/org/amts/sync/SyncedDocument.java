package org.amts.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.document.Replacement;
import org.amts.document.TextRange;
import org.amts.engine.Translation;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.StructureCheck;
import org.amts.translate.TargetBlock;
import org.amts.translate.TargetStyle;
import org.jspecify.annotations.Nullable;

/**
 * Writes one document: the bytes of the new source, with the text of every block kept, patched,
 * repaired or translated, and the section of the lock file that tells which.
 */
final class SyncedDocument {

  /** Of a group of blocks, what is written and where each part of it begins. */
  private record Composed(
      TextRange range, String text, List<WrittenPart> parts, boolean fromEngine) {

    static Composed of(Replacement replacement, List<WrittenPart> parts) {
      return new Composed(replacement.range(), replacement.text(), parts, false);
    }
  }

  private final DocumentPlan plan;
  private final Map<Piece, Answer> answers;
  private final TargetStyle style;
  private final Document document;
  private final Map<Integer, String> texts;
  private final String language;
  private final List<Composed> given;

  /**
   * @param answers the engine's answers for the pieces that need it
   */
  SyncedDocument(
      DocumentPlan plan, Map<Piece, Answer> answers, TargetStyle style, String language) {
    this.plan = plan;
    this.answers = answers;
    this.style = style;
    this.language = language;
    this.document = plan.source().document();
    this.given = new ArrayList<>();
    plan.additions().kept().forEach(block -> given.add(Composed.of(block, List.of())));
    plan.additions()
        .blocks()
        .forEach(run -> given.add(Composed.of(run.in(plan.source()), parts(run))));
    Map<Integer, Translation> translations = new HashMap<>();
    for (Piece piece : plan.pieces()) {
      Answer answer = answers.get(piece);
      if (piece.action() == Action.TRANSLATE && answer != null) {
        translations.put(piece.first().index(), answer.translation());
      }
    }
    this.texts = style.finish(plan.source(), translations);
  }

  /**
   * A written document.
   *
   * @param bytes the translated file
   * @param section its section of the lock file
   * @param broken pieces that stay in the source language, or as they were, because the engine's
   *     text would have changed the page
   */
  record Written(byte[] bytes, LockedDocument section, List<Piece> broken) {}

  Written write() {
    List<List<Piece>> groups = groups();
    List<Composed> composed = new ArrayList<>();
    groups.forEach(group -> composed.add(compose(group, true)));
    StructureCheck check = new StructureCheck(document, replacements(given));
    Document written = written(composed);
    List<Piece> broken = List.of();
    if (!check.holds(written)) {
      broken = repairStructure(check, groups, composed);
      written = written(composed);
    }
    return new Written(written.source().bytes(), section(composed, written), broken);
  }

  private Document written(List<Composed> composed) {
    return DocumentFormats.parse(
        plan.document().translationName(), document.render(replacements(withGiven(composed))));
  }

  private List<Composed> withGiven(List<Composed> composed) {
    List<Composed> all = new ArrayList<>(given);
    all.addAll(composed);
    return all;
  }

  private static List<Replacement> replacements(List<Composed> composed) {
    return composed.stream().map(c -> new Replacement(c.range(), c.text())).toList();
  }

  /** Pieces that are written together: those of a block, or of blocks that translators merged. */
  private List<List<Piece>> groups() {
    List<List<Piece>> groups = new ArrayList<>();
    for (Piece piece : plan.pieces()) {
      List<Piece> open = groups.isEmpty() ? null : groups.get(groups.size() - 1);
      Piece last = open == null ? null : open.get(open.size() - 1);
      if (last != null
          && (last.last().block() == piece.first().block() || wereMerged(last, piece))) {
        open.add(piece);
      } else {
        groups.add(new ArrayList<>(List.of(piece)));
      }
    }
    return groups;
  }

  /** Whether translators put what are two blocks of the source into one. */
  private boolean wereMerged(Piece left, Piece right) {
    if (!follows(left, right)
        || right.first().block() - left.last().block() != 1
        || plan.additions().after().containsKey(left)
        || plan.additions().before().containsKey(right)) {
      return false;
    }
    return targetBlock(left, true) == targetBlock(right, false);
  }

  private static int targetBlock(Piece piece, boolean last) {
    List<Integer> target = piece.rendition().target();
    int segment = target.get(last ? target.size() - 1 : 0);
    return piece.base().translation().segments().get(segment).block();
  }

  /** Whether two pieces also follow one another in the translation. */
  private static boolean follows(Piece left, Piece right) {
    if (!left.isTranslated()
        || !right.isTranslated()
        || left.base() != right.base()
        || left.rendition().target().isEmpty()
        || right.rendition().target().isEmpty()) {
      return false;
    }
    List<Integer> target = left.rendition().target();
    return target.get(target.size() - 1) + 1 == right.rendition().target().get(0);
  }

  private Composed compose(List<Piece> group, boolean withEngine) {
    StringBuilder out = new StringBuilder();
    List<WrittenPart> parts = new ArrayList<>();
    Piece previous = null;
    boolean fromEngine = false;
    int start = group.get(0).first().range().start();
    for (Piece piece : group) {
      if (piece.action() == Action.LEAVE_OUT) {
        parts.add(WrittenPart.of(piece, out.length(), true));
        continue;
      }
      boolean done = withEngine && isAnswered(piece);
      String text = text(piece, done);
      if (previous != null) {
        out.append(between(previous, piece, out, text));
      }
      List<Rendition> before = plan.additions().before().get(piece);
      if (before != null && piece == group.get(0) && areOtherLines(before, piece)) {
        start -= addLines(before, piece, out, parts);
      } else {
        addAdditions(before, piece, out, parts, true);
      }
      parts.add(WrittenPart.of(piece, out.length(), done));
      out.append(text);
      addAdditions(plan.additions().after().get(piece), piece, out, parts, false);
      fromEngine |= done && piece.action().needsEngine();
      previous = piece;
    }
    TextRange range = new TextRange(start, group.get(group.size() - 1).last().range().end());
    return new Composed(range, out.toString(), parts, fromEngine);
  }

  /** Whether the engine has done its part, if it has one. */
  private boolean isAnswered(Piece piece) {
    Answer answer = answers.get(piece);
    return !piece.action().needsEngine() || (answer != null && answer.isUsable());
  }

  /** The text of a piece as it is written; without the engine's part if that is not done. */
  private String text(Piece piece, boolean done) {
    return switch (piece.action()) {
      case KEEP, MOVE, CONFLICT -> kept(piece);
      case PATCH -> piece.patched() == null ? kept(piece) : piece.patched();
      case REPAIR -> done ? escape(piece, repaired(piece)) : kept(piece);
      case TRANSLATE -> done ? escape(piece, texts.get(piece.first().index())) : source(piece);
      case LEAVE_OUT -> "";
    };
  }

  private String repaired(Piece piece) {
    return piece.revision().expand(answers.get(piece).translation().text());
  }

  private String escape(Piece piece, String text) {
    return block(piece).escaping().escape(text);
  }

  private Block block(Piece piece) {
    return document.blocks().get(piece.first().block());
  }

  private String source(Piece piece) {
    return new TextRange(piece.first().range().start(), piece.last().range().end())
        .of(document.text());
  }

  /** The translation's own characters; where they cannot stand as they are, its words. */
  private String kept(Piece piece) {
    Baseline base = piece.base();
    Rendition rendition = piece.rendition();
    TextRange range = base.rangeOf(rendition);
    List<DocumentSegment> target = base.targetOf(rendition);
    List<Integer> indices = rendition.target();
    boolean oneStretch = base.isOneStretch(indices.get(0), indices.get(indices.size() - 1));
    Document translation = base.translation().document();
    Block from = translation.blocks().get(target.get(0).block());
    String raw = range.of(translation.text());
    boolean inOneCell =
        from.kind() != BlockKind.TABLE_CELL
            || target.get(0).block() == target.get(target.size() - 1).block();
    boolean sameNotation =
        translation.format().equals(document.format())
            && inOneCell
            && (raw.indexOf('\n') < 0
                || (from.kind() == block(piece).kind() && from.level() == block(piece).level()));
    if (oneStretch && sameNotation) {
      return raw;
    }
    Segment joined =
        JoinedSegment.of(target.stream().map(DocumentSegment::segment).toList(), language);
    return escape(piece, joined.expanded());
  }

  private String between(Piece left, Piece right, CharSequence before, String after) {
    if (follows(left, right)
        && !plan.additions().after().containsKey(left)
        && !plan.additions().before().containsKey(right)
        && (sameOldBlock(left, right) || targetBlock(left, true) == targetBlock(right, false))) {
      Baseline base = left.base();
      TextRange gap =
          new TextRange(
              base.rangeOf(left.rendition()).end(), base.rangeOf(right.rendition()).start());
      List<Integer> from = left.rendition().target();
      if (base.isOneStretch(from.get(from.size() - 1), right.rendition().target().get(0))) {
        return gap.of(base.translation().document().text());
      }
    }
    int start = plan.source().segments().get(right.first().index() - 1).range().end();
    String original = new TextRange(start, right.first().range().start()).of(document.text());
    return style.betweenSentences(before.toString(), original, after);
  }

  /** Whether two renditions stood in one block of the older source, which translators divided. */
  private static boolean sameOldBlock(Piece left, Piece right) {
    List<Integer> from = left.rendition().source();
    List<Integer> to = right.rendition().source();
    if (from.isEmpty() || to.isEmpty()) {
      return false;
    }
    SegmentedDocument source = left.base().source();
    return source.segments().get(from.get(from.size() - 1)).block()
        == source.segments().get(to.get(0)).block();
  }

  /** Writes a translator's own text with what stands between it and its neighbour. */
  private static void addAdditions(
      @Nullable List<Rendition> additions,
      Piece piece,
      StringBuilder out,
      List<WrittenPart> parts,
      boolean before) {
    if (additions == null) {
      return;
    }
    Baseline base = piece.base();
    String text = base.translation().document().text();
    TextRange own = base.rangeOf(piece.rendition());
    TextRange first = base.rangeOf(additions.get(0));
    TextRange last = base.rangeOf(additions.get(additions.size() - 1));
    int from = before ? first.start() : own.end();
    int to = before ? own.start() : last.end();
    for (Rendition addition : additions) {
      int start = out.length() + base.rangeOf(addition).start() - from;
      parts.add(WrittenPart.of(piece, addition, start));
    }
    out.append(text, from, to);
  }

  /** Whether a translator's own text before a piece begins its line otherwise than the piece. */
  private boolean areOtherLines(List<Rendition> additions, Piece piece) {
    SegmentedDocument translation = piece.base().translation();
    Optional<String> own = LinePrefix.of(translation, additions.get(0).target().get(0));
    Optional<String> old = LinePrefix.of(translation, piece.rendition().target().get(0));
    Optional<String> now = LinePrefix.of(plan.source(), piece.first().index());
    return own.isPresent() && old.isPresent() && now.isPresent() && !own.equals(now);
  }

  /**
   * Writes a translator's own text as it stood, and the beginning of the piece's line after it.
   *
   * @return length of the beginning of the piece's line in the source, which is now written
   */
  private int addLines(
      List<Rendition> additions, Piece piece, StringBuilder out, List<WrittenPart> parts) {
    SegmentedDocument translation = piece.base().translation();
    out.append(LinePrefix.of(translation, additions.get(0).target().get(0)).orElseThrow());
    addAdditions(additions, piece, out, parts, true);
    String old = LinePrefix.of(translation, piece.rendition().target().get(0)).orElseThrow();
    out.setLength(out.length() - old.length());
    String now = LinePrefix.of(plan.source(), piece.first().index()).orElseThrow();
    out.append(now);
    return now.length();
  }

  /**
   * Takes out engines' text that changes the page.
   *
   * @return the pieces that it was taken out of
   */
  private List<Piece> repairStructure(
      StructureCheck check, List<List<Piece>> groups, List<Composed> composed) {
    List<TargetBlock> blocks = new ArrayList<>();
    for (Composed one : composed) {
      int index = blocks.size();
      blocks.add(
          new TargetBlock(
              index, one.fromEngine(), List.of(new Replacement(one.range(), one.text()))));
    }
    List<Piece> broken = new ArrayList<>();
    for (TargetBlock block : check.culprits(blocks)) {
      List<Piece> group = groups.get(block.block());
      Composed before = compose(group, false);
      List<Replacement> asItWas = List.of(new Replacement(before.range(), before.text()));
      if (!check.holds(asItWas) && check.keepsBlocks(block.replacements())) {
        continue; // it is the translators who have other spans than the source
      }
      composed.set(block.block(), before);
      group.stream().filter(piece -> piece.action().needsEngine()).forEach(broken::add);
    }
    return broken;
  }

  private LockedDocument section(List<Composed> composed, Document written) {
    List<Composed> all = withGiven(composed);
    all.sort(Comparator.comparing(Composed::range));
    SectionWriter section = new SectionWriter(plan, answers, language);
    int shift = 0;
    for (Composed one : all) {
      for (WrittenPart part : one.parts()) {
        section.add(part.movedBy(one.range().start() + shift));
      }
      shift += one.text().length() - one.range().length();
    }
    return section.write(written);
  }

  /** The text among blocks of the translators' own. */
  private List<WrittenPart> parts(OwnRun run) {
    return plan.pieces().stream()
        .filter(piece -> piece.isTranslated() && piece.base() == run.base())
        .findFirst()
        .map(
            piece ->
                run.renditions().stream()
                    .map(
                        text ->
                            WrittenPart.of(
                                piece,
                                text,
                                run.base().rangeOf(text).start() - run.range().start()))
                    .toList())
        .orElse(List.of());
  }
}
