package org.amts.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.amts.document.TextRange;
import org.amts.segment.Abbreviations.Continues;

/**
 * Splits text into sentences by rules that were made for technical prose in English, Chinese and
 * Spanish and do sensibly for other languages.
 *
 * <ul>
 *   <li>A full stop, question or exclamation mark ends a sentence if white space and the beginning
 *       of another sentence follow (a capital letter, a number, a placeholder, a letter without
 *       case), unless it belongs to an abbreviation, an initial or the number of a list item or
 *       figure.
 *   <li>{@code 。！？} end a sentence without white space after them; {@code ；} does not.
 *   <li>Closing quotation marks, brackets, emphasis marks and placeholders that follow without
 *       white space belong to the sentence that ends.
 *   <li>Nothing is split inside placeholder marks, pairs of brackets or quotation marks, and
 *       emphasis.
 *   <li>What would be a sentence without a letter or digit is joined to the one before it.
 * </ul>
 *
 * <p>Our own rules rather than ICU's: they do not change with a library's version, on which the
 * segments of every translation memory would depend, and they know placeholders. Time grows
 * linearly with the text. Stateless; safe for use by many threads.
 */
public final class SentenceSplitter {

  private static final String LATIN_TERMINATORS = ".!?…";
  private static final String WIDE_TERMINATORS = "。！？｡";
  private static final String CLOSERS = "\"'”’»)]}）］】」』》〉*_~";

