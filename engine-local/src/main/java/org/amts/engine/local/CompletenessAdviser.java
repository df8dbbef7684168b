package org.amts.engine.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amts.segment.TextLength;

/**
 * Looks for adapted answers that leave out a part of the text, as one in some hundred does: the
 * model's own answer takes the place of one that says much less than both it and the text. Whatever
 * is known comes from another adviser. Safe for use by many threads.
 */
final class CompletenessAdviser extends RevisingAdviser {

  /**
   * How many times as much as the answer the text says at least; one translation in 60 is so short.
   */
  private static final double MUCH_LESS_THAN_TEXT = 1.5;

  /** How many times as much the model's own answer says at least. */
  private static final double MUCH_LESS_THAN_OWN = 1.25;

  private final PartDecoder decoder;

  /**
   * @param other what is known
   */
  CompletenessAdviser(Adviser other, PartDecoder decoder) {
    super(other);
    this.decoder = decoder;
  }

  @Override
  void improve(List<Decoded> decoded) {
    Map<Part, Part> own = new LinkedHashMap<>();
    for (Decoded text : decoded) {
      Part part = text.part();
      String answer = part.answer();
      if (answer != null
          && part.guidance().isUsed()
          && TextLength.ratio(text.segment().text(), answer) > MUCH_LESS_THAN_TEXT) {
        own.put(part, part.unadvised());
      }
    }
    decoder.decode(List.copyOf(own.values()), part -> {});
    own.forEach(CompletenessAdviser::takeOver);
  }

  private static void takeOver(Part adapted, Part own) {
    String answer = own.answer();
    if (answer != null
        && TextLength.ratio(answer, Objects.requireNonNull(adapted.answer()))
            > MUCH_LESS_THAN_OWN) {
      adapted.settle(answer, Objects.requireNonNull(own.hypothesis()), true);
    }
  }
}
