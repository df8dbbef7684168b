package org.amts.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Translation edit rate (Snover et al., 2006): how many words must be inserted, deleted, replaced
 * or moved in a block to make the hypothesis into the reference, in per cent of the reference's
 * length. Less is better. Equal to that of sacreBLEU 2.x, which follows the Tercom program.
 *
 * <p>Words are what stands between spaces, so Chinese needs {@code normalized} and {@code
 * asianSupport}; see {@link #forLanguage}.
 *
 * @param normalized whether punctuation is cut off from words
 * @param noPunctuation whether punctuation is removed
 * @param asianSupport whether normalisation also cuts Chinese and Japanese into characters, and
 *     removal also removes their punctuation; of no effect without one of the two
 * @param caseSensitive whether case counts
 */
public record Ter(
    boolean normalized, boolean noPunctuation, boolean asianSupport, boolean caseSensitive)
    implements Metric {

  /** The default of sacreBLEU and Tercom: words as they stand, case ignored. */
  public static final Ter STANDARD = new Ter(false, false, false, false);

  private static final String REMOVED = ".,?:;!\"()";

  /**
   * The customary settings of a target language: {@link #STANDARD}, but characters for Chinese and
   * Japanese.
   *
   * @param language BCP 47: {@code zh}, {@code es-MX}
   */
  public static Ter forLanguage(String language) {
    return switch (Locale.forLanguageTag(language).getLanguage()) {
      case "zh", "ja" -> new Ter(true, false, true, false);
      default -> STANDARD;
    };
  }

  @Override
  public String name() {
    return "TER";
  }

  @Override
  public String options() {
    return "case:"
        + (caseSensitive ? "mixed" : "lc")
        + "|tok:tercom|norm:"
        + yesOrNo(normalized)
        + "|punct:"
        + yesOrNo(!noPunctuation)
        + "|asian:"
        + yesOrNo(asianSupport);
  }

  /** Edits to the nearest reference, and the mean length of all references. */
  @Override
  public double[] statistics(String hypothesis, List<String> references) {
    Map<String, Integer> numbers = Words.newNumbers();
    int[] words = Words.number(Words.split(prepared(hypothesis)), numbers);
    int fewest = Integer.MAX_VALUE;
    double length = 0;
    for (String reference : references) {
      // sacreBLEU prepares references twice, which cuts "rate's." further; so its scores want it.
      String twice = prepared(String.join(" ", Words.split(prepared(reference))));
      int[] referenceWords = Words.number(Words.split(twice), numbers);
      fewest = Math.min(fewest, ShiftEdits.count(words, referenceWords));
      length += referenceWords.length;
    }
    return new double[] {fewest, length / references.size()};
  }

  @Override
  public double value(double[] statistics) {
    double edits = statistics[0];
    double length = statistics[1];
    if (length == 0) {
      return edits > 0 ? 100 : 0;
    }
    return 100 * edits / length;
  }

  private String prepared(String sentence) {
    String text = Words.stripTrailing(sentence);
    if (!caseSensitive) {
      text = text.toLowerCase(Locale.ROOT);
    }
    if (normalized && !text.isEmpty()) {
      text = normalize(text);
    }
    if (noPunctuation) {
      text = without(text, character -> REMOVED.indexOf(character) >= 0);
      text = asianSupport ? without(text, Ter::isAsianPunctuation) : text;
    }
    return text;
  }

  private String normalize(String sentence) {
    String text = sentence.replace("\n-", "").replace('\n', ' ');
    text =
        text.replace("&quot;", "\"")
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
    text = Punctuation.separate(" " + text + " ", Punctuation::isAscii).replace("'s ", " 's ");
    text = Punctuation.separateStops(text);
    return asianSupport
        ? Punctuation.separate(text, each -> isAsian(each) || isAsianPunctuation(each))
        : text;
  }

  /** Tercom's classes; U+3F22 in place of U+32FF is an oversight that decides on scores. */
  private static boolean isAsian(int character) {
    return isBetween(character, 0x4E00, 0x9FFF) // ideographs
        || isBetween(character, 0x3200, 0x3F22) // enclosed, compatibility, much of extension A
        || isBetween(character, 0x3400, 0x4DBF) // extension A
        || isBetween(character, 0x31C0, 0x31EF) // strokes
        || isBetween(character, 0x2E80, 0x2EFF) // radicals
        || isBetween(character, 0xF900, 0xFAFF) // compatibility ideographs
        || isBetween(character, 0xFE30, 0xFE4F); // compatibility forms
  }

  private static boolean isAsianPunctuation(int character) {
    return isBetween(character, 0x3001, 0x3002)
        || isBetween(character, 0x3008, 0x3011)
        || isBetween(character, 0x3014, 0x301F)
        || isBetween(character, 0xFF61, 0xFF65)
        || "・．，？：；！＂（）".indexOf(character) >= 0;
  }

  private static boolean isBetween(int character, int first, int last) {
    return first <= character && character <= last;
  }

  private static String without(String text, IntPredicate removed) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(removed.negate()).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String yesOrNo(boolean value) {
    return value ? "yes" : "no";
  }
}
