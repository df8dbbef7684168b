package org.amts.evaluate;

import java.util.List;

/**
 * A measure of how close translations are to references made by people. A metric reduces each
 * sentence to <em>statistics</em>, a short array of counts that can be added up over any set of
 * sentences, and makes the score from their sum; so a corpus, a document in it and a random
 * resample of it are all scored from the same counts.
 *
 * <pre>{@code
 * Score score = Bleu.of(BleuTokenizer.CHINESE).score(hypotheses, references);
 * System.out.println(score); // BLEU|nrefs:1|case:mixed|eff:no|tok:zh|... = 34.21 ...
 * }</pre>
 *
 * <p>Implementations are immutable and safe for use by many threads.
 */
public interface Metric {

  /** The name as it stands before a score: {@code BLEU}, {@code chrF2}, {@code TER}. */
  String name();

  /**
   * The settings that change the score, in the form and order of a sacreBLEU signature: {@code
   * case:mixed|eff:no|tok:13a|smooth:exp}.
   */
  String options();

  /**
   * The counts of one sentence.
   *
   * @param hypothesis the translation
   * @param references what people made of the same source, at least one
   * @return counts that add up; the length is the same for every sentence
   */
  double[] statistics(String hypothesis, List<String> references);

  /** The score of a set of sentences, from 0 upwards, given the sum of their statistics. */
  double value(double[] statistics);

  /** What the score is made of, for people; empty if there is nothing to say. */
  default String detail(double[] statistics) {
    return "";
  }

  /**
   * Scores a corpus with one reference for each sentence.
   *
   * @throws IllegalArgumentException if the lists are empty or differ in length
   */
  default Score score(List<String> hypotheses, List<String> references) {
    return scoreAgainstAll(hypotheses, References.single(references));
  }

  /**
   * Scores a corpus with any number of references for each sentence.
   *
   * @param references for each hypothesis, in the same order, its references; at least one each
   * @throws IllegalArgumentException if the lists are empty or differ in length
   */
  default Score scoreAgainstAll(List<String> hypotheses, List<List<String>> references) {
    double[] sum = CorpusStatistics.of(this, hypotheses, references).sum();
    String signature = Signature.ofCorpus(this, references).toString();
    return new Score(name(), value(sum), signature, detail(sum), null);
  }

  /**
   * Scores one sentence. For BLEU use {@link Bleu#withEffectiveOrder()}: without it a sentence of
   * fewer than four words scores 0.
   */
  default Score scoreSentence(String hypothesis, List<String> references) {
    double[] statistics = statistics(hypothesis, references);
    String signature = Signature.ofSentence(this, references.size()).toString();
    return new Score(name(), value(statistics), signature, detail(statistics), null);
  }
}
