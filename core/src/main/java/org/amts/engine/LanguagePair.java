package org.amts.engine;

/**
 * From which language into which, as BCP 47 codes.
 *
 * @param source the language of the text: {@code en}
 * @param target the language of its translation: {@code zh}
 */
public record LanguagePair(String source, String target) {

  /**
   * Checks the codes.
   *
   * @throws IllegalArgumentException if one is not of the form {@code en} or {@code zh-TW}, or both
   *     are equal
   */
  public LanguagePair {
    check(source);
    check(target);
    if (source.equals(target)) {
      throw new IllegalArgumentException("source and target language are both " + source);
    }
  }

  /** The same pair the other way round. */
  public LanguagePair reversed() {
    return new LanguagePair(target, source);
  }

  /** {@code en-zh}, the form of file names and messages. */
  @Override
  public String toString() {
    return source + "-" + target;
  }

  private static void check(String code) {
    if (!code.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      throw new IllegalArgumentException("not a language code: " + code);
    }
  }
}
