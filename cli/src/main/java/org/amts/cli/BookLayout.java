package org.amts.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the folder of a book is laid out, found by looking: folders named after languages ({@code
 * docs/en}, {@code content/zh}), Docusaurus' {@code i18n} folder, or files with the language in
 * their names ({@code intro.zh.md}).
 *
 * @param source pattern of the sources
 * @param translation pattern of the translations
 * @param extensions extensions of the documents, in order of their number
 * @param languages target languages that there are translations for
 * @param isGuess whether nothing was found and this is only the most usual layout
 */
record BookLayout(
    String source,
    String translation,
    List<String> extensions,
    List<String> languages,
    boolean isGuess) {

  private static final Set<String> EXTENSIONS =
      Set.of("md", "markdown", "ipynb", "html", "htm", "txt");

  /** Looking at more files would not tell more. */
  private static final int MOST_FILES = 20_000;

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private static final Pattern LANGUAGE_IN_NAME =
      Pattern.compile("(.+)\\.([a-z]{2})\\.(" + String.join("|", EXTENSIONS) + ")");

  /**
   * Looks at a folder.
   *
   * @param root the book's folder
   * @param language the book's own language
   */
  static BookLayout of(Path root, String language) throws IOException {
    List<Path> files = documents(root);
    TreeMap<String, Integer> extensions = new TreeMap<>();
    TreeMap<String, TreeSet<String>> languagesByParent = new TreeMap<>();
    TreeSet<String> languagesInNames = new TreeSet<>();
    TreeSet<String> docusaurus = new TreeSet<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      extensions.merge(name.substring(name.lastIndexOf('.') + 1), -1, Integer::sum);
      Matcher inName = LANGUAGE_IN_NAME.matcher(name);
      if (inName.matches() && LANGUAGES.contains(inName.group(2))) {
        languagesInNames.add(inName.group(2));
      }
      for (int i = 0; i + 1 < file.getNameCount(); i++) {
        String folder = file.getName(i).toString();
        String parent = i == 0 ? "" : file.subpath(0, i).toString().replace('\\', '/') + "/";
        if (parent.equals("i18n/")) {
          docusaurus.add(folder.split("-", 2)[0]);
        } else if (LANGUAGES.contains(folder)) {
          languagesByParent.computeIfAbsent(parent, key -> new TreeSet<>()).add(folder);
        }
      }
    }
    List<String> byCount = new ArrayList<>(extensions.keySet());
    byCount.sort((a, b) -> Integer.compare(extensions.get(a), extensions.get(b)));
    if (byCount.isEmpty()) {
      byCount.add("md");
    }
    for (var entry : languagesByParent.entrySet()) {
      if (entry.getValue().remove(language)) {
        String parent = "/" + entry.getKey();
        return new BookLayout(
            parent + language + "/**/*",
            parent + "%two_letters_code%/**/%original_file_name%",
            byCount,
            List.copyOf(entry.getValue()),
            false);
      }
    }
    if (!docusaurus.isEmpty()) {
      return new BookLayout(
          "/docs/**/*",
          "/i18n/%two_letters_code%/docusaurus-plugin-content-docs/current/**/%original_file_name%",
          byCount,
          List.copyOf(docusaurus),
          false);
    }
    languagesInNames.remove(language);
    if (!languagesInNames.isEmpty()) {
      return new BookLayout(
          "/**/*",
          "/**/%file_name%.%two_letters_code%.%file_extension%",
          byCount,
          List.copyOf(languagesInNames),
          false);
    }
    return new BookLayout(
        "/" + language + "/**/*",
        "/%two_letters_code%/**/%original_file_name%",
        byCount,
        List.of(),
        true);
  }

  /**
   * Whether translations lie beside their sources, so that they must be excluded from the sources.
   */
  boolean isSideBySide() {
    return translation.contains("%file_name%.%two_letters_code%");
  }

  private static List<Path> documents(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean skipped =
                !folder.equals(root) && (name.startsWith(".") || name.equals("node_modules"));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1))) {
              files.add(root.relativize(file));
            }
            return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }
        });
    return files;
  }
}
