package org.amts.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a document refers to, and what can be referred to in it. Immutable.
 *
 * @param name the document as the user knows it
 * @param file where it lies
 * @param labels labels of book dialects, in lower case, with the lines that define them
 * @param anchors the ids that a link with {@code #} can name
 * @param names footnotes, as {@code ^1}, and names of link definitions, in lower case
 * @param references what it refers to, in file order
 */
public record DocumentReferences(
    String name,
    Path file,
    Map<String, Integer> labels,
    Set<String> anchors,
    Set<String> names,
    List<Reference> references) {

  /** Copies the collections. */
  public DocumentReferences {
    labels = Map.copyOf(labels);
    anchors = Set.copyOf(anchors);
    names = Set.copyOf(names);
    references = List.copyOf(references);
  }
}
