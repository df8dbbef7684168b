package org.amts.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How much of suggestions a translator changes, sentence by sentence. Means are weighed by words;
 * intervals are a bootstrap over documents.
 */
final class EditSample {

  private static final int ROUNDS = 1000;
  private static final long SEED = 20261122;

  private final List<Double> edits = new ArrayList<>();
  private final List<Integer> words = new ArrayList<>();
  private final List<Integer> documents = new ArrayList<>();

  /** Adds a sentence: its edit, 0..1, its words, and the document that it stands in. */
  void add(double edit, int wordCount, int document) {
    edits.add(edit);
    words.add(wordCount);
    documents.add(document);
  }

  double mean() {
    return mean(documents.stream().distinct().toList());
  }

  /** The mean of as many documents, drawn with replacement. */
  double resampled(Random random) {
    List<Integer> all = documents.stream().distinct().toList();
    return mean(all.stream().map(one -> all.get(random.nextInt(all.size()))).toList());
  }

  private double mean(List<Integer> drawn) {
    int[] times = new int[1 + documents.stream().mapToInt(i -> i).max().orElse(0)];
    drawn.forEach(document -> times[document]++);
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < edits.size(); i++) {
      double weight = (double) words.get(i) * times[documents.get(i)];
      sum += weight * edits.get(i);
      weights += weight;
    }
    return weights == 0 ? 0 : sum / weights;
  }

  private double share(double atMost) {
    return 100.0 * edits.stream().filter(edit -> edit <= atMost).count() / edits.size();
  }

  /** The bounds of the middle 95% of what is drawn. */
  static String interval(Random random, ToDoubleFunction<Random> draw) {
    List<Double> drawn =
        new ArrayList<>(
            IntStream.range(0, ROUNDS).mapToObj(i -> draw.applyAsDouble(random)).toList());
    Collections.sort(drawn);
    return String.format(
        Locale.ROOT,
        "[%.3f, %.3f]",
        drawn.get(ROUNDS / 40 - 1),
        drawn.get(ROUNDS - ROUNDS / 40 - 1));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d sentences of %d documents, edit %.3f %s, unchanged %.1f%%, at most 15%% edited %.1f%%",
        edits.size(),
        documents.stream().distinct().count(),
        mean(),
        interval(new Random(SEED), this::resampled),
        share(0),
        share(0.15));
  }
}
