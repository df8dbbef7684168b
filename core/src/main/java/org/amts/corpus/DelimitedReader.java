package org.amts.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV and TSV. The first line has the language codes, the source's first. A record is a line,
 * for in Amazon Translate's files a field cannot span lines; so a quote that is not closed spoils
 * its own line and no other. (A general CSV parser would run on to the next quote.)
 */
final class DelimitedReader {

  private final char separator;
  private final RecordSink sink;

  DelimitedReader(char separator, RecordSink sink) {
    this.separator = separator;
    this.sink = sink;
  }

  void read(InputStream in) throws IOException {
    Utf8Lines lines = new Utf8Lines(in);
    List<String> languages = List.of();
    while (!sink.isUnreadable()) {
      String line = nextLine(lines);
      if (line == null) {
        break;
      }
      if (lines.number() == 1) {
        languages = header(line);
      } else {
        record(line, lines.number(), languages);
      }
    }
    if (lines.number() == 0) {
      sink.unreadable(0, "the file is empty; its first line must have the language codes");
    }
  }

  private @Nullable String nextLine(Utf8Lines lines) throws IOException {
    try {
      return lines.next();
    } catch (CharacterCodingException e) {
      sink.unreadable(lines.number(), "not UTF-8; save the file in UTF-8 and import it again");
      return null;
    }
  }

  private List<String> header(String line) {
    List<String> languages = List.of();
    try {
      languages = DelimitedLine.fields(line, separator).stream().map(String::strip).toList();
    } catch (DelimitedLine.QuoteException e) {
      sink.unreadable(1, e.getMessage());
      return languages;
    }
    Set<String> different = new HashSet<>();
    for (String language : languages) {
      if (!LanguageCode.isValid(language) || !different.add(language.toLowerCase(Locale.ROOT))) {
        sink.unreadable(
            1,
            "the first line must have the language codes, each once, but has \"" + language + "\"");
        return languages;
      }
    }
    if (languages.size() < 2) {
      sink.unreadable(
          1, "the first line must have two language codes or more, separated by " + name());
      return languages;
    }
    sink.sourceLanguage(languages.get(0));
    languages.subList(1, languages.size()).forEach(sink::targetLanguage);
    return languages;
  }

  private void record(String line, int number, List<String> languages) {
    if (line.isBlank()) {
      sink.skip(number, "the line is empty");
      return;
    }
    List<String> fields;
    try {
      fields = DelimitedLine.fields(line, separator);
    } catch (DelimitedLine.QuoteException e) {
      sink.fail(number, e.getMessage());
      return;
    }
    if (fields.size() != languages.size()) {
      sink.fail(
          number,
          "%d fields for %d languages; a field with a %s must stand in double quotes"
              .formatted(fields.size(), languages.size(), name()));
      return;
    }
    String source = fields.get(0);
    Optional<String> bad = sink.whyNotAField(source);
    if (bad.isPresent()) {
      sink.fail(number, "the source " + bad.get());
      return;
    }
    if (!sink.takesSource(number, source)) {
      return;
    }
    for (int i = 1; i < fields.size(); i++) {
      target(number, languages.get(i), source, fields.get(i));
    }
  }

  private void target(int number, String language, String source, String target) {
    sink.whyNotAField(target)
        .ifPresentOrElse(
            why -> sink.fail(number, "the target (" + language + ") " + why),
            () -> sink.target(number, language, source, target, ""));
  }

  private String name() {
    return separator == ',' ? "comma" : "tab";
  }
}
