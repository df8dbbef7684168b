package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.amts.corpus.Flaws;
import org.jspecify.annotations.Nullable;

/**
 * Looks for answers that have {@linkplain Flaws flaws}, as one in sixty does: a number lost, a word
 * said twice, an asterisk forgotten. A wider beam nearly always has an answer without them that the
 * network finds as likely, often likelier. Whatever is known comes from another adviser. Safe for
 * use by many threads.
 */
final class FlawAdviser extends RevisingAdviser {

  /** How much less likely an answer with fewer flaws may be, in nats. */
  private static final double MARGIN = 4;

  private final Model model;
  private final PartDecoder decoder;
  private final AnswerCheck check;
  private final AnswerReader reader;
  private final Flaws flaws;

  /**
   * @param other what is known
   * @param target the language of the answers
   */
  FlawAdviser(Adviser other, Model model, PartDecoder decoder, String target) {
    super(other);
    this.model = model;
    this.decoder = decoder;
    check = new AnswerCheck(model.codec());
    reader = new AnswerReader(model.description());
    flaws = new Flaws(target);
  }

  @Override
  void improve(List<Decoded> decoded) {
    Map<Part, Integer> flawed = new LinkedHashMap<>();
    for (Decoded text : decoded) {
      Part part = text.part();
      String answer = part.answer();
      if (answer != null) {
        int found = flaws(part, answer);
        if (found > 0) {
          flawed.put(part, found);
        }
      }
    }
    List<Callable<@Nullable Void>> searches = new ArrayList<>();
    for (List<Part> batch : decoder.batches(List.copyOf(flawed.keySet()), decoder.wide())) {
      searches.add(() -> decoder.withState(batch.get(0), state -> search(state, batch, flawed)));
    }
    decoder.runAll(searches);
  }

  private int flaws(Part part, String answer) {
    return flaws.in(part.input().text(), answer).size();
  }

  private @Nullable Void search(DecoderState state, List<Part> batch, Map<Part, Integer> flawed) {
    List<DecodingTask> tasks =
        batch.stream().map(part -> DecodingTask.of(part, model.description(), List.of())).toList();
    List<List<Hypothesis>> answers = decoder.wide().decode(state, tasks);
    for (int i = 0; i < batch.size(); i++) {
      Part part = batch.get(i);
      best(part, answers.get(i), Objects.requireNonNull(flawed.get(part)))
          .filter(other -> reader.advantage(state, part, other.said()) > -MARGIN)
          .ifPresent(other -> part.settle(other.text(), other.said(), true));
    }
    return null;
  }

  /** Another answer to a text. */
  private record Other(String text, Hypothesis said, int flaws) {}

  /** Of the answers that have fewest flaws the first, which the beam found likeliest. */
  private Optional<Other> best(Part part, List<Hypothesis> answers, int fewerThan) {
    List<Other> others = new ArrayList<>();
    for (Hypothesis said : answers) {
      check
          .first(part.input(), part.repetitions(), List.of(said))
          .text()
          .map(text -> new Other(text, said, flaws(part, text)))
          .ifPresent(others::add);
    }
    return others.stream()
        .filter(other -> other.flaws() < fewerThan)
        .min(Comparator.comparingInt(Other::flaws));
  }
}
