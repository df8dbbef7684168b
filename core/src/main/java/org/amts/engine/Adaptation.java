package org.amts.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an engine takes into account besides the segment itself (Amazon Translate: parallel data,
 * custom terminology and settings). Immutable, if the examples are.
 *
 * @param examples the parallel data in the order of the documents, so that neighbours are each
 *     other's context; of two with the same source and the same context the later counts. Read once
 * @param terminology terms that the translations must use
 * @param formality how the reader is addressed
 * @param brief whether shorter translations are preferred
 * @param cache folder in which the engine may keep what it computes from the examples; it is valid
 *     for the same examples only, one engine uses it at a time, and deleting it loses nothing. Null
 *     to keep nothing
 */
public record Adaptation(
    Iterable<Example> examples,
    List<TermEntry> terminology,
    Formality formality,
    boolean brief,
    @Nullable Path cache) {

  /** Nothing to adapt to. */
  public static final Adaptation NONE =
      new Adaptation(List.of(), List.of(), Formality.UNSPECIFIED, false, null);

  /** Checks that nothing is missing. */
  public Adaptation {
    Objects.requireNonNull(examples, "examples");
    Objects.requireNonNull(formality, "formality");
    terminology = List.copyOf(terminology);
  }

  /** The same with other examples. */
  public Adaptation withExamples(Iterable<Example> others) {
    return new Adaptation(others, terminology, formality, brief, cache);
  }

  /** The same with other terms. */
  public Adaptation withTerminology(List<TermEntry> terms) {
    return new Adaptation(examples, terms, formality, brief, cache);
  }

  /** The same with another form of address. */
  public Adaptation withFormality(Formality other) {
    return new Adaptation(examples, terminology, other, brief, cache);
  }

  /** The same with or without brevity. */
  public Adaptation withBrevity(boolean shorter) {
    return new Adaptation(examples, terminology, formality, shorter, cache);
  }

  /** The same with another folder for what the engine computes. */
  public Adaptation withCache(@Nullable Path folder) {
    return new Adaptation(examples, terminology, formality, brief, folder);
  }
}
