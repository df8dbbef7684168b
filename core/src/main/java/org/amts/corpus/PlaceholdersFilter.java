package org.amts.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops pairs in which code, maths, roles or marks of placeholders are not the same. */
record PlaceholdersFilter() implements PairFilter {

  @Override
  public String reason() {
    return "placeholders differ";
  }

  @Override
  public Optional<String> objection(ParallelPair pair) {
    List<String> source = ProtectedSpans.verbatimIn(pair.source());
    List<String> target = ProtectedSpans.verbatimIn(pair.target());
    return new OnlyOnOneSide(without(source, target), without(target, source)).inWords();
  }

  /** What is in one list and not in the other, as often as it is there more. */
  private static List<String> without(List<String> list, List<String> other) {
    List<String> rest = new ArrayList<>(list);
    other.forEach(rest::remove);
    return rest;
  }
}
