package org.amts.translate;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of paths with slashes: {@code **} stands for any folders, also none, {@code *} for any
 * part of a name and {@code ?} for one character. A leading slash means nothing: all paths start at
 * the book's root. Immutable.
 */
final class PathPattern {

  private final Pattern pattern;
  private final boolean hasFolders;

  PathPattern(String glob) {
    StringBuilder regex = new StringBuilder();
    int i = glob.startsWith("/") ? 1 : 0;
    boolean folders = false;
    while (i < glob.length()) {
      char c = glob.charAt(i);
      if (glob.startsWith("**", i)) {
        boolean withSlash = glob.startsWith("**/", i);
        String group = folders ? "(?:.*)" : "(?<folders>.*)";
        regex.append(withSlash ? "(?:" + group + "/)?" : group);
        folders = true;
        i += withSlash ? 3 : 2;
      } else {
        regex.append(
            switch (c) {
              case '*' -> "[^/]*";
              case '?' -> "[^/]";
              default -> Pattern.quote(String.valueOf(c));
            });
        i++;
      }
    }
    this.pattern = Pattern.compile(regex.toString());
    this.hasFolders = folders;
  }

  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  /**
   * What the first {@code **} stands for in a path that matches: empty for no folders, or without
   * {@code **}.
   */
  Optional<String> foldersIn(String path) {
    Matcher matcher = pattern.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(hasFolders ? Objects.requireNonNullElse(matcher.group("folders"), "") : "");
  }
}
