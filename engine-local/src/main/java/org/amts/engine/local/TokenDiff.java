package org.amts.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntBiFunction;
import org.amts.segment.TokenScanner;

/**
 * Which tokens two texts have in common, in order: the heaviest common subsequence. Where texts
 * differ there is a hunk. Immutable.
 */
final class TokenDiff {

  /** Beyond this the middle of the two texts counts as different as a whole. */
  private static final int LARGEST_TABLE = 4_000_000;

  /**
   * A token.
   *
   * @param start its place in the text, in UTF-16 units
   * @param end exclusive
   * @param index how many tokens are before it
   */
  record Token(String text, TokenScanner.Kind kind, int start, int end, int index) {}

  /**
   * Tokens of one text where the other has others; one of the sides may be empty. Ends are
   * exclusive.
   */
  record Hunk(int from, int to, int otherFrom, int otherTo) {}

  private final String text;
  private final String other;
  private final List<Token> tokens;
  private final List<Token> otherTokens;

  /** The matched token of the other text by token of the text, both by index, in order. */
  private final Map<Integer, Integer> matches = new TreeMap<>();

  /** Compares by equality. */
  TokenDiff(String text, String other) {
    this(text, other, (a, b) -> a.text().equals(b.text()) ? 1 : 0);
  }

  /**
   * Compares.
   *
   * @param weight how much it is worth to match two tokens; 0 if they may not match
   */
  TokenDiff(String text, String other, ToIntBiFunction<Token, Token> weight) {
    this.text = text;
    this.other = other;
    tokens = tokens(text);
    otherTokens = tokens(other);
    int first = 0;
    int end = tokens.size();
    int otherEnd = otherTokens.size();
    while (first < Math.min(end, otherEnd) && same(first, first)) {
      matches.put(first, first++);
    }
    while (Math.min(end, otherEnd) > first && same(end - 1, otherEnd - 1)) {
      matches.put(--end, --otherEnd);
    }
    if ((long) (end - first + 1) * (otherEnd - first + 1) <= LARGEST_TABLE) {
      match(first, end, otherEnd, weight);
    }
  }

  private boolean same(int i, int j) {
    return tokens.get(i).text().equals(otherTokens.get(j).text());
  }

  private void match(int first, int end, int otherEnd, ToIntBiFunction<Token, Token> weight) {
    int[][] best = new int[end - first + 1][otherEnd - first + 1];
    for (int i = end - 1; i >= first; i--) {
      for (int j = otherEnd - 1; j >= first; j--) {
        int here = weight.applyAsInt(tokens.get(i), otherTokens.get(j));
        int together = here == 0 ? 0 : here + best[i - first + 1][j - first + 1];
        best[i - first][j - first] =
            Math.max(
                together, Math.max(best[i - first + 1][j - first], best[i - first][j - first + 1]));
      }
    }
    int i = first;
    int j = first;
    while (i < end && j < otherEnd) {
      int here = weight.applyAsInt(tokens.get(i), otherTokens.get(j));
      int now = best[i - first][j - first];
      if (here > 0 && now == here + best[i - first + 1][j - first + 1]) {
        matches.put(i++, j++);
      } else if (now == best[i - first + 1][j - first]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** The tokens of a text. */
  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    TokenScanner scanner = new TokenScanner(text);
    while (scanner.next()) {
      tokens.add(
          new Token(
              text.substring(scanner.start(), scanner.end()),
              scanner.kind(),
              scanner.start(),
              scanner.end(),
              tokens.size()));
    }
    return tokens;
  }

  /** Pairs of tokens that were matched though they are not equal. */
  List<Map.Entry<Token, Token>> substitutions() {
    return matches.entrySet().stream()
        .map(match -> Map.entry(tokens.get(match.getKey()), otherTokens.get(match.getValue())))
        .filter(match -> !match.getKey().text().equals(match.getValue().text()))
        .toList();
  }

  /** Where the texts differ, in order. */
  List<Hunk> hunks() {
    List<Hunk> hunks = new ArrayList<>();
    int from = 0;
    int otherFrom = 0;
    for (Map.Entry<Integer, Integer> match : matches.entrySet()) {
      if (match.getKey() > from || match.getValue() > otherFrom) {
        hunks.add(new Hunk(from, match.getKey(), otherFrom, match.getValue()));
      }
      from = match.getKey() + 1;
      otherFrom = match.getValue() + 1;
    }
    if (tokens.size() > from || otherTokens.size() > otherFrom) {
      hunks.add(new Hunk(from, tokens.size(), otherFrom, otherTokens.size()));
    }
    return hunks;
  }

  /** The tokens of a hunk in the text. */
  List<Token> tokensOf(Hunk hunk) {
    return tokens.subList(hunk.from(), hunk.to());
  }

  /** The tokens of a hunk in the other text. */
  List<Token> otherTokensOf(Hunk hunk) {
    return otherTokens.subList(hunk.otherFrom(), hunk.otherTo());
  }

  /**
   * What takes over from the other text all from one hunk to another. Where tokens are replaced,
   * the spaces around them stay; where some come or go, the spaces come or go with them.
   */
  Splice splice(Hunk first, Hunk last) {
    boolean replaces = last.to() > first.from() && last.otherTo() > first.otherFrom();
    return replaces
        ? new Splice(
            tokens.get(first.from()).start(),
            tokens.get(last.to() - 1).end(),
            other.substring(
                otherTokens.get(first.otherFrom()).start(),
                otherTokens.get(last.otherTo() - 1).end()))
        : new Splice(
            endBefore(tokens, first.from()),
            startAt(tokens, last.to(), text),
            other.substring(
                endBefore(otherTokens, first.otherFrom()),
                startAt(otherTokens, last.otherTo(), other)));
  }

  private static int endBefore(List<Token> tokens, int index) {
    return index == 0 ? 0 : tokens.get(index - 1).end();
  }

  private static int startAt(List<Token> tokens, int index, String text) {
    return index == tokens.size() ? text.length() : tokens.get(index).start();
  }
}
