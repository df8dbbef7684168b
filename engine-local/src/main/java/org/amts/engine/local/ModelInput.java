package org.amts.engine.local;

import java.util.Arrays;
import java.util.Map;

/**
 * A text as the model reads it.
 *
 * @param text the text, with the marks of its placeholders
 * @param ids language tag, pieces, what helps to translate them, end of sentence
 * @param textPieces how many of the ids are the tag, the text and the end of sentence
 * @param numbers number of the placeholder that each of the model's symbols stands for, by the
 *     symbol's id
 * @param symbols how often each symbol stands in the source, by id
 */
record ModelInput(
    String text,
    int[] ids,
    int textPieces,
    Map<Integer, Integer> numbers,
    Map<Integer, Integer> symbols) {

  /** The text alone, without what helps to translate it. */
  ModelInput alone() {
    int[] pieces = Arrays.copyOf(ids, textPieces);
    pieces[textPieces - 1] = ids[ids.length - 1];
    return new ModelInput(text, pieces, textPieces, numbers, symbols);
  }

  /** The same with pieces before the end of sentence. */
  ModelInput plus(int[] pieces) {
    int[] longer = Arrays.copyOf(ids, ids.length + pieces.length);
    longer[longer.length - 1] = ids[ids.length - 1];
    System.arraycopy(pieces, 0, longer, ids.length - 1, pieces.length);
    return new ModelInput(text, longer, textPieces, numbers, symbols);
  }
}
