package org.amts.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Short texts that translators leave as they are wherever they stand: the name of a product in a
 * heading, the link to a forum at the end of each chapter. A text that is left once may have been
 * forgotten; one that is left again and again, and hardly ever translated, is a convention of the
 * book. Only short ones with a capital count, since whole sentences are forgotten together.
 * Immutable.
 */
final class LeftAsIs {

  /** Nothing is left. */
  static final LeftAsIs NONE = new LeftAsIs(Set.of());

  private static final int LEAST_TIMES = 5;
  private static final int MOST_WORDS = 3;

  /** So many times as often as it is translated, a text must be left. */
  private static final int RATIO = 20;

  private final Set<String> texts;

  private LeftAsIs(Set<String> texts) {
    this.texts = texts;
  }

  /** What pairs show. */
  static LeftAsIs of(List<ParallelPair> pairs) {
    Map<String, Integer> left = new HashMap<>();
    Map<String, Integer> translated = new HashMap<>();
    for (ParallelPair pair : pairs) {
      String words = words(pair.source());
      if (isShortName(words)) {
        (words.equals(words(pair.target())) ? left : translated).merge(words, 1, Integer::sum);
      }
    }
    left.entrySet()
        .removeIf(
            text ->
                text.getValue() < LEAST_TIMES
                    || text.getValue() < RATIO * translated.getOrDefault(text.getKey(), 0));
    return new LeftAsIs(left.keySet());
  }

  /**
   * What a pair that has such a text on both sides shares with its like: the words, whatever code
   * or addresses stand between them. Empty for any other pair.
   */
  Optional<String> wordsLeft(ParallelPair pair) {
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    String words = words(pair.source());
    return texts.contains(words) && words.equals(words(pair.target()))
        ? Optional.of(words)
        : Optional.empty();
  }

  private static String words(String text) {
    return ProtectedSpans.removedFrom(text).strip().replaceAll("\\s+", " ");
  }

  private static boolean isShortName(String words) {
    return words.codePoints().filter(Character::isLetter).limit(1).anyMatch(Character::isUpperCase)
        && words.split(" ").length <= MOST_WORDS;
  }
}
