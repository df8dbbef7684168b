package org.amts.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.amts.document.BlockKind;

/**
 * One side of a pair of texts as the search sees it: a row of units, each a sentence or, in a
 * document, a block without translatable text, which marks a place. Units are numbered from 0.
 * Immutable, in flat arrays, because a book has hundreds of thousands of tokens.
 */
final class Units {

  /** The block number of sentences that are not part of a document. */
  static final int NO_BLOCK = -1;

  /** The segment number of a unit that only marks a place. */
  static final int NO_SEGMENT = -1;

  private final int[] tokens;
  private final int[] tokenStart;
  private final float[] length;
  private final int[] block;
  private final int[] segment;
  private final BlockKind[] kind;
  private final int[] level;

  private Units(Builder builder) {
    int size = builder.lengths.size();
    tokens = Arrays.copyOf(builder.tokens, builder.tokenCount);
    tokenStart = new int[size + 1];
    length = new float[size];
    block = new int[size];
    segment = new int[size];
    kind = builder.kinds.toArray(new BlockKind[0]);
    level = new int[size];
    for (int i = 0; i < size; i++) {
      tokenStart[i] = builder.starts.get(i);
      length[i] = builder.lengths.get(i);
      block[i] = builder.blocks.get(i);
      segment[i] = builder.segments.get(i);
      level[i] = builder.levels.get(i);
    }
    tokenStart[size] = builder.tokenCount;
  }

  int size() {
    return length.length;
  }

  /** Where the tokens of a unit start; {@code tokenStart(size())} is the number of all tokens. */
  int tokenStart(int unit) {
    return tokenStart[unit];
  }

  /** The token at a place; the tokens of a unit are distinct and in ascending order. */
  int token(int place) {
    return tokens[place];
  }

  int tokenCount(int unit) {
    return tokenStart[unit + 1] - tokenStart[unit];
  }

  /** Characters of the text. */
  float length(int unit) {
    return length[unit];
  }

  BlockKind kind(int unit) {
    return kind[unit];
  }

  /** The level of a heading or of a list item. */
  int level(int unit) {
    return level[unit];
  }

  /** The index of the segment, or {@link #NO_SEGMENT}. */
  int segment(int unit) {
    return segment[unit];
  }

  /** Number of units that are segments. */
  int segmentCount() {
    int count = 0;
    for (int number : segment) {
      count += number == NO_SEGMENT ? 0 : 1;
    }
    return count;
  }

  boolean isMarker(int unit) {
    return segment[unit] == NO_SEGMENT;
  }

  /** Whether the unit is the first of its block; unknown, so false, outside documents. */
  boolean startsBlock(int unit) {
    return block[unit] != NO_BLOCK && (unit == 0 || block[unit] != block[unit - 1]);
  }

  /** Whether the text has blocks at all. */
  boolean hasBlocks() {
    return block.length > 0 && block[0] != NO_BLOCK;
  }

  /** Collects the units of one side in order. */
  static final class Builder {

    private final List<Integer> starts = new ArrayList<>();
    private final List<Float> lengths = new ArrayList<>();
    private final List<Integer> blocks = new ArrayList<>();
    private final List<Integer> segments = new ArrayList<>();
    private final List<BlockKind> kinds = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private int[] tokens = new int[256];
    private int tokenCount;

    /** Begins a unit; its tokens follow. */
    Builder unit(int segment, int block, BlockKind kind, int level, int length) {
      closeUnit();
      starts.add(tokenCount);
      segments.add(segment);
      blocks.add(block);
      kinds.add(kind);
      levels.add(level);
      lengths.add((float) length);
      return this;
    }

    /** Adds a token to the unit that was begun last. */
    void token(int token) {
      if (tokenCount == tokens.length) {
        tokens = Arrays.copyOf(tokens, tokenCount * 2);
      }
      tokens[tokenCount++] = token;
    }

    Units build() {
      closeUnit();
      return new Units(this);
    }

    private void closeUnit() {
      if (starts.isEmpty()) {
        return;
      }
      int start = starts.get(starts.size() - 1);
      Arrays.sort(tokens, start, tokenCount);
      int kept = start;
      for (int i = start; i < tokenCount; i++) {
        if (i == start || tokens[i] != tokens[i - 1]) {
          tokens[kept++] = tokens[i];
        }
      }
      tokenCount = kept;
    }
  }
}
