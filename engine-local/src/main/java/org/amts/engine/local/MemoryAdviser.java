package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.amts.engine.Example;
import org.amts.engine.Translation;
import org.amts.engine.local.memory.MatchRepair;
import org.amts.engine.local.memory.MemoryMatch;
import org.amts.engine.local.memory.TranslationMemory;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Advises from a translation memory. Safe for use by many threads, but {@link #advise} not by the
 * decoder's own: it waits for them.
 */
final class MemoryAdviser implements Adviser {

  /** Less similar examples are not shown to the model: it was not trained on them. */
  private static final double LEAST_SHOWN = 0.4;

  /** Less similar examples are no drafts: too few of their tokens would be right. */
  private static final double LEAST_DRAFT = 0.7;

  /** An example that is so similar to a text helps with it whatever the text sounds like. */
  private static final double LEAST_RELATED = 0.5;

  /** Candidates among which the examples to show are chosen. */
  private static final int CANDIDATES = 4;

  private final Model model;
  private final PartDecoder decoder;
  private final TranslationMemory memory;
  private final StateStore states;
  private final NetworkAdaptation learning;
  private final AdaptationMethods methods;

  MemoryAdviser(
      Model model,
      PartDecoder decoder,
      TranslationMemory memory,
      StateStore states,
      NetworkAdaptation learning,
      AdaptationMethods methods) {
    this.model = model;
    this.decoder = decoder;
    this.memory = memory;
    this.states = states;
    this.learning = learning;
    this.methods = methods;
  }

  @Override
  public Optional<Translation> answer(List<Segment> segments, int index) {
    return answering(
            segments.get(index),
            index > 0 ? segments.get(index - 1) : null,
            index + 1 < segments.size() ? segments.get(index + 1) : null)
        .map(answer -> new Translation(answer.text(), Translation.Outcome.MATCHED));
  }

  /**
   * A segment's answer from the memory.
   *
   * @param match the example that has it
   * @param text the example's translation, repaired
   */
  record Answer(MemoryMatch match, String text) {}

  /** A segment's answer, if methods allow it and there is one. */
  Optional<Answer> answering(Segment segment, @Nullable Segment previous, @Nullable Segment next) {
    return methods.passThrough()
        ? memory
            .exact(segment, previous, next)
            .flatMap(
                match ->
                    MatchRepair.repair(match.example(), segment)
                        .map(text -> new Answer(match, text)))
        : Optional.empty();
  }

  /**
   * What the memory has for a text.
   *
   * @param shown examples to show to the model
   * @param neighbours examples whose tokens are neighbours
   * @param draft the example that the answer is likely to follow
   * @param likeness how much the text sounds like the examples; empty if it is not known
   * @param learnt the network to use; empty for the model's own
   */
  record Found(
      List<MemoryMatch> shown,
      List<MemoryMatch> neighbours,
      Optional<MemoryMatch> draft,
      OptionalDouble likeness,
      Optional<AdaptedNetwork> learnt) {}

  /** Looks a text up. */
  Found find(Text text) {
    Segment segment = text.segment();
    Optional<AdaptedNetwork> learnt = learnt();
    OptionalDouble likeness =
        learnt.stream().mapToDouble(each -> each.likeness(text.input())).findAny();
    boolean related = learnt.isEmpty() || isLike(segment, learnt.get(), likeness.getAsDouble());
    List<MemoryMatch> shown = shown(segment);
    List<MemoryMatch> neighbours =
        methods.neighbours() > 0 && related
            ? memory.related(segment, methods.neighbours())
            : List.of();
    return new Found(
        shown,
        neighbours,
        related ? draft(segment, shown, neighbours) : Optional.empty(),
        likeness,
        related ? learnt : Optional.empty());
  }

  /** Whether a segment sounds like the examples, or is half like one of them. */
  private boolean isLike(Segment segment, AdaptedNetwork learnt, double likeness) {
    return learnt.covers(likeness) || !memory.search(segment, 1, LEAST_RELATED).isEmpty();
  }

  /** The network for a segment: the one that has learnt, if the segment is like the examples. */
  Network network(Segment segment, String target) {
    return learnt()
        .filter(
            each ->
                model
                    .codec()
                    .encode(segment.text(), target)
                    .map(input -> isLike(segment, each, each.likeness(input)))
                    .orElse(false))
        .map(AdaptedNetwork::network)
        .orElse(model.network());
  }

  private Optional<AdaptedNetwork> learnt() {
    return methods.learning() ? learning.network() : Optional.empty();
  }

  private Optional<MemoryMatch> draft(
      Segment segment, List<MemoryMatch> shown, List<MemoryMatch> neighbours) {
    if (!methods.drafts()) {
      return Optional.empty();
    }
    List<MemoryMatch> similar = new ArrayList<>(shown);
    similar.addAll(neighbours); // the most similar example is among them
    if (similar.isEmpty()) {
      similar.addAll(memory.search(segment, 1, LEAST_DRAFT));
    }
    return similar.stream()
        .max(Comparator.comparingDouble(MemoryMatch::score))
        .filter(match -> match.score() >= LEAST_DRAFT);
  }

  @Override
  public List<Part> advise(List<Text> texts) {
    List<Found> found =
        decoder.runAll(texts.stream().<Callable<Found>>map(text -> () -> find(text)).toList());
    Map<Example, ExampleStates> known =
        learnt()
            .map(AdaptedNetwork::states)
            .orElse(states)
            .of(
                found.stream()
                    .flatMap(each -> each.neighbours().stream())
                    .map(MemoryMatch::example)
                    .toList());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      parts.add(advised(texts.get(i), found.get(i), known));
    }
    return parts;
  }

  private Part advised(Text text, Found found, Map<Example, ExampleStates> known) {
    SegmentCodec codec = model.codec();
    ModelInput helped = text.input();
    for (MemoryMatch match : found.shown()) {
      int[] pieces = codec.beside(text.input(), text.segment(), match.example());
      helped = codec.announcing(helped, pieces, match.score());
    }
    int[] draft =
        found
            .draft()
            .map(match -> codec.beside(text.input(), text.segment(), match.example()))
            .orElse(new int[0]);
    List<ExampleStates> near =
        found.neighbours().stream()
            .map(match -> Objects.requireNonNull(known.get(match.example())))
            .filter(each -> each.size() > 0)
            .toList();
    @Nullable Network network = found.learnt().map(AdaptedNetwork::network).orElse(null);
    Neighbourhood neighbours =
        near.isEmpty()
            ? null
            : new Neighbourhood(
                near,
                model.description().network().d(),
                network == null ? methods.mixture() : methods.mixture().ofLearnt());
    boolean used = neighbours != null || helped != text.input() || network != null;
    return new Part(helped, new Guidance(draft, neighbours, network, used));
  }

  /** The examples to show, the best first; a second one only where it has words of its own. */
  private List<MemoryMatch> shown(Segment segment) {
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
