package org.amts.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.BookDocument;

/**
 * Reads a {@link Baseline} from a section of the lock file, and finds what people have changed in
 * the translation since.
 */
final class LockedBaseline {

  /** An entry on its way to become a rendition. */
  private static final class Draft {
    final List<Integer> source = new ArrayList<>();
    final List<Integer> target = new ArrayList<>();
    final LockEntry entry;
    boolean changed;

    Draft(LockEntry entry) {
      this.entry = entry;
    }

    Rendition rendition() {
      if (!changed) {
        return new Rendition(
            source, target, entry.origin(), entry.state(), entry.engine(), entry.was(), false);
      }
      return new Rendition(
          source, target, Origin.HUMAN, ReviewState.APPROVED, "", entry.was(), true);
    }
  }

  private LockedBaseline() {}

  /**
   * Reads a section.
   *
   * @param source the version of the source that the section is about
   * @param translation the translation as it is now
   * @return empty if the section does not fit the source, because another version of AMTS divided
   *     it into other segments
   */
  static Optional<Baseline> read(
      LockedDocument locked,
      BookDocument document,
      SegmentedDocument source,
      SegmentedDocument translation) {
    List<Draft> drafts = new ArrayList<>();
    int next = 0;
    for (LockEntry entry : locked.entries()) {
      Draft draft = new Draft(entry);
      for (String hash : entry.sources()) {
        if (next == source.segments().size() || !hash.equals(hash(source, next))) {
          return Optional.empty();
        }
        draft.source.add(next++);
      }
      drafts.add(draft);
    }
    if (next != source.segments().size()) {
      return Optional.empty();
    }
    List<Draft> withTargets = placeTargets(drafts, translation);
    return Optional.of(
        new Baseline(
            document, source, translation, withTargets.stream().map(Draft::rendition).toList()));
  }

  /** Finds the target segments of each draft, and adds drafts for those that a person added. */
  private static List<Draft> placeTargets(List<Draft> drafts, SegmentedDocument translation) {
    List<String> before = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int d = 0; d < drafts.size(); d++) {
      for (String hash : drafts.get(d).entry.targets()) {
        before.add(hash);
        owners.add(d);
      }
    }
    List<String> after = new ArrayList<>();
    for (int i = 0; i < translation.segments().size(); i++) {
      after.add(hash(translation, i));
    }
    int[] match = InOrder.match(before, after);
    List<List<Draft>> addedBefore = new ArrayList<>();
    for (int i = 0; i <= drafts.size(); i++) {
      addedBefore.add(new ArrayList<>());
    }
    int lastBefore = 0;
    int lastAfter = 0;
    for (int a = 0; a <= after.size(); a++) {
      if (a < after.size() && match[a] < 0) {
        continue;
      }
      int b = a < after.size() ? match[a] : before.size();
      change(drafts, owners, lastBefore, b, lastAfter, a, addedBefore);
      if (a < after.size()) {
        drafts.get(owners.get(b)).target.add(a);
      }
      lastBefore = b + 1;
      lastAfter = a + 1;
    }
    List<Draft> all = new ArrayList<>();
    for (int i = 0; i <= drafts.size(); i++) {
      all.addAll(addedBefore.get(i));
      if (i < drafts.size() && !isSwallowed(drafts.get(i))) {
        all.add(drafts.get(i));
      }
    }
    return all;
  }

  private static boolean isSwallowed(Draft draft) {
    return draft.source.isEmpty() && draft.target.isEmpty();
  }

  /** A person turned the target segments {@code b0..b1} into {@code a0..a1}. */
  private static void change(
      List<Draft> drafts,
      List<Integer> owners,
      int b0,
      int b1,
      int a0,
      int a1,
      List<List<Draft>> addedBefore) {
    if (b0 == b1) {
      boolean inside = b0 > 0 && b0 < owners.size() && owners.get(b0 - 1).equals(owners.get(b0));
      if (inside && a0 < a1) {
        Draft owner = drafts.get(owners.get(b0));
        owner.changed = true;
        for (int a = a0; a < a1; a++) {
          owner.target.add(a);
        }
      } else if (a0 < a1) {
        Draft added = new Draft(LockEntry.byPerson(List.of(), List.of("0000000000000000")));
        added.changed = true;
        for (int a = a0; a < a1; a++) {
          added.target.add(a);
        }
        addedBefore.get(b0 < owners.size() ? owners.get(b0) : drafts.size()).add(added);
      }
      return;
    }
    int first = owners.get(b0);
    int last = owners.get(b1 - 1);
    if (b1 - b0 == a1 - a0) {
      for (int i = 0; i < b1 - b0; i++) {
        Draft owner = drafts.get(owners.get(b0 + i));
        owner.changed = true;
        owner.target.add(a0 + i);
      }
      return;
    }
    for (int d = first; d <= last; d++) {
      drafts.get(d).changed |= !drafts.get(d).entry.targets().isEmpty();
    }
    if (a0 == a1) {
      return; // taken out: what is left of the entries stays
    }
    // Merged, split or written anew: which sentence belongs to which cannot be told, so the entries
    // become one.
    Draft whole = drafts.get(first);
    for (int d = first + 1; d <= last; d++) {
      Draft other = drafts.get(d);
      whole.source.addAll(other.source);
      whole.target.addAll(other.target);
      other.source.clear();
      other.target.clear();
      for (int i = 0; i < owners.size(); i++) {
        if (owners.get(i) == d) {
          owners.set(i, first);
        }
      }
    }
    for (int a = a0; a < a1; a++) {
      whole.target.add(a);
    }
  }

  private static String hash(SegmentedDocument document, int index) {
    DocumentSegment segment = document.segments().get(index);
    return SegmentHash.of(segment.segment());
  }
}
