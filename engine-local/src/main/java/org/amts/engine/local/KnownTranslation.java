package org.amts.engine.local;

import java.util.Arrays;
import java.util.List;

/**
 * A translation that the network reads instead of saying one itself (teacher forcing): how likely
 * it finds each token, and where it can go on in another way. Not safe for use by many threads.
 */
final class KnownTranslation {

  /**
   * Tokens after a change whose likelihood still counts. Those further away change little, and what
   * they change is noise.
   */
  private static final int HORIZON = 6;

  /** Ways on that are read together, which bounds the memory. */
  private static final int MOST_ROWS = 24;

  private final ModelDescription description;
  private final DecoderState state;
  private final int[] source;

  /** With the end of sentence. */
  private final int[] tokens;

  private final float[][] logs;

  /**
   * Reads a translation.
   *
   * @param source pieces of the source
   * @param translation its tokens, without the end of sentence
   */
  KnownTranslation(
      ModelDescription description, DecoderState state, int[] source, int[] translation) {
    this.description = description;
    this.state = state;
    this.source = source;
    tokens = Arrays.copyOf(translation, translation.length + 1);
    tokens[translation.length] = description.tokens().end();
    logs = new float[tokens.length][description.network().vocabulary()];
    read();
    for (int i = 0; i < logs.length; i++) {
      state.logits(0, i, logs[i]);
      normalize(logs[i]);
    }
  }

  private void read() {
    ModelDescription.Tokens special = description.tokens();
    int[] read = new int[tokens.length];
    read[0] = special.start();
    System.arraycopy(tokens, 0, read, 1, tokens.length - 1);
    state.begin(List.of(source), Batches.paddedLength(source.length), special.pad());
    state.feed(new int[][] {read});
  }

  /** The number of tokens with the end of sentence. */
  int length() {
    return tokens.length;
  }

  /** The token at a place; the end of sentence at the last one. */
  int token(int place) {
    return tokens[place];
  }

  /** Logarithms of the probabilities of each token at a place, in nats. Not to be changed. */
  float[] logs(int place) {
    return logs[place];
  }

  /** Logarithm of the probability of the translation's own token at a place, in nats. */
  double log(int place) {
    return logs[place][tokens[place]];
  }

  /** Makes the state have a row for each place, in which all before it was read. */
  void branch(int[] places) {
    read();
    state.select(new int[places.length]);
    state.keep(Arrays.stream(places).map(place -> place + 1).toArray());
  }

  /**
   * How much likelier changes make the translation.
   *
   * @return the differences of the logarithms of its probability, in nats
   */
  double[] likelierBy(List<TokenChange> changes) {
    double[] results = new double[changes.size()];
    for (int from = 0; from < results.length; from += MOST_ROWS) {
      List<TokenChange> some = changes.subList(from, Math.min(results.length, from + MOST_ROWS));
      branch(some.stream().mapToInt(TokenChange::from).toArray());
      int[][] ways = some.stream().map(this::way).toArray(int[][]::new);
      state.feed(
          Arrays.stream(ways)
              .map(way -> Arrays.copyOf(way, Math.max(1, way.length - 1)))
              .toArray(int[][]::new));
      float[] logits = new float[description.network().vocabulary()];
      for (int row = 0; row < ways.length; row++) {
        int[] way = ways[row];
        TokenChange change = some.get(row);
        double difference = logs[change.from()][way[0]];
        for (int i = 1; i < way.length; i++) {
          state.logits(row, i - 1, logits);
          difference += logits[way[i]] - LogSoftmax.normalizer(logits);
        }
        int end = change.from() + way.length - change.tokens().length + change.to() - change.from();
        for (int i = change.from(); i < end; i++) {
          difference -= log(i);
        }
        results[from + row] = difference;
      }
    }
    return results;
  }

  /** What comes from the beginning of a change up to the horizon. */
  private int[] way(TokenChange change) {
    int same = Math.min(HORIZON, tokens.length - change.to());
    int[] way = Arrays.copyOf(change.tokens(), change.tokens().length + same);
    System.arraycopy(tokens, change.to(), way, change.tokens().length, same);
    return way;
  }

  /** Makes logarithms of probabilities of logits. */
  static void normalize(float[] logits) {
    double normalizer = LogSoftmax.normalizer(logits);
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (logits[i] - normalizer);
    }
  }
}
