package org.amts.segment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decades in Chinese text, which counts centuries, and decades in them, where other languages name
 * a year: {@code 20世纪90年代}, {@code 二十世纪九十年代}, {@code 上世纪90年代} and {@code 90年代} are all the 1990s.
 */
public final class Decades {

  /** A numeral's place is its value. */
  private static final String NUMERALS = "〇一二三四五六七八九";

  /** A decade of a century in digits, in numerals, or of the last one; from 30 on also alone. */
  private static final Pattern DECADE =
      Pattern.compile(
          "(?:(?<!\\d)(?<century>\\d{1,2}) ?世纪"
              + "|(?<tens>[一二]?)十(?<ones>[一二三四五六七八九]?)世纪"
              + "|上个?世纪)"
              + "(?: ?(?<digit>\\d)0 ?年代|(?<numeral>[一二三四五六七八九])十年代)"
              + "|(?<!\\d|世纪 ?)(?<alone>[3-9])0 ?年代");

  /** Of a decade whose century is not told, and the last one for books of our time. */
  private static final int TWENTIETH = 20;

  private Decades() {}

  /** The text with each decade named by its first year: {@code 1990年代}. */
  public static String namedByYear(String text) {
    if (!text.contains("年代")) {
      return text;
    }
    Matcher found = DECADE.matcher(text);
    StringBuilder named = new StringBuilder();
    while (found.find()) {
      found.appendReplacement(named, year(found) + "年代");
    }
    return found.appendTail(named).toString();
  }

  private static int year(Matcher found) {
    String alone = found.group("alone");
    String digit = alone == null ? found.group("digit") : alone;
    int decade = digit == null ? value(found.group("numeral")) : Integer.parseInt(digit);
    return (century(found) - 1) * 100 + decade * 10;
  }

  private static int century(Matcher found) {
    if (found.group("century") != null) {
      return Integer.parseInt(found.group("century"));
    }
    String tens = found.group("tens");
    return tens == null
        ? TWENTIETH
        : (tens.isEmpty() ? 1 : value(tens)) * 10 + value(found.group("ones"));
  }

  private static int value(String numeral) {
    return numeral.isEmpty() ? 0 : NUMERALS.indexOf(numeral);
  }
}
