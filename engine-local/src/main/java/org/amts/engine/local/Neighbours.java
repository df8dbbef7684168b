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
 * <p>Not safe for use by many threads.
 */
final class Neighbours {

  /** Below this share a neighbour changes nothing. */
  private static final float LEAST_TRUST = 0.02f;

  private final AdaptationMethods.Mixture mixture;
  private final int width;
  private final int[] tokens;
  private final short[] states;
  private final float[] scales;
  private final float[] squares;
  private final short[] query;

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
    squares = new float[size];
    query = new short[width];
    int at = 0;
    for (ExampleStates example : examples) {
      for (int i = 0; i < example.size(); i++, at++) {
        tokens[at] = example.token(i);
        scales[at] = example.scale(i);
        squares[at] = example.widen(i, states, at * width);
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
    float largest = 0;
    float square = 0;
    for (float value : state) {
      largest = Math.max(largest, Math.abs(value));
      square += value * value;
    }
    float queryScale = largest / Short.MAX_VALUE * 64 + 1e-12f; // products stay within an int
    for (int i = 0; i < width; i++) {
      query[i] = (short) Math.round(state[i] / queryScale);
    }
    int[] nearest = new int[mixture.nearest()];
    float[] distances = new float[mixture.nearest()];
    Arrays.fill(distances, Float.POSITIVE_INFINITY);
    for (int at = 0; at < tokens.length; at++) {
      float product = dot(at * width) * queryScale * scales[at];
      insert(at, Math.max(0, square + squares[at] - 2 * product), nearest, distances);
    }
    float trust = Math.min(mixture.mostTrust(), 1 - distances[0] / mixture.temperature());
    if (!(trust > LEAST_TRUST)) {
      return 0;
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

  private int dot(int from) {
    int sum = 0;
    for (int i = 0; i < width; i++) {
      sum += query[i] * states[from + i];
    }
    return sum;
  }

  private static void insert(int at, float distance, int[] nearest, float[] distances) {
    int place = distances.length - 1;
    if (distance >= distances[place]) {
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
