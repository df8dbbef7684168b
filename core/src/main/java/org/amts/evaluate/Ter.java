package org.amts.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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

  private static final Pattern END_OF_LINE_HYPHEN = Pattern.compile("\n-");
  private static final Pattern PUNCTUATION = Pattern.compile("([\\{-~\\[-` -&\\(-\\+:-@/])");
  private static final Pattern REMOVED = Pattern.compile("[.,?:;!\"()]");

  // Tercom's classes, in the order in which they are applied: a later one sees the spaces of the
  // earlier.
  private static final List<Pattern> ASIAN =
      List.of(
          Pattern.compile("([\\u4E00-\\u9FFF\\u3400-\\u4DBF])"), // ideographs
          Pattern.compile("([\\u31C0-\\u31EF\\u2E80-\\u2EFF])"), // strokes, radicals
          Pattern.compile("([\\u3300-\\u33FF\\uF900-\\uFAFF\\uFE30-\\uFE4F])"), // compatibility
          Pattern.compile("([\\u3200-\\u3F22])")); // enclosed; beyond U+32FF only in Tercom
  private static final List<Pattern> ASIAN_PUNCTUATION =
      List.of(
          Pattern.compile("([\\u3001\\u3002\\u3008-\\u3011\\u3014-\\u301F\\uFF61-\\uFF65\\u30FB])"),
          Pattern.compile("([\\uFF0E\\uFF0C\\uFF1F\\uFF1A\\uFF1B\\uFF01\\uFF02\\uFF08\\uFF09])"));

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
      text = REMOVED.matcher(text).replaceAll("");
      text = asianSupport ? replace(ASIAN_PUNCTUATION, text, "") : text;
    }
    return text;
  }

  private String normalize(String sentence) {
    String text = END_OF_LINE_HYPHEN.matcher(sentence).replaceAll("").replace('\n', ' ');
    text =
        text.replace("&quot;", "\"")
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
    text = PUNCTUATION.matcher(" " + text + " ").replaceAll(" $1 ").replace("'s ", " 's ");
    text = BleuTokenizer.separateStops(text);
    return asianSupport ? replace(ASIAN_PUNCTUATION, replace(ASIAN, text, " $1 "), " $1 ") : text;
  }

  private static String replace(List<Pattern> patterns, String text, String replacement) {
    String replaced = text;
    for (Pattern pattern : patterns) {
      replaced = pattern.matcher(replaced).replaceAll(replacement);
    }
    return replaced;
  }

  private static String yesOrNo(boolean value) {
    return value ? "yes" : "no";
  }
}
