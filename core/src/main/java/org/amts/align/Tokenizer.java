package org.amts.align;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * Turns text into the tokens that are compared across languages: words cut to a stem, numbers, and
 * the protected spans. Text that both languages spell alike gives equal tokens, so that names,
 * numbers, formulas and code are found on both sides without a dictionary.
 *
 * <p>Words of languages without spaces are found with ICU's dictionaries. Not safe for use by
 * several threads at once.
 */
final class Tokenizer {

  /**
   * Words are cut after this many characters, a crude stemmer for all alphabetic languages: it
   * makes the counts of inflected forms add up, which a lexicon learnt from one book needs. Shorter
   * stems confuse words, longer ones split them.
   */
  private static final int STEM_LENGTH = 6;

  private static final Pattern URL = Pattern.compile("https?://[^\\s<>()\\[\\]\"'，。；）】]+");
  private static final Pattern NOT_PATH = Pattern.compile("[#?\\s].*$", Pattern.DOTALL);
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)(#|//|--|%).*$");

  /**
   * Before each token of a machine translation, which is a source token in the target's language.
   */
  static final char MACHINE = '\u0003';

  /** Before each token that is not a word, so that it cannot be taken for one. */
  private static final char PLACEHOLDER = '\u0001';

  private static final char LINE = '\u0002';

  /**
   * The combining accents of Latin, Greek and Cyrillic letters; the marks of other scripts stay.
   */
  private static final char FIRST_ACCENT = '\u0300';

  private static final char LAST_ACCENT = '\u036F';

  private final Normalizer2 compatibility = Normalizer2.getNFKDInstance();
  private final Normalizer2 composition = Normalizer2.getNFCInstance();
  private final BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);

  /** Passes on the tokens of a segment: its words and its placeholders. */
  void tokenize(Segment segment, Consumer<String> tokens) {
    for (int number : Placeholder.numbersIn(segment.text())) {
      tokens.accept(key(segment.placeholders().get(number)));
    }
    words(Placeholder.marksIn(segment.text()).replaceAll(" "), tokens);
  }

  /** Passes on the tokens of a plain sentence. */
  void tokenize(String sentence, Consumer<String> tokens) {
    Matcher urls = URL.matcher(sentence);
    StringBuilder rest = new StringBuilder(sentence.length());
    while (urls.find()) {
      tokens.accept(PLACEHOLDER + lastPart(urls.group()));
      urls.appendReplacement(rest, " ");
    }
    words(urls.appendTail(rest).toString(), tokens);
  }

  /**
   * Passes on the lines of a block that is not translated, such as code, a formula or a label;
   * white space and comments do not count.
   */
  void tokenizeUntranslated(String block, Consumer<String> tokens) {
    for (String line : block.lines().toList()) {
      String code = SPACE.matcher(COMMENT.matcher(line).replaceFirst("")).replaceAll("");
      if (!code.isEmpty()) {
        tokens.accept(LINE + code);
      }
    }
  }

  /** Whether a token is a word and not a number or a protected span. */
  static boolean isWord(String token) {
    return Character.isLetter(token.codePointAt(0));
  }

  private void words(String text, Consumer<String> tokens) {
    String folded = fold(text);
    words.setText(folded);
    int start = words.first();
    for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
      if (words.getRuleStatus() != BreakIterator.WORD_NONE) {
        String word = folded.substring(start, end);
        boolean cut = word.length() > STEM_LENGTH && isWord(word);
        tokens.accept(cut ? stem(word) : word);
      } else if (end == start + 1 && "?:!".indexOf(folded.charAt(start)) >= 0) {
        tokens.accept(folded.substring(start, end));
      }
    }
  }

  private static String stem(String word) {
    int end =
        Character.isHighSurrogate(word.charAt(STEM_LENGTH - 1)) ? STEM_LENGTH - 1 : STEM_LENGTH;
    return word.substring(0, end);
  }

  /** Lower case, compatibility forms, without accents: full-width digits become ASCII digits. */
  private String fold(String text) {
    String decomposed = compatibility.normalize(text).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (c < FIRST_ACCENT || c > LAST_ACCENT) {
        folded.append(c);
      }
    }
    return composition.normalize(folded);
  }

  private static String key(Placeholder placeholder) {
    String original = placeholder.original();
    boolean hasTarget =
        placeholder.kind() == Placeholder.Kind.LINK || placeholder.kind() == Placeholder.Kind.IMAGE;
    return PLACEHOLDER + (hasTarget ? lastPart(original) : SPACE.matcher(original).replaceAll(""));
  }

  /**
   * What a link is known by: the last part of its path. Translations point to other hosts, language
   * folders and headings, but mostly to the same page.
   */
  private static String lastPart(String target) {
    String path = target.strip();
    if (path.startsWith("(") && path.endsWith(")")) {
      path = path.substring(1, path.length() - 1).strip();
    }
    String page = NOT_PATH.matcher(path).replaceFirst("");
    List<String> parts = List.of(page.split("/"));
    return parts.isEmpty() ? path : parts.get(parts.size() - 1);
  }
}
