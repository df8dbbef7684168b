package org.amts.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.Example;
import org.amts.engine.Explanation;
import org.amts.engine.LanguagePair;
import org.amts.engine.Revision;
import org.amts.engine.Translation;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * Translates {@code See ⟦0⟧.} as {@code ES:See ⟦0⟧.}, and revises by adding {@code (r)}. Remembers
 * what it was asked.
 */
final class EchoEngine implements AdaptedEngine {

  final List<Segment> asked = new ArrayList<>();
  final List<Revision> revised = new ArrayList<>();
  Predicate<Segment> fails = segment -> false;

  @Override
  public String identity() {
    return "echo";
  }

  @Override
  public Set<LanguagePair> languagePairs() {
    return Set.of(SmallBook.PAIR);
  }

  @Override
  public List<Translation> translate(
      LanguagePair pair, List<Segment> segments, IntConsumer progress) {
    asked.addAll(segments);
    return segments.stream()
        .map(
            segment ->
                fails.test(segment)
                    ? new Translation(segment.text(), Translation.Outcome.FAILED)
                    : new Translation("ES:" + segment.text(), Translation.Outcome.TRANSLATED))
        .toList();
  }

  @Override
  public List<Translation> revise(List<Revision> revisions, IntConsumer progress) {
    revised.addAll(revisions);
    return revisions.stream()
        .map(
            revision ->
                fails.test(revision.after())
                    ? new Translation(revision.before().target(), Translation.Outcome.FAILED)
                    : new Translation(
                        Placeholder.marksIn(revision.before().target()).replaceAll("") + " (r)",
                        Translation.Outcome.ADAPTED))
        .toList();
  }

  @Override
  public void learn(List<Example> examples) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Explanation explain(Segment segment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public AdaptedEngine adaptedTo(LanguagePair pair, Adaptation adaptation) {
    return this;
  }

  @Override
  public void close() {
    // holds nothing
  }
}
