package org.amts.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A text in an invented language and its translation into another, with the beads that are right.
 * Words are drawn so that few are frequent and many are rare; each word has one usual translation
 * and sometimes another, some are left out, and their order changes.
 */
final class InventedBook {

  final List<String> source = new ArrayList<>();
  final List<String> target = new ArrayList<>();
  final List<Bead> beads = new ArrayList<>();
  private final Random random;
  private final int words;

  private InventedBook(long seed, int words) {
    random = new Random(seed);
    this.words = words;
  }

  /**
   * Writes a book.
   *
   * @param seed what makes it this book
   * @param sentences about how many source sentences it has
   */
  static InventedBook write(long seed, int sentences) {
    InventedBook book = new InventedBook(seed, 800);
    while (book.source.size() < sentences) {
      book.writeBead();
    }
    return book;
  }

  private void writeBead() {
    int kind = random.nextInt(100);
    if (kind < 74) {
      add(1, 1);
    } else if (kind < 84) {
      add(2, 1);
    } else if (kind < 92) {
      add(1, 2);
    } else if (kind < 94) {
      add(1, 3);
    } else if (kind < 95) {
      add(4, 1);
    } else if (kind < 97) {
      add(1, 0);
    } else {
      add(0, 1);
    }
  }

  /** Adds a bead: one row of words, cut into m source and n target sentences. */
  private void add(int m, int n) {
    int longer = Math.max(Math.max(m, n), 1);
    List<Integer> meaning = new ArrayList<>();
    for (int i = 0; i < longer * (6 + random.nextInt(10)); i++) {
      meaning.add(drawWord());
    }
    beads.add(new Bead(range(source.size(), m), range(target.size(), n), m == 0 || n == 0 ? 0 : 1));
    cut(meaning.stream().map(word -> spell("bdfgklm", word)).toList(), m, source);
    List<String> translated = new ArrayList<>();
    for (int word : meaning) {
      if (random.nextInt(10) > 0) {
        translated.add(spell("prstvzh", random.nextInt(8) == 0 ? word + words : word));
      }
    }
    for (int i = 0; i + 1 < translated.size(); i += 2) {
      if (random.nextBoolean()) {
        Collections.swap(translated, i, i + 1);
      }
    }
    cut(translated, n, target);
  }

  private int drawWord() {
    double rank = Math.pow(words, random.nextDouble());
    return (int) rank - 1;
  }

  private static void cut(List<String> row, int sentences, List<String> text) {
    for (int i = 0; i < sentences; i++) {
      int from = row.size() * i / sentences;
      int to = row.size() * (i + 1) / sentences;
      text.add(String.join(" ", row.subList(from, to)) + ".");
    }
  }

  private static String spell(String consonants, int word) {
    StringBuilder spelt = new StringBuilder();
    int rest = word + 7;
    while (rest > 0) {
      spelt.append(consonants.charAt(rest % consonants.length()));
      rest /= consonants.length();
      spelt.append("aeiou".charAt(rest % 5));
      rest /= 5;
    }
    return spelt.toString();
  }

  private static List<Integer> range(int from, int size) {
    List<Integer> range = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      range.add(from + i);
    }
    return range;
  }
}
