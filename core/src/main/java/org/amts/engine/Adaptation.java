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
 * @param learnt where the engine may keep what it has learnt from the examples as a whole, and find
 *     what others have; null to learn anew each time
 */
public record Adaptation(
    Iterable<Example> examples,
    List<TermEntry> terminology,
    Formality formality,
    boolean brief,
    @Nullable Path cache,
    @Nullable Learnt learnt) {

  /** Nothing to adapt to. */
  public static final Adaptation NONE =
      new Adaptation(List.of(), List.of(), Formality.UNSPECIFIED, false, null, null);

  /**
   * Where engines keep what they have learnt.
   *
   * @param folder for any number of engines at a time, whatever their examples; deleting it loses
   *     nothing
   * @param exact whether only what was learnt from exactly the same examples will do, as a
   *     measurement must ask for; otherwise, as long as few of them are new or gone, what was
   *     learnt before will do
   */
  public record Learnt(Path folder, boolean exact) {
    /** Checks that the folder is there. */
    public Learnt {
      Objects.requireNonNull(folder, "folder");
    }
  }

  /** Checks that nothing is missing. */
  public Adaptation {
    Objects.requireNonNull(examples, "examples");
    Objects.requireNonNull(formality, "formality");
    terminology = List.copyOf(terminology);
  }

  /** The same with other examples. */
  public Adaptation withExamples(Iterable<Example> others) {
    return new Adaptation(others, terminology, formality, brief, cache, learnt);
  }

  /** The same with other terms. */
  public Adaptation withTerminology(List<TermEntry> terms) {
    return new Adaptation(examples, terms, formality, brief, cache, learnt);
  }

  /** The same with another form of address. */
  public Adaptation withFormality(Formality other) {
    return new Adaptation(examples, terminology, other, brief, cache, learnt);
  }

  /** The same with or without brevity. */
  public Adaptation withBrevity(boolean shorter) {
    return new Adaptation(examples, terminology, formality, shorter, cache, learnt);
  }

  /** The same with another folder for what the engine computes. */
  public Adaptation withCache(@Nullable Path folder) {
    return new Adaptation(examples, terminology, formality, brief, folder, learnt);
  }

  /** The same with another place for what is learnt. */
  public Adaptation withLearnt(@Nullable Learnt place) {
    return new Adaptation(examples, terminology, formality, brief, cache, place);
  }
}
