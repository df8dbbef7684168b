package org.amts.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the word lists beside the classes: a key and its words on each line, # for comments. */
final class WordTable {

  private WordTable() {}

  static Map<String, Set<String>> read(String resource) {
    Map<String, Set<String>> table = new HashMap<>();
    try (InputStream in = WordTable.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          List<String> words = Arrays.asList(line.split(" "));
          table
              .computeIfAbsent(words.get(0), key -> new HashSet<>())
              .addAll(words.subList(1, words.size()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    return table;
  }

  /** The words of a text in lower case; a Chinese character is a word of its own. */
  static Set<String> wordsOf(String text) {
    Set<String> words = new HashSet<>();
    StringBuilder word = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              boolean alone = Character.isIdeographic(character);
              if (alone || !Character.isLetter(character)) {
                words.add(word.toString());
                word.setLength(0);
              }
              if (alone) {
                words.add(Character.toString(character));
              } else if (Character.isLetter(character)) {
                word.appendCodePoint(Character.toLowerCase(character));
              }
            });
    words.add(word.toString());
    return words;
  }
}
