package org.amts.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amts.segment.Placeholder;

/** Tells whether an answer can be used. Immutable. */
final class AnswerCheck {

  /** What can be wrong with an answer. */
  enum Fault {
    /** It has none of the words. */
    EMPTY,
    /** It repeats a few tokens again and again. */
    LOOP,
    /** It reached the limit of its length. */
    ENDLESS,
    /** It has bytes that are no characters, or bytes that are written out. */
    GARBLED,
    /** Its placeholders are not the source's. */
    PLACEHOLDERS,
    /** A link or an image lost its brackets. */
    LINKS
  }

  /**
   * What came of the check.
   *
   * @param text the answer with the source's marks; nothing if it cannot be used
   * @param fault what is wrong with it; nothing if it can be used
   */
  record Verdict(Optional<String> text, Optional<Fault> fault) {

    private static Verdict of(Fault fault) {
      return new Verdict(Optional.empty(), Optional.of(fault));
    }
  }

  private final SegmentCodec codec;

  AnswerCheck(SegmentCodec codec) {
    this.codec = codec;
  }

  /** Checks the answers to a source, the best first, and takes the first that can be used. */
  Verdict first(ModelInput source, Repetitions repetitions, List<Hypothesis> answers) {
    Verdict best = check(source, repetitions, answers.get(0));
    Verdict verdict = best;
    for (int i = 1; i < answers.size() && verdict.fault().isPresent(); i++) {
      verdict = check(source, repetitions, answers.get(i));
    }
    return verdict.fault().isPresent() ? best : verdict;
  }

  private Verdict check(ModelInput source, Repetitions repetitions, Hypothesis answer) {
    if (repetitions.loopIn(answer.tokens())) {
      return Verdict.of(Fault.LOOP);
    }
    if (!answer.ended()) {
      return Verdict.of(Fault.ENDLESS);
    }
    String text = codec.decode(source, answer.tokens());
    if (text.isEmpty()) {
      return Verdict.of(Fault.EMPTY);
    }
    if (onlyAnswerHas(source.text(), text, "\uFFFD")
        || onlyAnswerHas(source.text(), text, ByteRule.WRITTEN_OUT)) {
      return Verdict.of(Fault.GARBLED);
    }
    if (!sorted(text).equals(sorted(source.text()))) {
      return Verdict.of(Fault.PLACEHOLDERS);
    }
    Optional<String> repaired = LinkMarks.repair(source.text(), text);
    return repaired.isPresent() ? new Verdict(repaired, Optional.empty()) : Verdict.of(Fault.LINKS);
  }

  private static boolean onlyAnswerHas(String source, String answer, String mark) {
    return answer.contains(mark) && !source.contains(mark);
  }

  private static List<Integer> sorted(String text) {
    List<Integer> numbers = new ArrayList<>(Placeholder.numbersIn(text));
    numbers.sort(null);
    return numbers;
  }
}
