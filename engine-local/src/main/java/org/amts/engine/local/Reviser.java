package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Changes a translation where an edit of its source asks for it, and nowhere else.
 *
 * <p>The network has preferences of its own: what it would say in other words than a person did is
 * no reason to change the person's. A change of the translation Y into Z is made only if the edit
 * explains it, by the difference in differences
 *
 * <pre>
 * gain = [log p(Z | new source) - log p(Y | new source)] - [log p(Z | old source) - log p(Y | old source)]
 * </pre>
 *
 * <p>in which preferences cancel out. What could be changed comes from two places: the hunks in
 * which a free translation of the new source differs from Y, and continuations of Y from the places
 * that the new source makes the least likely. Changes are made one at a time, the best first, as
 * long as there is one that is good enough.
 */
final class Reviser {

  /** How much better the edit must explain the change, in nats. */
  private static final double LEAST_GAIN = 2;

  /** What the likelihood under the new source counts beside the gain. */
  private static final double LIKELIHOOD = 0.1;

  /** Cost of a token that comes, in nats. */
  private static final double COST = 0.3;

  /** Cost of a token of the old translation that goes, in nats. */
  private static final double LOSS = 0.6;

  /** By how much a change may be less likely, in nats for each token that the text gets longer. */
  private static final double LEEWAY = 1.5;

  private static final int MOST_CHANGES = 4;

  /** Hunks that are taken over together at most. */
  private static final int MOST_HUNKS = 3;

  private static final int PLACES = 3;

  private final Model model;
  private final DecoderState state;
  private final String target;

  /**
   * @param target the language of the translation
   */
  Reviser(Model model, DecoderState state, String target) {
    this.model = model;
    this.state = state;
    this.target = target;
  }

  /**
   * A changed translation.
   *
   * @param gain by how much the edit explains the change, in nats
   * @param likelier by how much it is likelier under the new source, in nats
   * @param longer how many tokens it has more
   */
  private record Candidate(String text, double gain, double likelier, int longer) {

    /** A longer text is less likely in any case. */
    boolean isLikely() {
      return likelier > -LEEWAY * Math.max(0, longer);
    }
  }

  /**
   * Revises a translation.
   *
   * @param pair the old segment with its translation, and the new segment
   * @param free a translation of the new segment as a whole; null if there is none
   * @return the translation with the changes that were found, maybe none; nothing if a text is too
   *     long for the model
   */
  Optional<String> revise(RevisedPair pair, @Nullable String free) {
    SegmentCodec codec = model.codec();
    Optional<ModelInput> first = codec.encode(pair.after().text(), target);
    Optional<ModelInput> before =
        first.flatMap(
            input -> codec.encode(pair.before().source().text(), target, input.numbers()));
    Optional<ModelInput> after =
        before.flatMap(input -> codec.encode(pair.after().text(), target, input.numbers()));
    if (after.isEmpty()
        || codec.translation(after.get(), pair.before().target()).length > codec.longest()) {
      return Optional.empty();
    }
    Search search = new Search(pair, before.get(), after.get());
    return Optional.of(search.from(pair.before().target(), free));
  }

  private final class Search {

    private final RevisedPair pair;
    private final ModelInput before;
    private final ModelInput after;

    Search(RevisedPair pair, ModelInput before, ModelInput after) {
      this.pair = pair;
      this.before = before;
      this.after = after;
    }

    String from(String old, @Nullable String free) {
      int edits = new TokenDiff(pair.before().source().text(), pair.after().text()).hunks().size();
      String current = old;
      for (int i = 0; i < Math.min(edits, MOST_CHANGES); i++) {
        Optional<String> next = better(current, free);
        if (next.isEmpty()) {
          break;
        }
        current = next.get();
      }
      return current;
    }

    private Optional<String> better(String current, @Nullable String free) {
      int[] tokens = model.codec().translation(after, current);
      KnownTranslation old = new KnownTranslation(model.description(), state, before.ids(), tokens);
      KnownTranslation now = new KnownTranslation(model.description(), state, after.ids(), tokens);
      Set<String> texts = new LinkedHashSet<>();
      if (free != null) {
        texts.addAll(hunksOf(current, free));
      }
      texts.addAll(continued(current, tokens, old, now));
      int faults = Placeholders.difference(current, pair.after().text());
      List<String> possible =
          texts.stream()
              .filter(text -> !text.equals(current))
              .filter(text -> Placeholders.difference(text, pair.after().text()) <= faults)
              .toList();
      return candidates(possible, tokens, old, now).stream()
          .filter(candidate -> candidate.gain() >= LEAST_GAIN && candidate.isLikely())
          .filter(candidate -> merit(candidate, current) > 0)
          .max(Comparator.comparingDouble(candidate -> merit(candidate, current)))
          .map(Candidate::text);
    }

    private List<Candidate> candidates(
        List<String> texts, int[] tokens, KnownTranslation old, KnownTranslation now) {
      List<TokenChange> changes =
          texts.stream()
              .map(text -> TokenChange.between(tokens, model.codec().translation(after, text)))
              .toList();
      double[] underOld = old.likelierBy(changes);
      double[] underNew = now.likelierBy(changes);
      return IntStream.range(0, texts.size())
          .mapToObj(
              i ->
                  new Candidate(
                      texts.get(i),
                      underNew[i] - underOld[i],
                      underNew[i],
                      changes.get(i).longer()))
          .toList();
    }

    private static double merit(Candidate candidate, String current) {
      double cost =
          new TokenDiff(current, candidate.text())
              .hunks().stream()
                  .mapToDouble(
                      h -> LOSS * (h.to() - h.from()) + COST * (h.otherTo() - h.otherFrom()))
                  .sum();
      return candidate.gain() + LIKELIHOOD * candidate.likelier() - cost;
    }

    private static List<String> hunksOf(String text, String free) {
      TokenDiff diff = new TokenDiff(text, free);
      List<TokenDiff.Hunk> hunks = diff.hunks();
      List<String> changed = new ArrayList<>();
      for (int i = 0; i < hunks.size(); i++) {
        for (int j = i; j < Math.min(hunks.size(), i + MOST_HUNKS); j++) {
          changed.add(diff.splice(hunks.get(i), hunks.get(j)).in(text));
        }
      }
      return changed;
    }

    /** Changes from the places that the new source makes the least likely. */
    private List<String> continued(
        String current, int[] tokens, KnownTranslation old, KnownTranslation now) {
      int[] places =
          IntStream.range(0, old.length())
              .boxed()
              .filter(i -> old.log(i) > now.log(i))
              .sorted(Comparator.comparingDouble(i -> now.log(i) - old.log(i)))
              .limit(PLACES)
              .mapToInt(i -> i)
              .toArray();
      List<String> changed = new ArrayList<>();
      if (places.length > 0) {
        for (TokenChange change :
            new Continuations(model.description(), state).of(old, now, places)) {
          String text = model.codec().decode(after, change.in(tokens));
          if (text.indexOf('\uFFFD') < 0) {
            // Only the change is taken over, so that the rest keeps its characters.
            changed.addAll(hunksOf(current, text));
          }
        }
      }
      return changed;
    }
  }
}
