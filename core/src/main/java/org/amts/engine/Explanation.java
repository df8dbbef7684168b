package org.amts.engine;

import java.util.List;
import java.util.OptionalDouble;
import org.amts.segment.Segment;

/**
 * Why a translation is what it is.
 *
 * @param segment what was translated
 * @param matches the examples that were used, the best first
 * @param terms the terms of the terminology that stand in the segment
 * @param trust how much of each token of the translation came from the examples rather than from
 *     the model, 0..1; empty where the engine cannot tell
 * @param likeness how much the segment sounds like the examples, in nats per piece of text: above 0
 *     more like them than like other text; empty where the engine cannot tell
 * @param usesLearnt whether what the engine had {@linkplain AdaptedEngine#prepare learnt} from all
 *     examples was used
 * @param adapted the translation
 * @param unadapted what the engine makes of the segment without examples and terms
 */
public record Explanation(
    Segment segment,
    List<Match> matches,
    List<TermEntry> terms,
    List<TokenTrust> trust,
    OptionalDouble likeness,
    boolean usesLearnt,
    Translation adapted,
    Translation unadapted) {

  /** Copies the lists. */
  public Explanation {
    matches = List.copyOf(matches);
    terms = List.copyOf(terms);
    trust = List.copyOf(trust);
  }

  /**
   * An example that was used.
   *
   * @param example the example
   * @param score how similar its source is to the segment, 0..1; 1 is equal
   * @param use what it was used for
   */
  public record Match(Example example, double score, Use use) {}

  /** What an example was used for. */
  public enum Use {
    /** Its translation is the answer, but for numbers and placeholders. */
    ANSWER,
    /** The model read its translation beside the segment. */
    INPUT,
    /** Its tokens were candidates at each step of decoding. */
    NEIGHBOUR,
    /** Its translation was guessed to be the answer's, which saves steps and changes nothing. */
    DRAFT
  }

  /**
   * A token of the translation.
   *
   * @param token its text
   * @param share how much of its probability came from the examples, 0..1
   */
  public record TokenTrust(String token, double share) {}
}
