package org.amts.engine.local;

import java.util.Arrays;
import org.amts.segment.Cjk;

/**
 * An answer begins with given tokens, and after them comes a term; what follows is free. The term
 * is spelled in the pieces that the model likes best, and no word is glued to it. Immutable.
 */
final class TermRule implements TokenRule {

  /** How SentencePiece writes a space within a piece. */
  static final String SPACE = "▁";

  /** No piece is longer, in UTF-16 units. */
  private static final int LONGEST_PIECE = 24;

  private final Vocabulary vocabulary;
  private final int[] before;
  private final String term;

  /**
   * @param before the tokens before the term
   * @param term can be {@linkplain #canSpell spelled}
   */
  TermRule(Vocabulary vocabulary, int[] before, String term) {
    this.vocabulary = vocabulary;
    this.before = before.clone();
    this.term = spelling(term);
  }

  /** Whether a vocabulary has pieces for every character of a term. */
  static boolean canSpell(Vocabulary vocabulary, String term) {
    return spelling(term)
        .codePoints()
        .allMatch(c -> vocabulary.find(Character.toString(c)).isPresent());
  }

  @Override
  public void apply(TokenSequence tokens, float[] logits) {
    int length = tokens.length();
    if (length < before.length) {
      allowOnly(logits, before[length]);
      return;
    }
    StringBuilder written = new StringBuilder();
    for (int i = before.length; i < length; i++) {
      written.append(vocabulary.text(tokens.get(i)));
    }
    boolean spaced = written.indexOf(SPACE) == 0;
    int done = written.length() - (spaced ? 1 : 0);
    if (length == before.length) {
      allowOnly(logits, first(vocabulary, last(tokens), term));
    } else if (done < term.length()) {
      allowOnly(logits, pieces(vocabulary, term.substring(done)));
    } else if (done == term.length() && isWord(term.codePointBefore(term.length()))) {
      forbidContinuations(logits);
    }
  }

  /**
   * The pieces with which a term may begin.
   *
   * @param previous the piece before it; empty at the beginning of the answer
   */
  static int[] first(Vocabulary vocabulary, String previous, String term) {
    String spelled = spelling(term);
    boolean glued =
        !previous.isEmpty()
            && isWord(spelled.codePointAt(0))
            && isWord(previous.codePointBefore(previous.length()));
    // Chinese has no space before a term, but at the beginning SentencePiece puts one.
    boolean space =
        previous.isEmpty() || !previous.endsWith(SPACE) && !Cjk.isLetter(spelled.codePointAt(0));
    int[] spaced = space ? pieces(vocabulary, SPACE + spelled) : new int[0];
    int[] plain = glued ? new int[0] : pieces(vocabulary, spelled);
    int[] all = Arrays.copyOf(spaced, spaced.length + plain.length);
    System.arraycopy(plain, 0, all, spaced.length, plain.length);
    return all;
  }

  /** Whether a word may begin with a piece. */
  static boolean beginsWord(String piece) {
    return piece.isEmpty() || !isWord(piece.codePointAt(0));
  }

  private String last(TokenSequence tokens) {
    return tokens.length() == 0 ? "" : vocabulary.text(tokens.get(tokens.length() - 1));
  }

  /** The pieces that are the beginning of a text. */
  private static int[] pieces(Vocabulary vocabulary, String text) {
    int[] found = new int[LONGEST_PIECE];
    int count = 0;
    for (int length = 1; length <= Math.min(text.length(), LONGEST_PIECE); length++) {
      var piece = vocabulary.find(text.substring(0, length));
      if (piece.isPresent()) {
        found[count++] = piece.getAsInt();
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static void allowOnly(float[] logits, int... allowed) {
    float[] kept = new float[allowed.length];
    for (int i = 0; i < allowed.length; i++) {
      kept[i] = Math.max(logits[allowed[i]], -Float.MAX_VALUE);
    }
    Arrays.fill(logits, FORBIDDEN);
    for (int i = 0; i < allowed.length; i++) {
      logits[allowed[i]] = kept[i];
    }
  }

  private void forbidContinuations(float[] logits) {
    for (int id = 0; id < logits.length; id++) {
      if (!beginsWord(vocabulary.text(id))) {
        logits[id] = FORBIDDEN;
      }
    }
  }

  /** Whether a character belongs to a word that is set off by spaces. */
  static boolean isWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint) && !Cjk.isLetter(codePoint);
  }

  private static String spelling(String term) {
    return term.replace(" ", SPACE);
  }
}
