package org.amts.engine.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.amts.engine.Example;
import org.amts.engine.Translation;
import org.amts.engine.local.memory.MatchRepair;
import org.amts.segment.FuzzyScore;
import org.amts.segment.Segment;

/** Advises from the one example that a segment was before it was edited. */
final class RevisionAdviser implements Adviser {

  private final Model model;
  private final PartDecoder decoder;
  private final String target;
  private final Example before;

  RevisionAdviser(Model model, PartDecoder decoder, String target, Example before) {
    this.model = model;
    this.decoder = decoder;
    this.target = target;
    this.before = before;
  }

  @Override
  public Optional<Translation> answer(List<Segment> segments, int index) {
    return MatchRepair.repair(before, segments.get(index))
        .map(text -> new Translation(text, Translation.Outcome.MATCHED));
  }

  @Override
  public Part advise(Segment segment, ModelInput input) {
    SegmentCodec codec = model.codec();
    int[] old = codec.beside(input, segment, before);
    OptionalInt band = codec.band(FuzzyScore.of(segment, before.source()));
    ModelInput helped = input;
    if (band.isPresent() && input.ids().length + old.length + 1 <= codec.longest()) {
      int[] announced = new int[old.length + 1];
      announced[0] = band.getAsInt();
      System.arraycopy(old, 0, announced, 1, old.length);
      helped = input.plus(announced);
    }
    List<ExampleStates> states =
        new StateStore(model, decoder, target, Long.MAX_VALUE).of(Map.of(0, before));
    Neighbours neighbours =
        states.isEmpty()
            ? null
            : new Neighbours(
                states, model.description().network().d(), AdaptationMethods.DEFAULT.mixture());
    return new Part(helped, new Guidance(old, neighbours, true));
  }
}
