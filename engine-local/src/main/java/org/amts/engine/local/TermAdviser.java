package org.amts.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.amts.engine.FixedTerms;
import org.amts.engine.TermEntry;
import org.amts.engine.TermFinder;
import org.amts.segment.Segment;

/**
 * Shows the model the terms of a text, and brings those into its answers that they lack. Whatever
 * else is known comes from another adviser. Safe for use by many threads.
 */
final class TermAdviser extends RevisingAdviser {

  private final TermFinder finder;
  private final TermAnnotations annotations;
  private final TermRepair repair;
  private final SegmentCodec codec;
  private final PartDecoder decoder;
  private final String target;
  private final AdaptationMethods.Terms means;

  /**
   * @param other what else is known
   * @param finder finds the terms
   * @param target the language of the answers
   * @param methods what is done for terms
   */
  TermAdviser(
      Adviser other,
      TermFinder finder,
      Model model,
      PartDecoder decoder,
      String target,
      AdaptationMethods methods) {
    super(other);
    this.finder = finder;
    this.decoder = decoder;
    this.target = target;
    means = methods.terms();
    codec = model.codec();
    annotations = new TermAnnotations(codec);
    repair = new TermRepair(model.description(), codec, finder, target);
  }

  @Override
  public List<Part> advise(List<Text> texts) {
    return super.advise(texts.stream().map(this::annotated).toList());
  }

  private Text annotated(Text text) {
    ModelInput input = text.input();
    return new Text(text.segment(), annotations.annotate(input, finder.termsIn(input.text())));
  }

  @Override
  void improve(List<Decoded> decoded) {
    if (means == AdaptationMethods.Terms.HIDDEN) {
      hide(decoded);
    }
    if (means != AdaptationMethods.Terms.SHOWN) {
      place(decoded);
    }
  }

  /** A text in which the terms that its answer lacks are placeholders. */
  private record Hidden(Decoded first, FixedTerms terms, Text second) {}

  private void hide(List<Decoded> decoded) {
    List<Hidden> hidden = new ArrayList<>();
    for (Decoded text : decoded) {
      List<TermEntry> missing = missing(text.part());
      if (!missing.isEmpty()) {
        FixedTerms terms = new FixedTerms(missing);
        Segment segment = terms.protect(text.segment());
        codec
            .encode(segment.text(), target)
            .ifPresent(input -> hidden.add(new Hidden(text, terms, new Text(segment, input))));
      }
    }
    List<Part> parts = advise(hidden.stream().map(Hidden::second).toList());
    decoder.decode(parts, part -> {});
    for (int i = 0; i < parts.size(); i++) {
      takeOver(hidden.get(i), parts.get(i));
    }
  }

  private void takeOver(Hidden hidden, Part second) {
    String answer = second.answer();
    if (answer == null) {
      return;
    }
    String text = hidden.terms().insert(hidden.first().segment(), answer);
    Part part = hidden.first().part();
    if (repair.missing(part.input(), text).size() < missing(part).size()) {
      // Read as the model would have said it, so that more terms can be placed in it.
      int[] tokens = codec.translation(part.input(), text);
      part.settle(text, new Hypothesis(tokens, true), true);
    }
  }

  private void place(List<Decoded> decoded) {
    List<Callable<Void>> repairs = new ArrayList<>();
    for (Decoded text : decoded) {
      if (!missing(text.part()).isEmpty()) {
        repairs.add(
            () -> {
              place(text.part());
              return null;
            });
      }
    }
    decoder.runAll(repairs);
  }

  private void place(Part part) {
    TermRepair.Answer answer =
        new TermRepair.Answer(
            Objects.requireNonNull(part.answer()),
            Objects.requireNonNull(part.hypothesis()).tokens());
    decoder
        .withState(part, state -> repair.repair(state, part.input(), part.repetitions(), answer))
        .ifPresent(
            better -> part.settle(better.text(), new Hypothesis(better.tokens(), true), true));
  }

  /** The terms that an answer lacks; none if there is no answer. */
  private List<TermEntry> missing(Part part) {
    String answer = part.answer();
    return answer == null ? List.of() : repair.missing(part.input(), answer);
  }
}
