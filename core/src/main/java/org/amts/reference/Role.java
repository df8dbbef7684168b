package org.amts.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A role of d2lbook, reStructuredText or MyST: {@code :numref:`fig_a`}, {@code {ref}`text <a>`}.
 *
 * @param name lower case, without its domain: {@code ref} for {@code std:ref}
 * @param content what stands between the backticks
 */
record Role(String name, String content) {

  private static final Pattern ROLE =
      Pattern.compile("(?::([\\w+.:-]+):|\\{([\\w+.:-]+)\\})(`+)((?s:.*?))\\3");

  private static final Pattern WITH_TEXT = Pattern.compile("(?s).*<([^<>]*)>\\s*");

  private static final Set<String> DEFINING = Set.of("label", "eqlabel");
  private static final Set<String> LABELS = Set.of("ref", "numref", "eqref", "eq", "math:numref");
  private static final Set<String> FILES = Set.of("doc", "download");

  /** Pages that Sphinx itself makes. */
  private static final Set<String> MADE_BY_SPHINX = Set.of("genindex", "modindex", "search");

  /** Reads a role; nothing if {@code text} is none. */
  static Optional<Role> of(String text) {
    Matcher role = ROLE.matcher(text);
    if (!role.matches()) {
      return Optional.empty();
    }
    String name = (role.group(1) == null ? role.group(2) : role.group(1)).toLowerCase(Locale.ROOT);
    String plain = name.startsWith("std:") ? name.substring("std:".length()) : name;
    return Optional.of(new Role(plain, role.group(4).strip()));
  }

  /** Whether it gives a label to what stands before it. */
  boolean isDefinition() {
    return DEFINING.contains(name);
  }

  /** To what it refers; nothing if it does not. */
  Optional<ReferenceKind> kind() {
    if (content.startsWith("!")) {
      return Optional.empty();
    }
    if (LABELS.contains(name) || name.endsWith(":ref") && !name.startsWith("external")) {
      return MADE_BY_SPHINX.contains(content) ? Optional.empty() : Optional.of(ReferenceKind.LABEL);
    }
    if (name.startsWith("cite") || name.startsWith("footcite")) {
      return Optional.of(ReferenceKind.CITATION);
    }
    return FILES.contains(name) ? Optional.of(ReferenceKind.LINK) : Optional.empty();
  }

  /** What it names: one label or file, or several keys. */
  List<String> targets() {
    Matcher withText = WITH_TEXT.matcher(content);
    String target = withText.matches() ? withText.group(1).strip() : content;
    if (kind().orElse(null) != ReferenceKind.CITATION) {
      return List.of(target);
    }
    return Stream.of(target.split(",")).map(String::strip).filter(key -> !key.isEmpty()).toList();
  }
}
