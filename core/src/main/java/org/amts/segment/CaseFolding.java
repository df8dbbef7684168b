package org.amts.segment;

/** Lower case without a locale, character by character, so that lengths stay. */
public final class CaseFolding {

  private CaseFolding() {}

  /**
   * The character that all cases of a character have in common. By way of upper case, for some
   * letters have two lower-case forms: {@code σ} and {@code ς}.
   */
  public static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
