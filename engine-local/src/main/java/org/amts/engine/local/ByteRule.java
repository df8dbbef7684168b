package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An answer has single bytes only as whole characters of the source. Bytes spell characters that
 * the vocabulary does not have; a weak model that takes to them seldom spells anything. Nor does
 * the answer write a byte out, {@code <0xE6>}, in place of it, as models do that were taught so.
 */
final class ByteRule implements TokenRule {

  /** How a byte that is written out begins. */
  static final String WRITTEN_OUT = "<0x";

  private final Vocabulary vocabulary;
  private final int[] bytes;
  private final List<int[]> characters;
  private final int[] brackets;

  ByteRule(Vocabulary vocabulary, ModelInput source) {
    this.vocabulary = vocabulary;
    bytes = vocabulary.bytes();
    characters = characters(source.ids());
    brackets =
        source.text().contains("<")
            ? new int[0]
            : IntStream.range(0, vocabulary.size()).filter(this::endsWithBracket).toArray();
  }

  private boolean endsWithBracket(int token) {
    return vocabulary.text(token).endsWith("<");
  }

  @Override
  public void apply(TokenSequence tokens, float[] logits) {
    for (int bracket : brackets) {
      logits[bracket] = FORBIDDEN;
    }
    int[] begun = begun(tokens.toArray());
    Set<Integer> next = new HashSet<>();
    for (int[] character : characters) {
      if (begun.length < character.length
          && Arrays.equals(character, 0, begun.length, begun, 0, begun.length)) {
        next.add(character[begun.length]);
      }
    }
    boolean isWithin = begun.length > 0 && !next.isEmpty();
    int[] others = isWithin ? IntStream.range(0, logits.length).toArray() : bytes;
    for (int token : others) {
      if (!next.contains(token)) {
        logits[token] = FORBIDDEN;
      }
    }
  }

  /** The bytes at the end of an answer that are not a whole character yet. */
  private int[] begun(int[] tokens) {
    int start = tokens.length;
    while (start > 0 && isByte(tokens[start - 1])) {
      start--;
    }
    int[] rest = Arrays.copyOfRange(tokens, start, tokens.length);
    while (rest.length > 0 && rest.length >= length(rest[0])) {
      rest = Arrays.copyOfRange(rest, length(rest[0]), rest.length);
    }
    return rest;
  }

  /** The characters that are spelled with bytes. */
  private List<int[]> characters(int[] pieces) {
    List<int[]> found = new ArrayList<>();
    for (int at = 0; at < pieces.length; at++) {
      if (isByte(pieces[at])) {
        int end = Math.min(pieces.length, at + length(pieces[at]));
        found.add(Arrays.copyOfRange(pieces, at, end));
        at = end - 1;
      }
    }
    return found;
  }

  private boolean isByte(int token) {
    return Arrays.binarySearch(bytes, token) >= 0;
  }

  /** How many bytes a character has that begins with one. */
  private int length(int token) {
    int first = vocabulary.byteOf(token);
    return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }
}
