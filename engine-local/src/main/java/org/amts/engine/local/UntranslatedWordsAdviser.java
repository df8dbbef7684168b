package org.amts.engine.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.amts.segment.Cjk;
import org.jspecify.annotations.Nullable;

/**
 * Looks for Chinese or Japanese answers with words of the source in them that have not been
 * translated ("minibatch"): the best answer without these words takes the place of one if the
 * network finds it nearly as likely, so that a name stays. Whatever is known comes from another
 * adviser. Safe for use by many threads.
 */
final class UntranslatedWordsAdviser extends RevisingAdviser {

  /**
   * How much less likely an answer without the words may be, in nats. Of 48 answers for D2L those
   * less likely by 3.4 or more invented words, or left a part of the text out.
   */
  private static final double MARGIN = 3;

  private final Model model;
  private final PartDecoder decoder;
  private final GreedyDecoder greedy;
  private final AnswerCheck check;
  private final AnswerReader reader;

  /**
   * @param other what is known
   */
  UntranslatedWordsAdviser(Adviser other, Model model, PartDecoder decoder) {
    super(other);
    this.model = model;
    this.decoder = decoder;
    greedy = new GreedyDecoder(model.description());
    check = new AnswerCheck(model.codec());
    reader = new AnswerReader(model.description());
  }

  @Override
  void improve(List<Decoded> decoded) {
    Map<Part, Set<String>> words = new LinkedHashMap<>();
    for (Decoded text : decoded) {
      Part part = text.part();
      String answer = part.answer();
      if (answer != null && Cjk.hasLetter(answer)) {
        Set<String> left = UntranslatedWords.of(part.input().text(), answer);
        if (!left.isEmpty()) {
          words.put(part, left);
        }
      }
    }
    List<Callable<@Nullable Void>> improvements = new ArrayList<>();
    for (List<Part> batch : decoder.batches(List.copyOf(words.keySet()), greedy)) {
      improvements.add(
          () -> decoder.withState(batch.get(0), state -> translate(state, batch, words)));
    }
    decoder.runAll(improvements);
  }

  private @Nullable Void translate(
      DecoderState state, List<Part> batch, Map<Part, Set<String>> words) {
    List<DecodingTask> tasks =
        batch.stream().map(part -> without(Objects.requireNonNull(words.get(part)), part)).toList();
    List<List<Hypothesis>> answers = greedy.decode(state, tasks);
    for (int i = 0; i < batch.size(); i++) {
      Part part = batch.get(i);
      Hypothesis other = answers.get(i).get(0);
      check
          .first(part.input(), part.repetitions(), List.of(other))
          .text()
          .filter(text -> isTranslated(Objects.requireNonNull(part.answer()), text))
          .filter(text -> isLikely(state, part, other))
          .ifPresent(text -> part.settle(text, other, true));
    }
    return null;
  }

  /** Decoding without some words; most of the answer is going to be what it was. */
  private DecodingTask without(Set<String> words, Part part) {
    TokenRule rule = new AvoidedWordsRule(model.codec().vocabulary(), words);
    return DecodingTask.of(part, model.description(), List.of(rule))
        .withDraft(Objects.requireNonNull(part.hypothesis()).tokens());
  }

  /** Whether an answer has words in its own script in place of others, and no new ones. */
  private static boolean isTranslated(String before, String after) {
    return ideographs(after) > ideographs(before)
        && UntranslatedWords.inLatinLetters(before)
            .containsAll(UntranslatedWords.inLatinLetters(after));
  }

  private static long ideographs(String text) {
    return text.codePoints().filter(Cjk::isLetter).count();
  }

  private boolean isLikely(DecoderState state, Part part, Hypothesis other) {
    int[] before = Objects.requireNonNull(part.hypothesis()).tokens();
    double[] both =
        reader.logProbabilities(state, part.input().ids(), List.of(before, other.tokens()));
    return both[1] > both[0] - MARGIN;
  }
}
