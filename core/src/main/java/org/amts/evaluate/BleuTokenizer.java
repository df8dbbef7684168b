package org.amts.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How BLEU cuts a sentence into words: the tokenizers of sacreBLEU, token for token. */
public enum BleuTokenizer {
  /** That of mteval-v13a, for languages that put spaces between words. */
  MTEVAL_13A("13a") {
    @Override
    public List<String> tokens(String sentence) {
      String text =
          sentence.replace("<skipped>", "").replace("-\n", "").replace('\n', ' '); // as mteval does
      if (text.indexOf('&') >= 0) {
        // One after the other: &amp;lt; becomes <, also in mteval.
        text =
            text.replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
      }
      return Words.split(separatePunctuation(" " + text + " "));
    }
  },

  /** Each Chinese character and full-width sign a word, the rest as in {@link #MTEVAL_13A}. */
  CHINESE("zh") {
    @Override
    public List<String> tokens(String sentence) {
      String text = Punctuation.separate(Words.strip(sentence), BleuTokenizer::isChinese);
      return Words.split(separatePunctuation(text));
    }
  },

  /** That of mteval-v14: punctuation and symbols of all scripts stand alone. */
  INTERNATIONAL("intl") {
    @Override
    public List<String> tokens(String sentence) {
      String text = PUNCTUATION_NOT_AFTER_NUMBER.matcher(sentence).replaceAll("$1 $2 ");
      text = PUNCTUATION_NOT_BEFORE_NUMBER.matcher(text).replaceAll(" $1 $2");
      return Words.split(SYMBOL.matcher(text).replaceAll(" $1 "));
    }
  },

  /** Each character a word. */
  CHARACTER("char") {
    @Override
    public List<String> tokens(String sentence) {
      return Arrays.stream(Words.characters(sentence)).mapToObj(Character::toString).toList();
    }
  },

  /** Words are what stands between spaces; for text that is tokenized already. */
  NONE("none") {
    @Override
    public List<String> tokens(String sentence) {
      return Words.split(sentence);
    }
  };

  private static final Pattern PUNCTUATION_NOT_AFTER_NUMBER = Pattern.compile("(\\P{N})(\\p{P})");
  private static final Pattern PUNCTUATION_NOT_BEFORE_NUMBER = Pattern.compile("(\\p{P})(\\P{N})");
  private static final Pattern SYMBOL = Pattern.compile("(\\p{S})");

  /**
   * First and last code points of what sacreBLEU takes for Chinese, in ascending order. The first
   * range is not what was meant there, ideographs beyond the basic plane (whose numbers lost a
   * digit), but they decide on scores: curly quotes, dashes and arrows count as Chinese.
   */
  private static final int[] CHINESE_RANGES = {
    0x2001, 0x2A6D, // general punctuation to mathematical operators
    0x2E80, 0x2EFF, // radicals
    0x2F00, 0x2FDF, // Kangxi radicals
    0x2FF0, 0x303F, // description characters, punctuation
    0x3100, 0x312F, // Bopomofo
    0x31A0, 0x31BF, // Bopomofo extended
    0x31C0, 0x31EF, // strokes
    0x3200, 0x33FF, // enclosed and compatibility characters
    0x3400, 0x4DB5, // extension A
    0x4E00, 0x9FBB, // the ideographs, without the latest additions
    0xF900, 0xFA2D, // compatibility ideographs
    0xFA30, 0xFA6A,
    0xFA70, 0xFAD9,
    0xFE10, 0xFE1F, // vertical forms
    0xFE30, 0xFE4F, // compatibility forms
    0xFF00, 0xFFEF, // full-width and half-width forms
  };

  private final String label;

  BleuTokenizer(String label) {
    this.label = label;
  }

  /** The words of a sentence, in order, none empty and none with white space. */
  public abstract List<String> tokens(String sentence);

  /** The name in signatures and on the command line: {@code 13a}, {@code zh}, ... */
  public String label() {
    return label;
  }

  /** The tokenizer with a label; empty if there is none. */
  public static Optional<BleuTokenizer> forLabel(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }

  /**
   * The customary tokenizer of a target language: {@link #CHINESE} for Chinese, {@link #CHARACTER}
   * for other languages without spaces between words, {@link #MTEVAL_13A} for the rest.
   *
   * @param language BCP 47: {@code zh}, {@code es-MX}
   */
  public static BleuTokenizer forLanguage(String language) {
    return switch (Locale.forLanguageTag(language).getLanguage()) {
      case "zh" -> CHINESE;
      case "ja", "th", "lo", "km", "my" -> CHARACTER;
      default -> MTEVAL_13A;
    };
  }

  private static boolean isChinese(int character) {
    for (int i = 0; i < CHINESE_RANGES.length; i += 2) {
      if (character <= CHINESE_RANGES[i + 1]) {
        return character >= CHINESE_RANGES[i];
      }
    }
    return false;
  }

  private static String separatePunctuation(String text) {
    return Punctuation.separateStops(Punctuation.separate(text, Punctuation::isAscii));
  }
}
