package org.amts.corpus;

import java.util.Optional;

/** How pairs stand in a file of some format. */
interface PairEncoding {

  /** What comes before the first pair. */
  String header();

  /** A pair that {@link #whyNot} has nothing against. */
  String record(ParallelPair pair);

  /** What comes after the last pair. */
  String footer();

  /** Why a text cannot stand in the file; empty if it can. */
  Optional<String> whyNot(String text);
}