  /** {@code 1}, {@code 2.3}, {@code a}, {@code IV}: what numbers the items of a list. */
  private static final Pattern ITEM_NUMBER =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,4}");

  private static final Pattern INITIAL = Pattern.compile("\\p{Lu}");

  /** {@code U.S}, {@code Ph.D}. */
  private static final Pattern INITIALS = Pattern.compile("\\p{L}{1,2}(\\.\\p{L}{1,2})+");

  private static final String CLOSING_QUOTES = "”’」』\"";
  private static final String OPENERS = "\"'“‘«([{（［【「『《〈*_~¿¡#";
  private static final String CONTINUATIONS = "，、；：。！？｡,;:.!?…—–)]}）］】」』》〉”’»";

  /**
   * Splits a text.
   *
   * @param text any text; marks {@code ⟦0⟧} stand for placeholders
   * @param language its language as a BCP 47 code; it decides which abbreviations there are
   * @return the sentences in order, without white space at their ends; together they cover
   *     everything but white space
   */
  public List<TextRange> split(String text, String language) {
    return new Run(text, Abbreviations.of(language)).sentences();
  }

  /** One text on its way through the rules. */
  private static final class Run {

    /** What stands after a possible end. */
    private enum Next {
      END,
      CAPITAL,
      LOWER_CASE,
      NUMBER,
      PLACEHOLDER,
      PUNCTUATION,
      OTHER
    }

    private final String text;
    private final Abbreviations abbreviations;
    private final Enclosures enclosures;
    private final List<TextRange> sentences = new ArrayList<>();
    private int start;

    Run(String text, Abbreviations abbreviations) {
      this.text = text;
      this.abbreviations = abbreviations;
      this.enclosures = new Enclosures(text);
    }

    List<TextRange> sentences() {
      start = skipSpace(0);
      int i = start;
      while (i < text.length()) {
        if (!isTerminator(text.charAt(i))) {
          i++;
          continue;
        }
        int runEnd = i + 1;
        while (runEnd < text.length() && isTerminator(text.charAt(runEnd))) {
          runEnd++;
        }
        int end = sentenceEnd(i, runEnd);
        if (end > 0 && enclosures.mayCutAt(end)) {
          add(end);
          i = start;
        } else {
          i = runEnd;
        }
      }
      add(text.length());
      return sentences;
    }

    /** The end of the sentence whose terminators are given, or -1 if it goes on. */
    private int sentenceEnd(int first, int runEnd) {
      boolean wide = isWide(first, runEnd);
      int end = skipClosers(runEnd, wide);
      if (wide) {
        return endsAfterWide(first, runEnd, end) ? end : -1;
      }
      return end == text.length() || (isSpace(end) && endsAfterLatin(first, runEnd, end))
          ? end
          : -1;
    }

    /** Whether the terminators are Chinese: full-width, or half-width between Chinese letters. */
    private boolean isWide(int first, int runEnd) {
      for (int i = first; i < runEnd; i++) {
        if (WIDE_TERMINATORS.indexOf(text.charAt(i)) >= 0) {
          return true;
        }
      }
      char terminator = text.charAt(first);
      return (terminator == '?' || terminator == '!')
          && first > 0
          && Cjk.isCjk(text.codePointBefore(first))
          && runEnd < text.length()
          && Cjk.isCjk(text.codePointAt(runEnd));
    }

    private boolean endsAfterWide(int first, int runEnd, int end) {
      if (end == text.length() || isSpace(end)) {
        return true;
      }
      if (CONTINUATIONS.indexOf(text.charAt(end)) >= 0) {
        return false;
      }
      // “为什么？”的问题: a quoted question or exclamation seldom ends the sentence around it.
      boolean quoted = end > runEnd && CLOSING_QUOTES.indexOf(text.charAt(runEnd)) >= 0;
      return !quoted || text.charAt(first) == '。' || !Cjk.isLetter(text.codePointAt(end));
    }

    private boolean endsAfterLatin(int first, int runEnd, int end) {
      int nextAt = skipOpeners(skipSpace(end));
      Next next = nextAt(nextAt);
      if (next == Next.END) {
        return true;
      }
      if (next == Next.PUNCTUATION || next == Next.LOWER_CASE) {
        return false;
      }
      boolean ellipsis = text.charAt(first) == '…' || text.startsWith("..", first);
      if (ellipsis) {
        return next == Next.CAPITAL && first > start;
      }
      return text.charAt(first) != '.' || endsAfterFullStop(first, next, nextAt);
    }

    private boolean endsAfterFullStop(int stop, Next next, int nextAt) {
      int wordStart = wordStart(stop);
      String word = text.substring(wordStart, stop);
      if (word.isEmpty()) {
        return true;
      }
      if (ITEM_NUMBER.matcher(word).matches() && isAtBeginning(wordStart)) {
        return false;
      }
      Continues continues = abbreviations.find(word);
      if (INITIAL.matcher(word).matches()
          || (continues == null && INITIALS.matcher(word).matches())) {
        return next == Next.CAPITAL && abbreviations.isSentenceStarter(wordAt(nextAt));
      }
      if (continues == null) {
        return true;
      }
      return switch (continues) {
        case ALWAYS -> false;
        case BEFORE_NUMBER -> next != Next.NUMBER && next != Next.PLACEHOLDER;
        case UNLESS_CAPITAL -> next == Next.CAPITAL;
      };
    }

    /**
     * Whether a number begins the sentence or a quotation or bracket in it, or follows the
     * sentence's first word: {@code 3.}, {@code "3.}, {@code Figure 3.}
     */
    private boolean isAtBeginning(int wordStart) {
      return wordStart == start
          || OPENERS.indexOf(text.charAt(wordStart - 1)) >= 0
          || (isSpace(wordStart - 1) && wordEnd(skipOpeners(start)) == wordStart - 1);
    }

    private Next nextAt(int at) {
      if (at == text.length()) {
        return Next.END;
      }
      int c = text.codePointAt(at);
      if (c == '⟦') {
        return Next.PLACEHOLDER;
      }
      if (Character.isDigit(c)) {
        return Next.NUMBER;
      }
      if (Character.isLowerCase(c)) {
        // iPhone, eBPF
        int second = at + Character.charCount(c);
        boolean camel = second < text.length() && Character.isUpperCase(text.codePointAt(second));
        return camel ? Next.CAPITAL : Next.LOWER_CASE;
      }
      if (Character.isLetter(c)) {
        return Next.CAPITAL;
      }
      return CONTINUATIONS.indexOf(c) >= 0 || c == '-' || c == '=' || c == '+'
          ? Next.PUNCTUATION
          : Next.OTHER;
    }

    private int skipClosers(int from, boolean wide) {
      int at = from;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (isEmphasis(c) && wide && enclosures.mayCutAt(at)) {
          return at; // 。*词*: emphasis that opens
        } else if (CLOSERS.indexOf(c) >= 0) {
          at++;
        } else if (c == '⟦' && (!wide || text.charAt(at - 1) == ']')) {
          // After 。 a mark without a link's text before it begins the next sentence.
          at = afterMark(at);
        } else {
          return at;
        }
      }
      return at;
    }

    /** The position after the mark at {@code at}, or after its first bracket if it is no mark. */
    private int afterMark(int at) {
      int i = at + 1;
      while (i < text.length() && Character.isDigit(text.charAt(i))) {
        i++;
      }
      return i < text.length() && text.charAt(i) == '⟧' ? i + 1 : at + 1;
    }

    private int skipOpeners(int from) {
      int at = from;
      while (at < text.length() && OPENERS.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return at;
    }

    private int skipSpace(int from) {
      int at = from;
      while (at < text.length() && isSpace(at)) {
        at++;
      }
      return at;
    }

    /** Start of the word before a full stop; inner full stops and apostrophes belong to it. */
    private int wordStart(int stop) {
      int at = stop;
      while (at > start) {
        int c = text.codePointBefore(at);
        boolean inWord =
            (Character.isLetterOrDigit(c) && !Cjk.isLetter(c)) || c == '.' || c == 'ª' || c == 'º';
        if (!inWord) {
          break;
        }
        at -= Character.charCount(c);
      }
      return at;
    }

    private String wordAt(int from) {
      return text.substring(from, wordEnd(from));
    }

    private int wordEnd(int from) {
      int at = from;
      while (at < text.length() && Character.isLetter(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      return at;
    }

    private boolean isSpace(int at) {
      return WhiteSpace.is(text.charAt(at));
    }

    private static boolean isEmphasis(char c) {
      return c == '*' || c == '_' || c == '~';
    }

    private static boolean isTerminator(char c) {
      return LATIN_TERMINATORS.indexOf(c) >= 0 || WIDE_TERMINATORS.indexOf(c) >= 0;
    }

    /** Ends the sentence at {@code end} and starts the next one after the white space. */
    private void add(int end) {
      int last = end;
      while (last > start && isSpace(last - 1)) {
        last--;
      }
      if (last > start) {
        boolean joins = !sentences.isEmpty() && hasNoWords(start, last);
        int from = joins ? sentences.remove(sentences.size() - 1).start() : start;
        sentences.add(new TextRange(from, last));
      }
      start = skipSpace(end);
    }

    private boolean hasNoWords(int from, int to) {
      int at = from;
      while (at < to) {
        int c = text.codePointAt(at);
        if (Character.isLetterOrDigit(c)) {
          return false;
        }
        at = c == '⟦' ? afterMark(at) : at + Character.charCount(c);
      }
      return true;
    }
  }
}
