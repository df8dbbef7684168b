package org.amts.sync;

import java.util.List;
import java.util.Objects;

/**
 * What the lock file knows of some segments of a translation: which segments of the source they
 * render. Immutable.
 *
 * <ul>
 *   <li>No targets and approved: the translator left the source segments out.
 *   <li>No targets and to be reviewed: they are not translated yet.
 *   <li>No sources: the translator's own addition.
 *   <li>With {@code was}: the translation renders this older text, the source segments have taken
 *       its place since, and a person has to bring the two together. Such an entry is never touched
 *       by an engine.
 * </ul>
 *
 * @param sources hashes of source segments ({@link SegmentHash}), consecutive in the source file
 * @param targets hashes of target segments, consecutive in the translated file
 * @param origin where the translation comes from
 * @param state whether a person stands behind it
 * @param engine the engine that wrote it, without white space; empty if none did
 * @param was expanded texts of the source segments that the translation renders, if they are not
 *     {@code sources}
 */
public record LockEntry(
    List<String> sources,
    List<String> targets,
    Origin origin,
    ReviewState state,
    String engine,
    List<String> was) {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is neither source nor target, or the engine's name
   *     has white space
   */
  public LockEntry {
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
    was = List.copyOf(was);
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(state, "state");
    if (sources.isEmpty() && targets.isEmpty()) {
      throw new IllegalArgumentException("an entry without segments");
    }
    if (engine.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("engine \"" + engine + "\"");
    }
  }

  /** What a person wrote and stands behind. */
  public static LockEntry byPerson(List<String> sources, List<String> targets) {
    return new LockEntry(sources, targets, Origin.HUMAN, ReviewState.APPROVED, "", List.of());
  }

  /** Whether the source segments are not translated yet. */
  public boolean isMissing() {
    return targets.isEmpty() && state == ReviewState.NEEDS_REVIEW;
  }

  /** Whether there is a translation that a person has to read. */
  public boolean isWaiting() {
    return state == ReviewState.NEEDS_REVIEW && !targets.isEmpty();
  }

  /** Whether the source went on while a person changed the translation. */
  public boolean isConflict() {
    return !was.isEmpty();
  }

  /** The same, approved by a person: what it renders is now the present source. */
  public LockEntry approved() {
    return new LockEntry(sources, targets, origin, ReviewState.APPROVED, engine, List.of());
  }
}
