package org.amts.engine.local.memory;

import java.util.ArrayList;
import java.util.List;
import org.amts.segment.CaseFolding;
import org.amts.segment.Segment;
import org.amts.segment.TokenScanner;

/**
 * What a text is indexed by and looked for with: its words in lower case without the s of plurals,
 * and pairs of neighbouring Chinese or Japanese characters. Numbers, placeholders and signs tell
 * little of what a text is about, and count only where there is nothing else.
 */
final class SourceTerms {

  /** Longer words are cut; Lucene has a limit of its own, and these are no words of a language. */
  private static final int LONGEST = 64;

  private SourceTerms() {}

  /** The terms of a text in their order; one may occur more than once. */
  static List<String> of(Segment segment) {
    String text = segment.text();
    List<String> terms = new ArrayList<>(text.length() / 5 + 4);
    TokenScanner tokens = new TokenScanner(text);
    int runStart = -1;
    int runEnd = -1;
    int lastStart = -1;
    while (tokens.next()) {
      if (tokens.kind() == TokenScanner.Kind.WORD) {
        terms.add(word(text, tokens.start(), tokens.end()));
      } else if (tokens.kind() == TokenScanner.Kind.IDEOGRAPH) {
        if (tokens.start() == runEnd) {
          terms.add(text.substring(lastStart, tokens.end()));
        } else {
          addLone(text, runStart, lastStart, runEnd, terms);
          runStart = tokens.start();
        }
        lastStart = tokens.start();
        runEnd = tokens.end();
      }
    }
    addLone(text, runStart, lastStart, runEnd, terms);
    return terms.isEmpty() ? others(text) : terms;
  }

  /** A character without a neighbour is a term of its own. */
  private static void addLone(
      String text, int runStart, int lastStart, int runEnd, List<String> terms) {
    if (runStart >= 0 && runStart == lastStart) {
      terms.add(text.substring(runStart, runEnd));
    }
  }

  private static List<String> others(String text) {
    List<String> terms = new ArrayList<>();
    TokenScanner tokens = new TokenScanner(text);
    while (tokens.next()) {
      switch (tokens.kind()) {
        case NUMBER -> terms.add("0");
        case PLACEHOLDER -> terms.add("⟦⟧");
        default ->
            terms.add(
                text.substring(tokens.start(), Math.min(tokens.end(), tokens.start() + LONGEST)));
      }
    }
    return terms;
  }

  private static String word(String text, int start, int end) {
    int length = Math.min(end - start, LONGEST);
    char[] folded = new char[length];
    for (int i = 0; i < length; i++) {
      folded[i] = CaseFolding.fold(text.charAt(start + i));
    }
    return new String(folded, 0, stemLength(folded));
  }

  /**
   * Harman's S stemmer (1991), which does little, and little harm, in English and Spanish alike.
   */
  private static int stemLength(char[] word) {
    int length = word.length;
    if (length < 4 || word[length - 1] != 's') {
      return length;
    }
    char before = word[length - 2];
    if (before == 's' || before == 'u') {
      return length;
    }
    if (before == 'e' && word[length - 3] == 'i' && length > 4) {
      word[length - 3] = 'y';
      return length - 2;
    }
    return length - 1;
  }
}
