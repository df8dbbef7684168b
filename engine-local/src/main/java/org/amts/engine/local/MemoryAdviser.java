package org.amts.engine.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.amts.engine.Example;
import org.amts.engine.Translation;
import org.amts.engine.local.memory.MatchRepair;
import org.amts.engine.local.memory.MemoryMatch;
import org.amts.engine.local.memory.TranslationMemory;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;

/** Advises from a translation memory. Safe for use by many threads. */
final class MemoryAdviser implements Adviser {

  /** Less similar examples are not shown to the model: it was not trained on them. */
  private static final double LEAST_SHOWN = 0.4;

  /** Less similar examples are no drafts: too few of their tokens would be right. */
  private static final double LEAST_DRAFT = 0.7;

  /** Candidates among which the examples to show are chosen. */
  private static final int CANDIDATES = 4;

  private final SegmentCodec codec;
  private final TranslationMemory memory;
  private final StateStore states;
  private final int width;
  private final AdaptationMethods methods;

  /**
   * @param width of the network's states
   */
  MemoryAdviser(
      SegmentCodec codec,
      TranslationMemory memory,
      StateStore states,
      int width,
      AdaptationMethods methods) {
    this.codec = codec;
    this.memory = memory;
    this.states = states;
    this.width = width;
    this.methods = methods;
  }

  @Override
  public Optional<Translation> answer(List<Segment> segments, int index) {
    Segment segment = segments.get(index);
    return answering(
            segment,
            index > 0 ? segments.get(index - 1) : null,
            index + 1 < segments.size() ? segments.get(index + 1) : null)
        .flatMap(match -> MatchRepair.repair(match.example(), segment))
        .map(text -> new Translation(text, Translation.Outcome.MATCHED));
  }

  @Override
  public Part advise(Segment segment, ModelInput input) {
    ModelInput helped = input;
    int[] draft = {};
    boolean used = false;
    for (MemoryMatch match : shown(segment)) {
      int[] pieces = codec.beside(input, segment, match.example());
      OptionalInt band = codec.band(match.score());
      if (band.isPresent() && helped.ids().length + pieces.length + 1 <= codec.longest()) {
        int[] announced = new int[pieces.length + 1];
        announced[0] = band.getAsInt();
        System.arraycopy(pieces, 0, announced, 1, pieces.length);
        helped = helped.plus(announced);
        used = true;
      }
      if (draft.length == 0 && methods.drafts() && match.score() >= LEAST_DRAFT) {
        draft = pieces;
      }
    }
    Map<Integer, Example> related = new LinkedHashMap<>();
    neighbours(segment).forEach(match -> related.put(match.id(), match.example()));
    List<ExampleStates> found = states.of(related);
    Neighbours neighbours =
        found.isEmpty() ? null : new Neighbours(found, width, methods.mixture());
    return new Part(helped, new Guidance(draft, neighbours, used || neighbours != null));
  }

  /** The examples whose tokens are neighbours. */
  List<MemoryMatch> neighbours(Segment segment) {
    return methods.neighbours() == 0 ? List.of() : memory.related(segment, methods.neighbours());
  }

  /** The example that answers a segment, if methods allow it and there is one. */
  Optional<MemoryMatch> answering(
      Segment segment, @Nullable Segment previous, @Nullable Segment next) {
    return methods.passThrough()
        ? memory
            .exact(segment, previous, next)
            .filter(match -> MatchRepair.repair(match.example(), segment).isPresent())
        : Optional.empty();
  }

  /** The examples to show, the best first; a second one only where it has words of its own. */
  List<MemoryMatch> shown(Segment segment) {
    if (methods.matches() == 0) {
      return List.of();
    }
    List<MemoryMatch> found = memory.search(segment, CANDIDATES, LEAST_SHOWN);
    List<MemoryMatch> chosen = new ArrayList<>();
    for (MemoryMatch match : found) {
      boolean isNew =
          chosen.stream()
              .noneMatch(other -> other.example().target().equals(match.example().target()));
      if (isNew && chosen.size() < methods.matches()) {
        chosen.add(match);
      }
    }
    return chosen;
  }
}
