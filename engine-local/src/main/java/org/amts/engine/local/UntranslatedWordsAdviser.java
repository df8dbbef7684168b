package org.amts.engine.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.amts.segment.Cjk;
import org.jspecify.annotations.Nullable;

/**
 * Looks for Chinese or Japanese answers with words of the source in them that have not been
 * translated ("minibatch"). The best answer without these words takes the place of one if the
 * network finds it nearly as likely, so that a name stays, and, asked the other way round, still
 * expects the source's words, so that no word is invented. Whatever is known comes from another
 * adviser. Safe for use by many threads.
 */
final class UntranslatedWordsAdviser extends RevisingAdviser {

  /** How much less likely an answer without the words may be, in nats. */
  private static final double MARGIN = 3;

  /**
   * How much less likely the source may be if an answer without the words is translated back, in
   * nats. Of 100 answers for D2L, nearly all that lose more than 7 have words that mean something
   * else, and all but two of those that lose less than 6 are right.
   */
  private static final double MARGIN_BACK = 6;

  private final Model model;
  private final PartDecoder decoder;
  private final GreedyDecoder greedy;
  private final AnswerCheck check;
  private final AnswerReader reader;
  private final BackReader back;

  /**
   * @param other what is known
   * @param source the language of the texts, into which the model can translate as well
   */
  UntranslatedWordsAdviser(Adviser other, Model model, PartDecoder decoder, String source) {
    super(other);
    this.model = model;
    this.decoder = decoder;
    greedy = new GreedyDecoder(model.description());
    check = new AnswerCheck(model.codec());
    reader = new AnswerReader(model.description());
    back = new BackReader(model, source);
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
    List<Callable<List<Other>>> searches = new ArrayList<>();
    for (List<Part> batch : decoder.batches(List.copyOf(words.keySet()), greedy)) {
      searches.add(() -> decoder.withState(batch.get(0), state -> others(state, batch, words)));
    }
    List<Callable<@Nullable Void>> comparisons = new ArrayList<>();
    for (List<Other> found : decoder.runAll(searches)) {
      for (Other other : found) {
        comparisons.add(() -> decoder.withState(state -> settle(state, other)));
      }
    }
    decoder.runAll(comparisons);
  }

  /** Another answer to a text, without the words. */
  private record Other(Part part, String text, Hypothesis said) {}

  private List<Other> others(DecoderState state, List<Part> batch, Map<Part, Set<String>> words) {
    List<DecodingTask> tasks =
        batch.stream().map(part -> without(Objects.requireNonNull(words.get(part)), part)).toList();
    List<List<Hypothesis>> answers = greedy.decode(state, tasks);
    List<Other> others = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Part part = batch.get(i);
      Hypothesis said = answers.get(i).get(0);
      check
          .first(part.input(), part.repetitions(), List.of(said))
          .text()
          .filter(text -> isTranslated(Objects.requireNonNull(part.answer()), text))
          .filter(text -> reader.advantage(state, part, said) > -MARGIN)
          .ifPresent(text -> others.add(new Other(part, text, said)));
    }
    return others;
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

  /** Takes the other answer if the model's own network expects the source after it. */
  private @Nullable Void settle(DecoderState state, Other other) {
    Part part = other.part();
    String text = part.input().text();
    Optional<BackReader.Surprise> before =
        back.read(state, Objects.requireNonNull(part.answer()), text);
    Optional<BackReader.Surprise> after = back.read(state, other.text(), text);
    if (before.isPresent()
        && after.isPresent()
        && after.get().sum() < before.get().sum() + MARGIN_BACK) {
      part.settle(other.text(), other.said(), true);
    }
    return null;
  }
}
