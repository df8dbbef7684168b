package org.amts.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.document.Replacement;

/**
 * Code and formulas as translators have them: with comments in their language, say. Where the
 * source's block is what it was, theirs stays.
 */
final class KeptBlocks {

  /** Share of words in common from which a block of the translation can be one of the source. */
  private static final double LEAST_LIKE = 0.5;

  /** Pairs of blocks that are compared; longer documents take all blocks from the source. */
  private static final long MOST_PAIRS = 250_000;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+|[^\\s\\p{L}\\p{N}_]");

  private KeptBlocks() {}

  /**
   * What is written in the place of the new source's blocks.
   *
   * @param document the new source
   * @param base what its translation was made from, and the translation
   * @return none if the document would have other blocks with them
   */
  static List<Replacement> of(Document document, Baseline base) {
    Document translation = base.translation().document();
    List<Block> now = blocks(document);
    List<Block> old = blocks(base.source().document());
    List<Block> theirs = blocks(translation);
    if (!translation.format().equals(document.format())
        || (long) old.size() * theirs.size() > MOST_PAIRS) {
      return List.of();
    }
    int[] oldOf = InOrder.match(texts(base.source().document(), old), texts(document, now));
    int[] theirsOf = pairs(texts(base.source().document(), old), texts(translation, theirs));
    List<Replacement> kept = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      int own = oldOf[i] < 0 ? -1 : theirsOf[oldOf[i]];
      if (own >= 0 && theirs.get(own).kind() == now.get(i).kind()) {
        String text = theirs.get(own).range().of(translation.text());
        if (!text.equals(now.get(i).range().of(document.text()))) {
          kept.add(new Replacement(now.get(i).range(), text));
        }
      }
    }
    Document written = DocumentFormats.parse(document.name(), document.render(kept));
    return kinds(written).equals(kinds(document)) ? kept : List.of();
  }

  private static List<Block> blocks(Document document) {
    return document.blocks().stream()
        .filter(block -> block.kind() == BlockKind.CODE || block.kind() == BlockKind.MATH)
        .filter(block -> !block.isTranslatable())
        .toList();
  }

  private static List<String> texts(Document document, List<Block> blocks) {
    return blocks.stream().map(block -> block.range().of(document.text())).toList();
  }

  private static List<BlockKind> kinds(Document document) {
    return document.blocks().stream().map(Block::kind).toList();
  }

  /**
   * Pairs blocks in order, so that they have as much in common as possible.
   *
   * @return for each of the first list its partner in the second, or -1
   */
  private static int[] pairs(List<String> some, List<String> others) {
    double[][] like = likeness(some, others);
    double[][] best = new double[some.size() + 1][others.size() + 1];
    for (int i = some.size() - 1; i >= 0; i--) {
      for (int j = others.size() - 1; j >= 0; j--) {
        best[i][j] =
            Math.max(Math.max(best[i + 1][j], best[i][j + 1]), like[i][j] + best[i + 1][j + 1]);
      }
    }
    int[] pairs = new int[some.size()];
    Arrays.fill(pairs, -1);
    int i = 0;
    int j = 0;
    while (i < some.size() && j < others.size()) {
      if (like[i][j] > 0 && best[i][j] == like[i][j] + best[i + 1][j + 1]) {
        pairs[i++] = j++;
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
    return pairs;
  }

  /** 1 for equal blocks, 0 for those that have too little in common. */
  private static double[][] likeness(List<String> some, List<String> others) {
    List<Map<String, Integer>> left = some.stream().map(KeptBlocks::words).toList();
    List<Map<String, Integer>> right = others.stream().map(KeptBlocks::words).toList();
    double[][] like = new double[some.size()][others.size()];
    for (int i = 0; i < like.length; i++) {
      for (int j = 0; j < like[i].length; j++) {
        double share = some.get(i).equals(others.get(j)) ? 1 : common(left.get(i), right.get(j));
        like[i][j] = share < LEAST_LIKE ? 0 : share;
      }
    }
    return like;
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    WORD.matcher(text).results().forEach(word -> words.merge(word.group(), 1, Integer::sum));
    return words;
  }

  /** Words in common, counted twice, in all words of the two (Dice). */
  private static double common(Map<String, Integer> some, Map<String, Integer> others) {
    int common = 0;
    for (Map.Entry<String, Integer> word : some.entrySet()) {
      common += Math.min(word.getValue(), others.getOrDefault(word.getKey(), 0));
    }
    int all = size(some) + size(others);
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static int size(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }
}
