package org.amts.translate;

import java.util.List;
import org.amts.corpus.ParallelPair;
import org.amts.engine.Example;

/** What an engine adapts to, made of parallel data. */
public final class Examples {

  private Examples() {}

  /** An example of each pair, in the same order. */
  public static List<Example> of(List<ParallelPair> pairs) {
    return pairs.stream().map(pair -> Example.of(pair.source(), pair.target())).toList();
  }
}
