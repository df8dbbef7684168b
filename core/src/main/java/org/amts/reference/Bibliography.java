package org.amts.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys of the BibTeX files that lie near a book. */
final class Bibliography {

  private static final Pattern ENTRY = Pattern.compile("@\\w+\\s*[{(]\\s*([^,\\s{}]+)\\s*,");

  private Bibliography() {}

  /**
   * The keys of all {@code .bib} files in some folders and the folders in them; none means that
   * there is no bibliography to check against.
   */
  static Set<String> keys(List<Path> folders) throws IOException {
    Set<String> keys = new HashSet<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder, 2)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          if (file.toString().endsWith(".bib") && Files.isRegularFile(file)) {
            // Old bibliographies are in Latin 1; keys are ASCII in either.
            Matcher entry =
                ENTRY.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            while (entry.find()) {
              keys.add(entry.group(1));
            }
          }
        }
      }
    }
    return keys;
  }
}
