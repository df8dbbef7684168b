package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** How sentences are put together into batches. */
final class Batches {

  /**
   * Sources are padded to a multiple of this many pieces. It depends on nothing but the source's
   * own length, since the order in which floats are summed, and so their last bits, depends on the
   * padded length.
   */
  private static final int LENGTH_STEP = 8;

  /** More rows gain nothing: the caches then leave the processor's own cache. */
  private static final int MOST_ROWS = 32;

  /** Most pieces of a batch's sources; bounds the memory of a thread. */
  private static final int MOST_PIECES = 2048;

  private Batches() {}

  /** To how many pieces a source is padded. */
  static int paddedLength(int sourceLength) {
    return (sourceLength + LENGTH_STEP - 1) / LENGTH_STEP * LENGTH_STEP;
  }

  /** Begins a batch of tasks whose sources have the same padded length. */
  static void begin(DecoderState state, List<DecodingTask> tasks, int pad) {
    int length = paddedLength(tasks.get(0).source().length);
    for (DecodingTask task : tasks) {
      if (paddedLength(task.source().length) != length) {
        throw new IllegalArgumentException(
            "sources of " + length + " and " + task.source().length + " pieces in one batch");
      }
    }
    state.begin(tasks.stream().map(DecodingTask::source).toList(), length, pad);
  }

  /**
   * Groups sentences of the same padded length, in the order in which to decode them: the longest
   * first, so that no thread is left with a long batch at the end; within a batch by length, so
   * that its rows finish at about the same time.
   *
   * @param sourceLength a sentence's length in pieces
   * @param rowsPerSentence rows that a sentence takes while it is decoded
   * @param together whether sentences may share a batch at all
   */
  static <T> List<List<T>> of(
      List<T> sentences, ToIntFunction<T> sourceLength, int rowsPerSentence, boolean together) {
    TreeMap<Integer, List<T>> byLength = new TreeMap<>(Comparator.reverseOrder());
    for (T sentence : sentences) {
      byLength
          .computeIfAbsent(paddedLength(sourceLength.applyAsInt(sentence)), l -> new ArrayList<>())
          .add(sentence);
    }
    List<List<T>> batches = new ArrayList<>();
    byLength.forEach(
        (length, group) -> {
          int rows = Math.min(MOST_ROWS, MOST_PIECES / length) / rowsPerSentence;
          int size = together ? Math.max(1, rows) : 1;
          List<T> sorted = group.stream().sorted(Comparator.comparingInt(sourceLength)).toList();
          for (int from = 0; from < sorted.size(); from += size) {
            batches.add(sorted.subList(from, Math.min(sorted.size(), from + size)));
          }
        });
    return batches;
  }
}
