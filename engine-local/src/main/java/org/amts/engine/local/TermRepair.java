package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.amts.engine.TermCheck;
import org.amts.engine.TermEntry;
import org.amts.engine.TermFinder;

/**
 * Brings terms into answers that lack them. Safe for use by many threads.
 *
 * <p>The network reads the answer once and says at every place how it likes the term's first piece
 * there beside what it said itself. At the best {@value #PLACES} places decoding starts anew: what
 * stands before stays, the term follows ({@link TermRule}), the rest is free. Of the answers that
 * can be used and lack fewer terms the likeliest counts. This is constrained decoding as of Post
 * and Vilar 2018 (<i>Fast Lexically Constrained Decoding with Dynamic Beam Allocation</i>) for
 * greedy search: a beam would cost every sentence what here only those cost that lack a term. What
 * this cannot bring in comes in as a placeholder.
 */
final class TermRepair {

  private static final int PLACES = 4;

  /** Terms brought into one answer, at most. */
  private static final int ROUNDS = 6;

  private final ModelDescription model;
  private final SegmentCodec codec;
  private final TermFinder finder;
  private final TermCheck terms;
  private final AnswerCheck usable;
  private final AnswerReader reader;
  private final GreedyDecoder decoder;

  /**
   * @param target the language of the answers
   */
  TermRepair(ModelDescription model, SegmentCodec codec, TermFinder finder, String target) {
    this.model = model;
    this.codec = codec;
    this.finder = finder;
    terms = new TermCheck(target);
    usable = new AnswerCheck(codec);
    reader = new AnswerReader(model);
    decoder = new GreedyDecoder(model);
  }

  /**
   * An answer.
   *
   * @param text with the marks of the source
   * @param tokens its tokens
   */
  record Answer(String text, int[] tokens) {}

  /** The terms of a source that an answer lacks. */
  List<TermEntry> missing(ModelInput input, String answer) {
    return terms.missing(finder.termsIn(input.text()), answer);
  }

  /**
   * Brings missing terms into an answer.
   *
   * @param input what was decoded
   * @param answer that can be used
   * @return an answer that lacks fewer terms, if possible none; empty if none was found
   */
  Optional<Answer> repair(
      DecoderState state, ModelInput input, Repetitions repetitions, Answer answer) {
    Answer best = answer;
    List<TermEntry> missing = missing(input, best.text());
    for (int round = 0; round < ROUNDS && !missing.isEmpty(); round++) {
      Optional<Answer> better = Optional.empty();
      for (String term : missing.stream().map(TermEntry::target).distinct().toList()) {
        if (better.isEmpty()) {
          better = placed(state, input, repetitions, best, term, missing.size());
        }
      }
      if (better.isEmpty()) {
        break;
      }
      best = better.get();
      missing = missing(input, best.text());
    }
    return best == answer ? Optional.empty() : Optional.of(best);
  }

  /** The likeliest answer with one term more, of those that lack fewer terms than before. */
  private Optional<Answer> placed(
      DecoderState state,
      ModelInput input,
      Repetitions repetitions,
      Answer answer,
      String term,
      int missing) {
    if (!TermRule.canSpell(codec.vocabulary(), term)) {
      return Optional.empty();
    }
    List<DecodingTask> tasks = new ArrayList<>();
    for (int place : places(state, input, answer.tokens(), term)) {
      int[] before = Arrays.copyOf(answer.tokens(), place);
      tasks.add(task(input, repetitions, new TermRule(codec.vocabulary(), before, term)));
    }
    if (tasks.isEmpty()) {
      return Optional.empty();
    }
    List<Answer> better = new ArrayList<>();
    for (List<Hypothesis> found : decoder.decode(state, tasks)) {
      usable
          .first(input, repetitions, found)
          .text()
          .filter(text -> missing(input, text).size() < missing)
          .ifPresent(text -> better.add(new Answer(text, found.get(0).tokens())));
    }
    if (better.isEmpty()) {
      return Optional.empty();
    }
    double[] scores =
        reader.scores(state, input.ids(), better.stream().map(Answer::tokens).toList());
    return IntStream.range(0, scores.length)
        .boxed()
        .max(Comparator.comparingDouble(i -> scores[i]))
        .map(better::get);
  }

  /** The places in an answer where the network likes a term best, the best first. */
  private List<Integer> places(DecoderState state, ModelInput input, int[] answer, String term) {
    Vocabulary vocabulary = codec.vocabulary();
    double[] liking = new double[answer.length + 1];
    reader.read(
        state,
        input.ids(),
        List.of(answer),
        (index, place, logits) -> {
          String previous = place == 0 ? "" : vocabulary.text(answer[place - 1]);
          String next = place == answer.length ? "" : vocabulary.text(answer[place]);
          liking[place] = Double.NEGATIVE_INFINITY;
          if (TermRule.beginsWord(next)) {
            for (int piece : TermRule.first(vocabulary, previous, term)) {
              liking[place] = Math.max(liking[place], logits[piece]);
            }
            liking[place] -= highest(logits);
          }
        });
    return IntStream.range(0, liking.length)
        .filter(place -> liking[place] > Double.NEGATIVE_INFINITY)
        .boxed()
        .sorted(Comparator.comparingDouble(place -> -liking[place]))
        .limit(PLACES)
        .toList();
  }

  private DecodingTask task(ModelInput input, Repetitions repetitions, TokenRule... rules) {
    return DecodingTask.unadvised(input, repetitions, model, List.of(rules));
  }

  private static float highest(float[] logits) {
    float highest = logits[0];
    for (float logit : logits) {
      highest = Math.max(highest, logit);
    }
    return highest;
  }
}
