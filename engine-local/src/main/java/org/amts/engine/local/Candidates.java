package org.amts.engine.local;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * The tokens among which a step of learning chooses: all that are an answer in it, and a sample of
 * the others, each of which stands for all that it was drawn from (sampled softmax; Jean et al.
 * 2015, <i>On Using Very Large Target Vocabulary for Neural Machine Translation</i>).
 */
final class Candidates {

  private final int[] tokens;
  private final int answers;
  private final int[] places;
  private final float standsFor;

  private Candidates(int[] tokens, int answers, int vocabulary) {
    this.tokens = tokens;
    this.answers = answers;
    places = new int[vocabulary];
    Arrays.fill(places, -1);
    for (int i = 0; i < tokens.length; i++) {
      places[tokens[i]] = i;
    }
    standsFor = (float) (vocabulary - answers) / Math.max(1, tokens.length - answers);
  }

  /**
   * Collects the answers and draws the others.
   *
   * @param wanted how many others
   */
  static Candidates of(List<LearningBatch> step, int vocabulary, int wanted, Random random) {
    BitSet answers = new BitSet(vocabulary);
    step.forEach(batch -> batch.addAnswers(answers));
    int[] others = new int[vocabulary - answers.cardinality()];
    int size = 0;
    for (int token = 0; token < vocabulary; token++) {
      if (!answers.get(token)) {
        others[size++] = token;
      }
    }
    int drawn = Math.min(wanted, others.length);
    for (int i = 0; i < drawn; i++) {
      int other = i + random.nextInt(others.length - i);
      int kept = others[i];
      others[i] = others[other];
      others[other] = kept;
    }
    int[] tokens = Arrays.copyOf(answers.stream().toArray(), answers.cardinality() + drawn);
    System.arraycopy(others, 0, tokens, tokens.length - drawn, drawn);
    return new Candidates(tokens, answers.cardinality(), vocabulary);
  }

  int size() {
    return tokens.length;
  }

  /** All of them, by place; not a copy. */
  int[] tokens() {
    return tokens;
  }

  /** Whether the token at a place is an answer, and no drawn one. */
  boolean isAnswer(int place) {
    return place < answers;
  }

  /** The place of a token that is an answer. */
  int place(int token) {
    return places[token];
  }

  /** How many tokens the one at a place stands for. */
  float count(int place) {
    return isAnswer(place) ? 1 : standsFor;
  }
}
