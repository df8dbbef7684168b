package org.amts.server.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces profane words by {@value #MASK}, as Amazon Translate does. Immutable. */
final class ProfanityMask {

  static final String MASK = "?$#@$";

  private static final Map<String, Optional<ProfanityMask>> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final Pattern words;

  private ProfanityMask(Pattern words) {
    this.words = words;
  }

  /** The mask of a language; empty if there is no list of words for it. */
  static Optional<ProfanityMask> forLanguage(String language) {
    return BY_LANGUAGE.computeIfAbsent(language, ProfanityMask::load);
  }

  String apply(String text) {
    return words.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
  }

  private static Optional<ProfanityMask> load(String language) {
    try (InputStream file =
        ProfanityMask.class.getResourceAsStream("profanity-" + language + ".txt")) {
      if (file == null) {
        return Optional.empty();
      }
      String words =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Pattern::quote)
              .collect(Collectors.joining("|"));
      // Chinese has no spaces between words.
      String bound = language.startsWith("zh") ? "" : "\\b";
      return Optional.of(
          new ProfanityMask(
              Pattern.compile(
                  bound + "(?:" + words + ")" + bound,
                  Pattern.CASE_INSENSITIVE
                      | Pattern.UNICODE_CASE
                      | Pattern.UNICODE_CHARACTER_CLASS)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
