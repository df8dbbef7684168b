package org.amts.evaluate;

import java.util.List;

/** References in the shape that the metrics take them. */
final class References {

  private References() {}

  /** One reference for each sentence. */
  static List<List<String>> single(List<String> references) {
    return references.stream().map(List::of).toList();
  }
}
