package org.amts.engine.local;

import java.util.Map;

/**
 * A text as the model reads it.
 *
 * @param text the text, with the marks of its placeholders
 * @param ids language tag, pieces, end of sentence
 * @param numbers number of the placeholder that each of the model's symbols stands for, by the
 *     symbol's id
 * @param symbols how often each symbol stands in the source, by id
 */
record ModelInput(
    String text, int[] ids, Map<Integer, Integer> numbers, Map<Integer, Integer> symbols) {}
