package org.amts.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * White space as sacreBLEU understands it, which is Python's: with the no-break spaces and the
 * separators U+001C to U+001F, unlike {@link String#strip()}.
 */
final class Words {

  private Words() {}

  /** The words of a text, without white space. */
  static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < text.length(); i++) {
      if (isSpace(text.charAt(i))) {
        if (start >= 0) {
          words.add(text.substring(start, i));
          start = -1;
        }
      } else if (start < 0) {
        start = i;
      }
    }
    if (start >= 0) {
      words.add(text.substring(start));
    }
    return words;
  }

  static String stripTrailing(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  static String strip(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return stripTrailing(text.substring(start));
  }

  /** The code points of a text that are not white space. */
  static int[] characters(String text) {
    return text.codePoints().filter(character -> !isSpace(character)).toArray();
  }

  /** All white space lies in the basic plane, so a UTF-16 code unit serves as well. */
  static boolean isSpace(int character) {
    return Character.isSpaceChar(character)
        || (character >= '\t' && character <= '\r')
        || (character >= 0x1C && character <= 0x1F)
        || character == 0x85;
  }

  /**
   * Words as numbers: equal words get equal numbers, also between calls with the same map.
   *
   * @param numbers grows by the words that are new to it
   */
  static int[] number(List<String> words, Map<String, Integer> numbers) {
    int[] numbered = new int[words.size()];
    for (int i = 0; i < numbered.length; i++) {
      numbered[i] = numbers.computeIfAbsent(words.get(i), word -> numbers.size());
    }
    return numbered;
  }

  /** A map for {@link #number}. */
  static Map<String, Integer> newNumbers() {
    return new HashMap<>();
  }
}
