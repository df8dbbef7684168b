package org.amts.corpus;

import java.util.Locale;
import java.util.regex.Pattern;

/** Language codes as files of pairs have them: {@code en}, {@code zh-TW}, {@code fr_CA}. */
final class LanguageCode {

  private static final Pattern FORM = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");

  private LanguageCode() {}

  static boolean isValid(String code) {
    return FORM.matcher(code).matches();
  }

  static String require(String code) {
    if (!isValid(code)) {
      throw new IllegalArgumentException("not a language code: " + code);
    }
    return code;
  }

  /** The language alone, in lower case: {@code zh} of {@code zh-TW}. */
  static String language(String code) {
    int end = 0;
    while (end < code.length() && Character.isLetter(code.charAt(end))) {
      end++;
    }
    return code.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
