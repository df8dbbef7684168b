package org.amts.engine.local;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An answer has none of some words, nor one that begins with them. What would spell their
 * beginnings is forbidden where a word begins. Immutable.
 */
final class AvoidedWordsRule implements TokenRule {

  private final Vocabulary vocabulary;
  private final int[] spaced;
  private final int[] plain;

  /**
   * @param words in Latin letters
   */
  AvoidedWordsRule(Vocabulary vocabulary, Set<String> words) {
    this.vocabulary = vocabulary;
    spaced = pieces(vocabulary, TermRule.SPACE, words);
    plain = pieces(vocabulary, "", words);
  }

  private static int[] pieces(Vocabulary vocabulary, String before, Set<String> words) {
    List<String> beginnings = words.stream().map(before::concat).toList();
    return IntStream.range(0, vocabulary.size())
        .filter(
            id -> {
              String piece = vocabulary.text(id);
              return piece.length() > before.length()
                  && beginnings.stream()
                      .anyMatch(word -> word.startsWith(piece) || piece.startsWith(word));
            })
        .toArray();
  }

  @Override
  public void apply(TokenSequence tokens, float[] logits) {
    forbid(logits, spaced);
    if (tokens.length() == 0 || !endsInWord(vocabulary.text(tokens.get(tokens.length() - 1)))) {
      forbid(logits, plain);
    }
  }

  private static void forbid(float[] logits, int[] pieces) {
    for (int piece : pieces) {
      logits[piece] = FORBIDDEN;
    }
  }

  private static boolean endsInWord(String piece) {
    return Character.UnicodeScript.of(piece.codePointBefore(piece.length()))
        == Character.UnicodeScript.LATIN;
  }
}
