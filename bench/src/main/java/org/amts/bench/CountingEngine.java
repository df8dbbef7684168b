package org.amts.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.Example;
import org.amts.engine.Explanation;
import org.amts.engine.LanguagePair;
import org.amts.engine.Revision;
import org.amts.engine.Translation;
import org.amts.segment.Segment;

/** Answers with the source and remembers what it was asked; no translation takes place. */
final class CountingEngine implements AdaptedEngine {

  private final LanguagePair pair;
  private final List<Segment> asked = new ArrayList<>();
  private int revised;

  CountingEngine(LanguagePair pair) {
    this.pair = pair;
  }

  List<Segment> asked() {
    return asked;
  }

  int revised() {
    return revised;
  }

  @Override
  public String identity() {
    return "counting";
  }

  @Override
  public Set<LanguagePair> languagePairs() {
    return Set.of(pair);
  }

  @Override
  public List<Translation> translate(
      LanguagePair asPair, List<Segment> segments, IntConsumer progress) {
    asked.addAll(segments);
    return segments.stream()
        .map(segment -> new Translation(segment.text(), Translation.Outcome.TRANSLATED))
        .toList();
  }

  @Override
  public List<Translation> revise(List<Revision> revisions, IntConsumer progress) {
    revised += revisions.size();
    return revisions.stream()
        .map(revision -> new Translation(revision.after().text(), Translation.Outcome.ADAPTED))
        .toList();
  }

  @Override
  public void learn(List<Example> examples) {
    throw new UnsupportedOperationException("it learns nothing");
  }

  @Override
  public Explanation explain(Segment segment) {
    throw new UnsupportedOperationException("it explains nothing");
  }

  @Override
  public AdaptedEngine adaptedTo(LanguagePair other, Adaptation adaptation) {
    return new CountingEngine(other);
  }

  @Override
  public void close() {
    // holds nothing
  }
}
