package org.amts.engine.local;

import java.util.Arrays;
import java.util.List;

/**
 * The tokens of a few similar examples, each with the state of the network in which it was the
 * right one: a datastore for one sentence. At each step the tokens whose states are nearest to the
 * present one get a share of the probability, the larger the nearer they are; if none is near, the
 * network's word alone counts.
 *
 * <p>SK-MT of Dai et al. 2023 (<i>Simple and Scalable Nearest Neighbor Machine Translation</i>):
 * with squared distances d to the states and temperature τ, the {@code k} nearest tokens share
 * softmax(-d/τ'), and their part in the mixture is λ = max(0, 1 - d<sub>min</sub>/τ). There τ' is
 * τ; a smaller one was measured to be better.
 *
 * <p>A distance only grows while its dimensions are summed up, so most states are given up after a
 * few blocks of them: first whatever is farther than τ, since nothing counts where no state is
 * nearer; then whatever is too far to count beside the nearest.
 *
 * <p>Not safe for use by many threads.
 */
final class Neighbours {

  /** Below this share a neighbour changes nothing. */
  private static final float LEAST_TRUST = 0.02f;

  /** Dimensions that are summed up before a distance is looked at. */
  private static final int BLOCK = 48;

  /** A state that is so many contrasts farther than the nearest has a share below 1e-5. */
  private static final float COUNTING = 12;

  private final AdaptationMethods.Mixture mixture;
  private final int width;
  private final int[] tokens;
  private final short[] states;
  private final float[] scales;
  private final int blocks;
  private final float[] squares;
  private final short[] query;
  private final float[] querySquares;

  /**
   * @param examples states of the examples, at least one
   * @param width of a state
   */
  Neighbours(List<ExampleStates> examples, int width, AdaptationMethods.Mixture mixture) {
    this.mixture = mixture;
    this.width = width;
    int size = examples.stream().mapToInt(ExampleStates::size).sum();
    tokens = new int[size];
    states = new short[size * width];
    scales = new float[size];
    blocks = (width + BLOCK - 1) / BLOCK;
    squares = new float[size * blocks];
    query = new short[width];
    querySquares = new float[blocks];
    int at = 0;
    for (ExampleStates example : examples) {
      for (int i = 0; i < example.size(); i++, at++) {
        tokens[at] = example.token(i);
        scales[at] = example.scale(i);
        example.widen(i, states, at * width);
        for (int block = 0; block < blocks; block++) {
          squares[at * blocks + block] = square(at, block);
        }
      }
    }
  }

  /**
   * Mixes the neighbours' tokens into the network's distribution.
   *
   * @param state of the network at this step
   * @param logits of the next token; changed in place, up to a constant
   * @return λ, the share of the neighbours
   */
  float mix(float[] state, float[] logits) {
    float queryScale = ask(state);
    float least = mixture.temperature();
    for (int at = 0; at < tokens.length; at++) {
      least = Math.min(least, distance(at, queryScale, least));
    }
    float trust = Math.min(mixture.mostTrust(), 1 - least / mixture.temperature());
    if (!(trust > LEAST_TRUST)) {
      return 0;
    }
    int[] nearest = new int[mixture.nearest()];
    float[] distances = new float[mixture.nearest()];
    Arrays.fill(distances, Float.POSITIVE_INFINITY);
    float farthest = least + COUNTING * mixture.contrast();
    for (int at = 0; at < tokens.length; at++) {
      float bound = Math.min(farthest, distances[distances.length - 1]);
      insert(at, distance(at, queryScale, bound), nearest, distances);
    }
    double normalizer = LogSoftmax.normalizer(logits);
    float highest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      highest = Math.max(highest, logit);
    }
    // Where the network is sure of its own token, neighbours have less of a say.
    trust *= (float) Math.pow(1 - Math.exp(highest - normalizer), mixture.doubt());
    if (!(trust > LEAST_TRUST)) {
      return 0;
    }
    normalizer += Math.log(trust / (1 - trust));
    double sum = 0;
    for (float distance : distances) {
      sum += Math.exp((distances[0] - distance) / mixture.contrast());
    }
    for (int i = 0; i < nearest.length; i++) {
      double share = Math.exp((distances[0] - distances[i]) / mixture.contrast()) / sum;
      if (share > 0) {
        int token = tokens[nearest[i]];
        logits[token] = (float) logOfSum(logits[token], normalizer + Math.log(share));
      }
    }
    return trust;
  }

  /** Takes over the state whose neighbours are looked for; returns the scale of its integers. */
  private float ask(float[] state) {
    float largest = 0;
    Arrays.fill(querySquares, 0);
    for (int i = 0; i < width; i++) {
      largest = Math.max(largest, Math.abs(state[i]));
      querySquares[i / BLOCK] += state[i] * state[i];
    }
    float scale = largest / Short.MAX_VALUE * 64 + 1e-12f; // products stay within an int
    for (int i = 0; i < width; i++) {
      query[i] = (short) Math.round(state[i] / scale);
    }
    return scale;
  }

  /** The squared distance of a state; infinity if it is larger than a bound. */
  private float distance(int at, float queryScale, float bound) {
    float scale = 2 * queryScale * scales[at];
    float sum = 0;
    for (int block = 0; block < blocks; block++) {
      int product = product(block * BLOCK, at * width);
      sum += querySquares[block] + squares[at * blocks + block] - product * scale;
      if (sum > bound) {
        return Float.POSITIVE_INFINITY;
      }
    }
    return Math.max(0, sum);
  }

  /** The product of a block of the query with that of a state. */
  private int product(int from, int state) {
    int sum = 0;
    int end = Math.min(from + BLOCK, width);
    for (int i = from; i < end; i++) {
      sum += query[i] * states[state + i];
    }
    return sum;
  }

  /** The sum of the squares of a block of a state. */
  private float square(int at, int block) {
    int sum = 0;
    for (int i = block * BLOCK; i < Math.min((block + 1) * BLOCK, width); i++) {
      sum += states[at * width + i] * states[at * width + i];
    }
    return sum * scales[at] * scales[at];
  }

  private static void insert(int at, float distance, int[] nearest, float[] distances) {
    int place = distances.length - 1;
    if (!(distance < distances[place])) {
      return;
    }
    while (place > 0 && distances[place - 1] > distance) {
      distances[place] = distances[place - 1];
      nearest[place] = nearest[place - 1];
      place--;
    }
    distances[place] = distance;
    nearest[place] = at;
  }

  private static double logOfSum(double a, double b) {
    double larger = Math.max(a, b);
    return larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
  }
}
