package org.amts.engine.local;

import org.amts.engine.EngineException;

/**
 * Which methods of adaptation are used; all that have earned their place by default. Immutable.
 *
 * @param passThrough equal segments are answered from the examples
 * @param learning the network learns from the examples, for text that sounds like them
 * @param matches examples shown to the model beside the segment: 0 to 2
 * @param neighbours examples whose tokens are mixed in at each step of decoding (SK-MT); 0 for none
 * @param mixture how they are mixed
 * @param drafts whether examples serve as drafts
 * @param terms what is done for terms
 */
public record AdaptationMethods(
    boolean passThrough,
    boolean learning,
    int matches,
    int neighbours,
    Mixture mixture,
    boolean drafts,
    Terms terms) {

  /**
   * How neighbours are mixed in. Distances are those of the network's last states, so temperature
   * and contrast must fit its weights: the states of the shipped model have a squared length of 80
   * on average, those of its predecessor had one of 395, with a temperature of 400 and a contrast
   * of 100.
   *
   * @param nearest how many of the nearest states count, at least 1
   * @param temperature squared distance beyond which a state does not count
   * @param contrast squared distance by which a state must be nearer than another to count e times
   *     as much
   * @param mostTrust upper limit of the neighbours' share, 0 to below 1
   * @param doubt power of 1 - p, p the network's highest probability, by which the share is
   *     multiplied; 0 if its certainty is to make no difference
   * @param doubtOfLearnt the same where the network has learnt from the examples, and so much of
   *     what neighbours would say
   */
  public record Mixture(
      int nearest,
      float temperature,
      float contrast,
      float mostTrust,
      float doubt,
      float doubtOfLearnt) {

    /** The mixture to use where the network has learnt from the examples. */
    Mixture ofLearnt() {
      return new Mixture(nearest, temperature, contrast, mostTrust, doubtOfLearnt, doubtOfLearnt);
    }
  }

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
      new AdaptationMethods(
          true, true, 0, 48, new Mixture(8, 100, 34, 0.9f, 0.5f, 2), true, Terms.HIDDEN);

  /** None: the segment alone. */
  public static final AdaptationMethods NONE =
      new AdaptationMethods(false, false, 0, 0, DEFAULT.mixture(), false, Terms.SHOWN);

  /**
   * The methods that a list names: {@code equal}, {@code learning}, {@code match} (or {@code
   * match2} for two), {@code neighbours}, {@code drafts}, with commas between; an empty list names
   * none. Terms are not among them: they are used wherever there are any.
   *
   * @throws EngineException if there is no method of a name
   */
  public static AdaptationMethods parse(String list) {
    AdaptationMethods methods = NONE.withTerms(DEFAULT.terms());
    for (String name : list.split(",")) {
      methods =
          switch (name.strip()) {
            case "" -> methods;
            case "equal" -> methods.withPassThrough(true);
            case "learning" -> methods.withLearning(true);
            case "match" -> methods.withMatches(1);
            case "match2" -> methods.withMatches(2);
            case "neighbours" -> methods.withNeighbours(DEFAULT.neighbours());
            case "drafts" -> methods.withDrafts(true);
            default ->
                throw new EngineException(
                    "adapt-by: there is no method \""
                        + name.strip()
                        + "\"; known: equal, learning, match, match2, neighbours, drafts");
          };
    }
    return methods;
  }

  /** The same with or without answers from equal segments. */
  public AdaptationMethods withPassThrough(boolean on) {
    return new AdaptationMethods(on, learning, matches, neighbours, mixture, drafts, terms);
  }

  /** The same with or without a network that learns. */
  public AdaptationMethods withLearning(boolean on) {
    return new AdaptationMethods(passThrough, on, matches, neighbours, mixture, drafts, terms);
  }

  /** The same with so many examples beside the segment. */
  public AdaptationMethods withMatches(int count) {
    return new AdaptationMethods(passThrough, learning, count, neighbours, mixture, drafts, terms);
  }

  /** The same with so many neighbours. */
  public AdaptationMethods withNeighbours(int count) {
    return new AdaptationMethods(passThrough, learning, matches, count, mixture, drafts, terms);
  }

  /** The same with another mixture. */
  public AdaptationMethods withMixture(Mixture other) {
    return new AdaptationMethods(passThrough, learning, matches, neighbours, other, drafts, terms);
  }

  /** The same with or without drafts. */
  public AdaptationMethods withDrafts(boolean on) {
    return new AdaptationMethods(passThrough, learning, matches, neighbours, mixture, on, terms);
  }

  /** The same with other means for terms. */
  public AdaptationMethods withTerms(Terms others) {
    return new AdaptationMethods(
        passThrough, learning, matches, neighbours, mixture, drafts, others);
  }
}
