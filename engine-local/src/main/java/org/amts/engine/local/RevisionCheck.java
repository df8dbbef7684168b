package org.amts.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.amts.segment.Segment;
import org.amts.segment.TokenScanner.Kind;

/** Tells what an edit of a segment is, and whether a revised translation can be used. */
final class RevisionCheck {

  /**
   * Signs that may come and go without a change of what is said. Emphasis and brackets are among
   * them: the model cannot tell which words of the translation they belong to.
   */
  private static final String LIGHT_SIGNS = ",;:.'’‘\"“”-–—，；：。、*_~[](){}（）";

  private RevisionCheck() {}

  /** Whether an edit leaves all words and all signs that matter as they were. */
  static boolean isLight(Segment before, Segment after) {
    return heavyTokens(before.text()).equals(heavyTokens(after.text()));
  }

  private static List<String> heavyTokens(String text) {
    return TokenDiff.tokens(text).stream()
        .filter(
            token -> token.kind() != Kind.SIGN || LIGHT_SIGNS.indexOf(token.text().charAt(0)) < 0)
        .map(token -> token.text().toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * Makes a revised translation fit for use.
   *
   * @param free a translation of the new segment as a whole
   * @return the translation with the marks of links in their places; nothing if placeholders are
   *     not the segment's, or if a number that the edit brought is missing but is there in the free
   *     translation
   */
  static Optional<String> check(RevisedPair pair, String revised, String free) {
    if (Placeholders.difference(revised, pair.after().text()) > 0) {
      return Optional.empty();
    }
    List<String> brought = new ArrayList<>(numbers(pair.after().text()));
    numbers(pair.before().source().text()).forEach(brought::remove);
    List<String> present = numbers(revised);
    List<String> presentInFree = numbers(free);
    if (brought.stream().anyMatch(n -> presentInFree.contains(n) && !present.contains(n))) {
      return Optional.empty();
    }
    return LinkMarks.repair(pair.after().text(), revised);
  }

  private static List<String> numbers(String text) {
    return TokenDiff.tokens(text).stream()
        .filter(token -> token.kind() == Kind.NUMBER)
        .map(TokenDiff.Token::text)
        .toList();
  }
}
