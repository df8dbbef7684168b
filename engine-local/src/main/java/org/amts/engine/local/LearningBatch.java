package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Examples that the network learns from side by side. Immutable.
 *
 * @param examples at least one
 */
record LearningBatch(List<StateReader.Readable> examples) {

  /** Examples among which those of like length are put together. */
  private static final int POOL = 1024;

  /** Copies the list. */
  LearningBatch {
    examples = List.copyOf(examples);
  }

  /**
   * Puts examples into batches, in an order that is drawn.
   *
   * @param tokens most on either side of a batch, padding included; a longer example is one alone
   */
  static List<LearningBatch> drawn(List<StateReader.Readable> examples, int tokens, Random random) {
    List<StateReader.Readable> order = new ArrayList<>(examples);
    shuffle(order, random);
    List<LearningBatch> batches = new ArrayList<>();
    for (int from = 0; from < order.size(); from += POOL) {
      batches.addAll(byLength(order.subList(from, Math.min(order.size(), from + POOL)), tokens));
    }
    shuffle(batches, random);
    return batches;
  }

  /**
   * Puts examples of like length together.
   *
   * @param tokens as of {@link #drawn}
   */
  static List<LearningBatch> byLength(List<StateReader.Readable> examples, int tokens) {
    List<StateReader.Readable> sorted =
        examples.stream()
            .sorted(
                Comparator.comparingInt((StateReader.Readable each) -> each.said().length)
                    .thenComparingInt(each -> each.source().length))
            .toList();
    List<LearningBatch> batches = new ArrayList<>();
    int from = 0;
    int longest = 0;
    for (int i = 0; i < sorted.size(); i++) {
      int length = Math.max(sorted.get(i).said().length, sorted.get(i).source().length);
      if (i > from && Math.max(longest, length) * (i + 1 - from) > tokens) {
        batches.add(new LearningBatch(sorted.subList(from, i)));
        from = i;
        longest = 0;
      }
      longest = Math.max(longest, length);
    }
    if (from < sorted.size()) {
      batches.add(new LearningBatch(sorted.subList(from, sorted.size())));
    }
    return batches;
  }

  /** How {@link java.util.Collections#shuffle} does it, which does not promise to stay the same. */
  private static <T> void shuffle(List<T> list, Random random) {
    for (int i = list.size() - 1; i > 0; i--) {
      list.set(i, list.set(random.nextInt(i + 1), list.get(i)));
    }
  }

  /** Notes the tokens that the network reads, on either side. */
  void addTokensRead(BitSet tokens) {
    for (StateReader.Readable example : examples) {
      for (int token : example.source()) {
        tokens.set(token);
      }
      for (int i = 0; i < example.said().length; i++) {
        tokens.set(example.read()[i]);
      }
    }
  }

  /** Notes the tokens that are answers. */
  void addAnswers(BitSet tokens) {
    examples.forEach(each -> Arrays.stream(each.said()).forEach(tokens::set));
  }

  /** Answers in it. */
  int answers() {
    return examples.stream().mapToInt(each -> each.said().length).sum();
  }
}
