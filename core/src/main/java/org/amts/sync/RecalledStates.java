package org.amts.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives a baseline that had to be aligned anew the origins and states that the lock file has for
 * its segments. A translation of a source that the lock does not know is to be reviewed: its
 * sentence has changed since.
 */
final class RecalledStates {

  private RecalledStates() {}

  static Baseline of(Baseline base, LockedDocument section) {
    Map<String, LockEntry> byTarget = new HashMap<>();
    Set<String> sources = new HashSet<>();
    for (LockEntry entry : section.entries()) {
      entry.targets().forEach(hash -> byTarget.put(hash, entry));
      sources.addAll(entry.sources());
    }
    List<Rendition> recalled = new ArrayList<>();
    for (Rendition rendition : base.renditions()) {
      List<String> targets = Sections.hashes(base.translation(), rendition.target());
      LockEntry entry = targets.isEmpty() ? null : byTarget.get(targets.get(0));
      List<String> rendered = Sections.hashes(base.source(), rendition.source());
      boolean sourceKnown = sources.containsAll(rendered);
      if (rendition.target().isEmpty() || (entry == null && sourceKnown)) {
        recalled.add(rendition);
      } else {
        recalled.add(
            new Rendition(
                rendition.source(),
                rendition.target(),
                entry == null ? Origin.HUMAN : entry.origin(),
                sourceKnown && entry != null ? entry.state() : ReviewState.NEEDS_REVIEW,
                entry == null ? "" : entry.engine(),
                entry != null && entry.sources().equals(rendered) ? entry.was() : List.of(),
                entry == null));
      }
    }
    return new Baseline(base.document(), base.source(), base.translation(), recalled);
  }
}
