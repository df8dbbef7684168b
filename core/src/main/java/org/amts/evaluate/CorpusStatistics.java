package org.amts.evaluate;

import java.util.List;

/** The statistics of every sentence of a corpus under one metric. */
final class CorpusStatistics {

  private final double[][] sentences;

  private CorpusStatistics(double[][] sentences) {
    this.sentences = sentences;
  }

  /**
   * Computes them.
   *
   * @throws IllegalArgumentException if the lists are empty or differ in length
   */
  static CorpusStatistics of(
      Metric metric, List<String> hypotheses, List<List<String>> references) {
    if (hypotheses.size() != references.size()) {
      throw new IllegalArgumentException(
          hypotheses.size() + " hypotheses but " + references.size() + " references");
    }
    if (hypotheses.isEmpty()) {
      throw new IllegalArgumentException("no sentence to score");
    }
    double[][] sentences = new double[hypotheses.size()][];
    for (int i = 0; i < sentences.length; i++) {
      if (references.get(i).isEmpty()) {
        throw new IllegalArgumentException("no reference for sentence " + i);
      }
      sentences[i] = metric.statistics(hypotheses.get(i), references.get(i));
    }
    return new CorpusStatistics(sentences);
  }

  int size() {
    return sentences.length;
  }

  /** Sum over the whole corpus. */
  double[] sum() {
    double[] sum = new double[sentences[0].length];
    for (double[] sentence : sentences) {
      add(sum, sentence);
    }
    return sum;
  }

  /** Sum over a sample of sentences, drawn with repetition. */
  double[] sum(int[] sample) {
    double[] sum = new double[sentences[0].length];
    for (int i : sample) {
      add(sum, sentences[i]);
    }
    return sum;
  }

  /** Sum over a corpus that takes the marked sentences from {@code other}, the rest from here. */
  double[] sumExchanged(CorpusStatistics other, boolean[] exchanged) {
    double[] sum = new double[sentences[0].length];
    for (int i = 0; i < sentences.length; i++) {
      add(sum, exchanged[i] ? other.sentences[i] : sentences[i]);
    }
    return sum;
  }

  private static void add(double[] sum, double[] sentence) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += sentence[k];
    }
  }
}
