package org.amts.engine.local;

import java.util.List;
import java.util.Optional;
import org.amts.engine.Example;
import org.amts.engine.Translation;
import org.amts.engine.local.memory.MatchRepair;
import org.amts.segment.FuzzyScore;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Advises from the one example that a segment was before it was edited. Safe for use by many
 * threads, the decoder's own among them.
 */
final class RevisionAdviser implements Adviser {

  private final Model model;
  private final PartDecoder decoder;
  private final String target;
  private final Network network;
  private final Example before;

  /**
   * @param target language of the translation
   * @param network to translate with
   * @param before the segment as it was, and its translation
   */
  RevisionAdviser(
      Model model, PartDecoder decoder, String target, Network network, Example before) {
    this.model = model;
    this.decoder = decoder;
    this.target = target;
    this.network = network;
    this.before = before;
  }

  @Override
  public Optional<Translation> answer(List<Segment> segments, int index) {
    return MatchRepair.repair(before, segments.get(index))
        .map(text -> new Translation(text, Translation.Outcome.MATCHED));
  }

  @Override
  public List<Part> advise(List<Text> texts) {
    Neighbourhood neighbours = neighbours();
    return texts.stream().map(text -> advised(text, neighbours)).toList();
  }

  private Part advised(Text text, @Nullable Neighbourhood neighbours) {
    SegmentCodec codec = model.codec();
    int[] old = codec.beside(text.input(), text.segment(), before);
    double score = FuzzyScore.of(text.segment(), before.source());
    return new Part(
        codec.announcing(text.input(), old, score), new Guidance(old, neighbours, network, true));
  }

  private AdaptationMethods.Mixture mixture() {
    AdaptationMethods.Mixture mixture = AdaptationMethods.DEFAULT.mixture();
    return network == model.network() ? mixture : mixture.ofLearnt();
  }

  private @Nullable Neighbourhood neighbours() {
    StateReader reader = new StateReader(model, target);
    return reader
        .readable(before)
        .map(List::of)
        .map(batch -> decoder.withState(network, state -> reader.read(state, batch)))
        .map(states -> new Neighbourhood(states, model.description().network().d(), mixture()))
        .orElse(null);
  }
}
