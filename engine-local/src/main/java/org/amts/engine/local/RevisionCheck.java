package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amts.segment.Cjk;
import org.amts.segment.Segment;
import org.amts.segment.TokenScanner.Kind;

/** Tells what an edit of a segment is, and whether a revised translation can be used. */
final class RevisionCheck {

  /**
   * Signs that may come and go without a change of what is said. Emphasis and brackets are among
   * them: the model cannot tell which words of the translation they belong to.
   */
  private static final String LIGHT_SIGNS = ",;:.'’‘\"“”-–—，；：。、*_~[](){}（）";

  private static final Pattern EMPHASIS = Pattern.compile("[*_~]+");
  private static final String ENDS = ".!?:;。！？：；";

  private RevisionCheck() {}

  /** Whether an edit leaves all words and all signs that matter as they were. */
  static boolean isLight(Segment before, Segment after) {
    return heavyTokens(before.text()).equals(heavyTokens(after.text()));
  }

  private static List<String> heavyTokens(String text) {
    return TokenDiff.tokens(Contractions.writtenOut(text.toLowerCase(Locale.ROOT))).stream()
        .filter(
            token -> token.kind() != Kind.SIGN || LIGHT_SIGNS.indexOf(token.text().charAt(0)) < 0)
        .map(TokenDiff.Token::text)
        .toList();
  }

  /**
   * Makes a revised translation fit for use.
   *
   * @param free a translation of the new segment as a whole
   * @return the translation with the marks of links in their places and the sign at its end that it
   *     had; nothing if placeholders are not the segment's, if emphasis that the edit does not
   *     concern has come or gone, if there are ideographs that nothing accounts for, or if a number
   *     that the edit brought is missing but is there in the free translation
   */
  static Optional<String> check(RevisedPair pair, String revised, String free) {
    if (Placeholders.difference(revised, pair.after().text()) > 0) {
      return Optional.empty();
    }
    boolean staysEmphasised =
        emphasis(pair.before().source().text()).equals(emphasis(pair.after().text()));
    if ((staysEmphasised && !emphasis(pair.before().target()).equals(emphasis(revised)))
        || (isClosed(pair.before().target()) && !isClosed(revised))) {
      return Optional.empty();
    }
    if (Cjk.hasLetter(revised)
        && Stream.of(pair.before().target(), pair.after().text(), free).noneMatch(Cjk::hasLetter)) {
      return Optional.empty();
    }
    List<String> brought = new ArrayList<>(numbers(pair.after().text()));
    numbers(pair.before().source().text()).forEach(brought::remove);
    List<String> present = numbers(revised);
    List<String> presentInFree = numbers(free);
    if (brought.stream().anyMatch(n -> presentInFree.contains(n) && !present.contains(n))) {
      return Optional.empty();
    }
    return LinkMarks.repair(pair.after().text(), withEnd(pair, revised));
  }

  private static List<String> emphasis(String text) {
    return EMPHASIS.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  /** Whether every emphasis that begins also ends. */
  private static boolean isClosed(String text) {
    List<String> signs = emphasis(text);
    return signs.stream().allMatch(sign -> Collections.frequency(signs, sign) % 2 == 0);
  }

  /** A sign at the end stays, if the source has the same one there as before. */
  private static String withEnd(RevisedPair pair, String revised) {
    String sign = end(pair.before().target());
    return end(pair.before().source().text()).equals(end(pair.after().text()))
            && !sign.isEmpty()
            && end(revised).isEmpty()
        ? revised.replaceFirst("[\\s，、,]+$", "") + sign
        : revised;
  }

  private static String end(String text) {
    char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    return ENDS.indexOf(last) < 0 ? "" : String.valueOf(last);
  }

  private static List<String> numbers(String text) {
    return TokenDiff.tokens(text).stream()
        .filter(token -> token.kind() == Kind.NUMBER)
        .map(TokenDiff.Token::text)
        .toList();
  }
}
