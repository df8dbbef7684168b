package org.amts.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What one side of a pair has and the other has not.
 *
 * @param source what only the source has, as it stands there
 * @param target what only the target has
 */
record OnlyOnOneSide(Collection<String> source, Collection<String> target) {

  /** Both in words for people, without a side that has nothing; nothing if neither has. */
  Optional<String> inWords() {
    List<String> parts = new ArrayList<>();
    if (!source.isEmpty()) {
      parts.add("only in the source: " + String.join(" ", source));
    }
    if (!target.isEmpty()) {
      parts.add("only in the target: " + String.join(" ", target));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }
}
