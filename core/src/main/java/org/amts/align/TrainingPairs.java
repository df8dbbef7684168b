package org.amts.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Aligned sentences to learn from.
 *
 * @param sources the source tokens of each pair, distinct, ascending
 * @param targets the target tokens of each pair, distinct, ascending
 * @param sourceLengths characters of the source of each pair of one sentence with one
 * @param targetLengths characters of the target of those
 */
record TrainingPairs(
    List<int[]> sources, List<int[]> targets, float[] sourceLengths, float[] targetLengths) {

  /**
   * Collects the beads of a book that are pairs of sentences.
   *
   * @param chosen tells by its index in its text whether a bead is taken
   */
  static TrainingPairs of(
      List<Units> sources, List<Units> targets, List<List<Span>> spans, IntPredicate chosen) {
    List<int[]> sourceTokens = new ArrayList<>();
    List<int[]> targetTokens = new ArrayList<>();
    List<Float> sourceLengths = new ArrayList<>();
    List<Float> targetLengths = new ArrayList<>();
    for (int text = 0; text < spans.size(); text++) {
      Units source = sources.get(text);
      Units target = targets.get(text);
      for (int bead = 0; bead < spans.get(text).size(); bead++) {
        Span span = spans.get(text).get(bead);
        if (!span.isPair() || source.isMarker(span.fromSource()) || !chosen.test(bead)) {
          continue;
        }
        sourceTokens.add(tokens(source, span.fromSource(), span.toSource()));
        targetTokens.add(tokens(target, span.fromTarget(), span.toTarget()));
        if (span.sourceSize() == 1 && span.targetSize() == 1) {
          sourceLengths.add(source.length(span.fromSource()));
          targetLengths.add(target.length(span.fromTarget()));
        }
      }
    }
    return new TrainingPairs(
        sourceTokens, targetTokens, floats(sourceLengths), floats(targetLengths));
  }

  private static int[] tokens(Units side, int from, int to) {
    int[] tokens = new int[side.tokenStart(to) - side.tokenStart(from)];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = side.token(side.tokenStart(from) + i);
    }
    return to - from == 1 ? tokens : Arrays.stream(tokens).sorted().distinct().toArray();
  }

  private static float[] floats(List<Float> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return floats;
  }
}
