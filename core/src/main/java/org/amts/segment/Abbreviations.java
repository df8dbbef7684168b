package org.amts.segment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of a language whose full stop does not end a sentence, and the words that begin
 * sentences. Read from the text files beside this class: one for all languages and one for each
 * that has its own; a language without files gets the English ones. Immutable.
 */
final class Abbreviations {

  /** When the sentence goes on after an abbreviation's full stop. */
  enum Continues {
    /** Whatever follows. */
    ALWAYS,
    /** If a number or a placeholder follows. */
    BEFORE_NUMBER,
    /** If no capital letter follows. */
    UNLESS_CAPITAL
  }

  private static final Map<String, Abbreviations> CACHE = new ConcurrentHashMap<>();

  private final Map<String, Continues> words = new HashMap<>();
  private final Set<String> starters = new HashSet<>();

  private Abbreviations(String language) {
    String own =
        Abbreviations.class.getResource(file("abbreviations", language)) == null ? "en" : language;
    readWords("abbreviations.txt");
    readWords(file("abbreviations", own));
    starters.addAll(lines(file("sentence-starters", own)));
  }

  /**
   * The abbreviations of a language.
   *
   * @param language BCP 47 code; only its first part counts
   */
  static Abbreviations of(String language) {
    String primary = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return CACHE.computeIfAbsent(primary, Abbreviations::new);
  }

  /**
   * How a full stop after a word is to be read; null if the word is no abbreviation.
   *
   * @param word without the full stop at its end, in upper or lower case
   */
  @Nullable Continues find(String word) {
    return words.get(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word, written with a capital letter, most likely begins a sentence. */
  boolean isSentenceStarter(String word) {
    return starters.contains(word);
  }

  private void readWords(String file) {
    for (String line : lines(file)) {
      String[] fields = line.split(" ", 2);
      words.put(fields[0], fields.length == 1 ? Continues.ALWAYS : continues(file, fields[1]));
    }
  }

  private static Continues continues(String file, String keyword) {
    return switch (keyword) {
      case "number" -> Continues.BEFORE_NUMBER;
      case "unless-capital" -> Continues.UNLESS_CAPITAL;
      default -> throw new IllegalStateException(file + ": unknown keyword: " + keyword);
    };
  }

  private static String file(String name, String language) {
    return name + "-" + language + ".txt";
  }

  private static List<String> lines(String file) {
    try (InputStream in = Abbreviations.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
