package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.amts.engine.TermEntry;

/**
 * Writes the terms of a text behind it, so that the model sees them and puts each where it belongs,
 * in the form that the sentence needs: {@code <term> learning rate <is> 学习率 </term>}. The model was
 * trained on such input (Dinu et al. 2019, <i>Training Neural Machine Translation to Apply
 * Terminology Constraints</i>). Immutable.
 */
final class TermAnnotations {

  private final SegmentCodec codec;
  private final OptionalInt term;
  private final OptionalInt is;
  private final OptionalInt end;

  TermAnnotations(SegmentCodec codec) {
    this.codec = codec;
    term = codec.vocabulary().find("<term>");
    is = codec.vocabulary().find("<is>");
    end = codec.vocabulary().find("</term>");
  }

  /** Whether the model was trained with terms. */
  boolean areKnown() {
    return term.isPresent() && is.isPresent() && end.isPresent();
  }

  /**
   * The input with terms behind its text. To be called before anything else is added.
   *
   * @param terms the terms that stand in the text, in its order; each is written once
   * @return without the terms for which there is no room; the input itself if the model does not
   *     know terms
   */
  ModelInput annotate(ModelInput input, List<TermEntry> terms) {
    if (!areKnown()) {
      return input;
    }
    Set<TermEntry> different = new LinkedHashSet<>(terms);
    List<int[]> pieces = new ArrayList<>();
    int length = input.ids().length;
    for (TermEntry entry : different) {
      int[] annotation = pieces(entry);
      if (length + annotation.length <= codec.longest()) {
        pieces.add(annotation);
        length += annotation.length;
      }
    }
    return input.plus(pieces.stream().flatMapToInt(Arrays::stream).toArray());
  }

  private int[] pieces(TermEntry entry) {
    return Stream.of(
            new int[] {term.getAsInt()},
            codec.pieces(entry.source()),
            new int[] {is.getAsInt()},
            codec.pieces(entry.target()),
            new int[] {end.getAsInt()})
        .flatMapToInt(Arrays::stream)
        .toArray();
  }
}
