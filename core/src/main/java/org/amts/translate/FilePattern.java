package org.amts.translate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files are sources and where their translations lie, in the form that Crowdin's users know:
 * paths from the book's root with {@code *}, {@code **} and {@code ?} in the source, and
 * placeholders in the translation.
 *
 * <ul>
 *   <li>{@code **} stands for any folders, also none; in the translation for the folders that it
 *       matched
 *   <li>{@code %two_letters_code%}: {@code zh}; {@code %locale%}: {@code zh-CN}
 *   <li>{@code %original_path%}: the folder of the source, from the root
 *   <li>{@code %original_file_name%}: {@code intro.md}; {@code %file_name%}: {@code intro}; {@code
 *       %file_extension%}: {@code md}
 * </ul>
 *
 * <p>A path may start with {@code ../}: the translations of a book often live in repositories
 * beside it.
 *
 * @param source pattern of the source files
 * @param translation pattern of the translated files
 */
public record FilePattern(String source, String translation) {

  /**
   * Checks the patterns and takes a leading slash off them.
   *
   * @throws IllegalArgumentException if a source has more than one {@code **}, if a translation has
   *     {@code **} and its source has not, if it does not depend on the source's file name and
   *     language, or if it has an unknown placeholder
   */
  @SuppressWarnings({
    "ConstantValue",
    "RedundantSuppression"
  }) // parts that a file leaves out are null
  public FilePattern {
    if (source == null || translation == null) {
      throw new IllegalArgumentException("each of \"files\" needs a source and a translation");
    }
    source = relative(source);
    translation = relative(translation);
    if (source.indexOf("**") != source.lastIndexOf("**")) {
      throw new IllegalArgumentException("source \"" + source + "\": only one ** is possible");
    }
    if (translation.contains("**") && !source.contains("**")) {
      throw new IllegalArgumentException(
          "translation \"" + translation + "\" has **, but source \"" + source + "\" has not");
    }
    Matcher placeholders = Pattern.compile("%[a-z_]+%").matcher(translation);
    while (placeholders.find()) {
      if (!KNOWN.contains(placeholders.group())) {
        throw new IllegalArgumentException(
            "translation \""
                + translation
                + "\": unknown "
                + placeholders.group()
                + "; known: "
                + KNOWN);
      }
    }
    boolean oneFile = !source.contains("*") && !source.contains("?");
    if (!oneFile && !translation.contains("file_name%")) {
      throw new IllegalArgumentException(
          "translation \""
              + translation
              + "\" needs %original_file_name%, else files overwrite each other");
    }
  }

  private static final String KNOWN =
      "%two_letters_code% %locale% %original_path% %original_file_name% %file_name% %file_extension%";

  /**
   * The folder that holds all sources: the pattern up to its first wildcard; empty for the root.
   */
  public String baseFolder() {
    int wildcard = source.length();
    for (int i = 0; i < source.length(); i++) {
      if (source.charAt(i) == '*' || source.charAt(i) == '?') {
        wildcard = i;
        break;
      }
    }
    int slash = source.lastIndexOf('/', wildcard);
    return slash < 0 ? "" : source.substring(0, slash);
  }

  /**
   * Where the translation of a file lies.
   *
   * @param path the file from the book's root, with slashes
   * @param language target language, BCP 47
   * @return the translation's path from the root, or nothing if the file is not a source of this
   *     pattern
   */
  public Optional<String> translationOf(String path, String language) {
    Optional<String> folders = new PathPattern(source).foldersIn(path);
    if (folders.isEmpty()) {
      return Optional.empty();
    }
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    String file = path.substring(slash + 1);
    int dot = file.lastIndexOf('.');
    String result =
        translation
            .replace("**", folders.get())
            .replace("%two_letters_code%", language.split("-", 2)[0])
            .replace("%locale%", locale(language))
            .replace("%original_path%", folder)
            .replace("%original_file_name%", file)
            .replace("%file_name%", dot < 0 ? file : file.substring(0, dot))
            .replace("%file_extension%", dot < 0 ? "" : file.substring(dot + 1));
    return Optional.of(relative(result.replaceAll("/{2,}", "/")));
  }

  /** {@code zh} becomes {@code zh-CN}; a code with a region stays as it is. */
  private static String locale(String language) {
    if (language.contains("-")) {
      return language;
    }
    return switch (language) {
      case "zh" -> "zh-CN";
      case "en" -> "en-US";
      case "pt" -> "pt-BR";
      case "ja" -> "ja-JP";
      case "ko" -> "ko-KR";
      case "vi" -> "vi-VN";
      default -> language + "-" + language.toUpperCase(Locale.ROOT);
    };
  }

  private static String relative(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
