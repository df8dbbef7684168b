package org.amts.sync;

import java.util.List;
import java.util.Objects;

/**
 * Segments of a source and the segments of its translation that render them, with what the lock
 * file knows of them. Immutable.
 *
 * @param source indices of source segments, consecutive; empty for the translator's own addition
 * @param target indices of target segments, consecutive; empty if nothing renders the source
 * @param origin where the translation comes from
 * @param state whether a person stands behind it
 * @param engine the engine that wrote it; empty if none did
 * @param was texts that the target renders, if they are older than the source; see {@link
 *     LockEntry}
 * @param changedByPerson whether a person has changed the target since the last synchronisation
 */
record Rendition(
    List<Integer> source,
    List<Integer> target,
    Origin origin,
    ReviewState state,
    String engine,
    List<String> was,
    boolean changedByPerson) {

  Rendition {
    source = List.copyOf(source);
    target = List.copyOf(target);
    was = List.copyOf(was);
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(engine, "engine");
  }

  /** What a person wrote. */
  static Rendition byPerson(List<Integer> source, List<Integer> target, boolean sinceLastTime) {
    return new Rendition(
        source, target, Origin.HUMAN, ReviewState.APPROVED, "", List.of(), sinceLastTime);
  }

  /** Source segments without a translation. */
  static Rendition missing(List<Integer> source) {
    return new Rendition(
        source, List.of(), Origin.COPIED, ReviewState.NEEDS_REVIEW, "", List.of(), false);
  }

  boolean isMissing() {
    return target.isEmpty() && state == ReviewState.NEEDS_REVIEW;
  }

  boolean isLeftOut() {
    return target.isEmpty() && state == ReviewState.APPROVED;
  }
}
