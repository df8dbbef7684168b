package org.amts.engine.local;

/**
 * Which methods of adaptation are used; all that have earned their place by default. Immutable.
 *
 * @param passThrough equal segments are answered from the examples
 * @param matches examples shown to the model beside the segment: 0 to 2
 * @param neighbours examples whose tokens are mixed in at each step of decoding (SK-MT); 0 for none
 * @param mixture how they are mixed
 * @param drafts whether examples serve as drafts
 * @param suggestions whether words get the translation that they have in most examples
 * @param terms what is done for terms
 */
public record AdaptationMethods(
    boolean passThrough,
    int matches,
    int neighbours,
    Mixture mixture,
    boolean drafts,
    boolean suggestions,
    Terms terms) {

  /**
   * How neighbours are mixed in.
   *
   * @param nearest how many of the nearest states count, at least 1
   * @param temperature squared distance beyond which a state does not count
   * @param mostTrust upper limit of the neighbours' share, 0 to below 1
   */
  public record Mixture(int nearest, float temperature, float mostTrust) {}

  /** What is done so that terms come out as the terminology has them. */
  public enum Terms {
    /** The model is shown the terms that stand in a text. */
    SHOWN,
    /**
     * Shown; and an answer that lacks a term is decoded again, with the term at the places where
     * the model likes it best.
     */
    PLACED,
    /** Shown; and what an answer lacks becomes a placeholder in the next, or else is placed. */
    HIDDEN
  }

  /** What is used unless something else is asked for. */
  public static final AdaptationMethods DEFAULT =
      new AdaptationMethods(true, 1, 16, new Mixture(4, 100, 0.9f), true, true, Terms.HIDDEN);

  /** None: the segment alone. */
  public static final AdaptationMethods NONE =
      new AdaptationMethods(false, 0, 0, DEFAULT.mixture(), false, false, Terms.SHOWN);

  /** The same with or without answers from equal segments. */
  public AdaptationMethods withPassThrough(boolean on) {
    return new AdaptationMethods(on, matches, neighbours, mixture, drafts, suggestions, terms);
  }

  /** The same with so many examples beside the segment. */
  public AdaptationMethods withMatches(int count) {
    return new AdaptationMethods(
        passThrough, count, neighbours, mixture, drafts, suggestions, terms);
  }

  /** The same with so many neighbours. */
  public AdaptationMethods withNeighbours(int count) {
    return new AdaptationMethods(passThrough, matches, count, mixture, drafts, suggestions, terms);
  }

  /** The same with another mixture. */
  public AdaptationMethods withMixture(Mixture other) {
    return new AdaptationMethods(
        passThrough, matches, neighbours, other, drafts, suggestions, terms);
  }

  /** The same with or without drafts. */
  public AdaptationMethods withDrafts(boolean on) {
    return new AdaptationMethods(passThrough, matches, neighbours, mixture, on, suggestions, terms);
  }

  /** The same with or without suggestions. */
  public AdaptationMethods withSuggestions(boolean on) {
    return new AdaptationMethods(passThrough, matches, neighbours, mixture, drafts, on, terms);
  }

  /** The same with other means for terms. */
  public AdaptationMethods withTerms(Terms others) {
    return new AdaptationMethods(
        passThrough, matches, neighbours, mixture, drafts, suggestions, others);
  }
}
