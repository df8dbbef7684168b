package org.amts.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amts.align.Alignment;
import org.amts.align.Bead;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.BlockLinks;
import org.amts.translate.BookDocument;

/**
 * Makes a {@link Baseline} of a translation that people made without AMTS. What the alignment is
 * sure of is theirs; what it is not sure of is theirs, too, and to be reviewed; a sentence without
 * counterpart in a paragraph that has one was left out on purpose; a paragraph without counterpart
 * is not translated yet.
 */
final class Adoption {

  private final SegmentedDocument source;
  private final SegmentedDocument translation;
  private final List<Rendition> renditions = new ArrayList<>();
  private final Set<Integer> renderedBlocks = new HashSet<>();
  private final Set<Integer> renderingBlocks = new HashSet<>();
  private int nextSource;
  private int nextTarget;

  private Adoption(SegmentedDocument source, SegmentedDocument translation) {
    this.source = source;
    this.translation = translation;
  }

  /**
   * Adopts a translation.
   *
   * @param source the version of the source that it was made from
   * @param minimumConfidence of a bead that counts as a translation, 0..1
   */
  static Baseline of(
      BookDocument document,
      SegmentedDocument source,
      SegmentedDocument translation,
      Alignment alignment,
      double minimumConfidence) {
    Adoption adoption = new Adoption(source, translation);
    adoption.run(
        BlockLinks.of(source, translation, alignment, minimumConfidence).beads(),
        alignment.beads());
    return new Baseline(document, source, translation, adoption.renditions);
  }

  private void run(List<Bead> certain, List<Bead> all) {
    for (Bead bead : certain) {
      bead.source().forEach(i -> renderedBlocks.add(block(source, i)));
      bead.target().forEach(i -> renderingBlocks.add(block(translation, i)));
    }
    Set<Bead> uncertain = new HashSet<>();
    for (Bead bead : all) {
      if (bead.isPair()
          && bead.source().stream().noneMatch(i -> renderedBlocks.contains(block(source, i)))
          && bead.target().stream()
              .noneMatch(i -> renderingBlocks.contains(block(translation, i)))) {
        uncertain.add(bead);
      }
    }
    Set<Bead> taken = new HashSet<>(certain);
    for (Bead bead : all) {
      if (!taken.contains(bead) && !uncertain.contains(bead)) {
        continue;
      }
      int firstSource = bead.source().get(0);
      int firstTarget = bead.target().get(0);
      List<Integer> target = new ArrayList<>(skipTo(firstSource, firstTarget));
      target.addAll(bead.target());
      renditions.add(
          new Rendition(
              bead.source(),
              target,
              Origin.HUMAN,
              uncertain.contains(bead) ? ReviewState.NEEDS_REVIEW : ReviewState.APPROVED,
              "",
              List.of(),
              false));
      nextSource = firstSource + bead.source().size();
      nextTarget = firstTarget + bead.target().size();
    }
    skipTo(source.segments().size(), translation.segments().size());
  }

  /**
   * Handles what stands before the next bead.
   *
   * @return target segments that begin the paragraph of the next bead and belong to it
   */
  private List<Integer> skipTo(int toSource, int toTarget) {
    // A translator's sentence more in a paragraph belongs to the sentence before it.
    if (!renditions.isEmpty()) {
      Rendition last = renditions.get(renditions.size() - 1);
      List<Integer> target = new ArrayList<>(last.target());
      while (nextTarget < toTarget
          && !target.isEmpty()
          && block(translation, nextTarget) == block(translation, target.get(target.size() - 1))) {
        target.add(nextTarget++);
      }
      renditions.set(
          renditions.size() - 1,
          new Rendition(last.source(), target, last.origin(), last.state(), "", List.of(), false));
    }
    while (nextSource < toSource) {
      List<Integer> one = List.of(nextSource);
      renditions.add(
          renderedBlocks.contains(block(source, nextSource))
              ? Rendition.byPerson(one, List.of(), false)
              : Rendition.missing(one));
      nextSource++;
    }
    List<Integer> begins = new ArrayList<>();
    while (nextTarget < toTarget) {
      if (renderingBlocks.contains(block(translation, nextTarget))) {
        begins.add(nextTarget++);
      } else {
        List<Integer> added = new ArrayList<>();
        int block = block(translation, nextTarget);
        while (nextTarget < toTarget && block(translation, nextTarget) == block) {
          added.add(nextTarget++);
        }
        renditions.add(Rendition.byPerson(List.of(), added, false));
      }
    }
    return begins;
  }

  private static int block(SegmentedDocument document, int segment) {
    DocumentSegment found = document.segments().get(segment);
    return found.block();
  }
}
