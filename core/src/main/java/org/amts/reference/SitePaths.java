package org.amts.reference;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the documents of an edition are published: {@code /docs/concepts/} for instance. No file of
 * the book says so; it follows from the links with a leading slash, which name many documents
 * behind the same prefix. Immutable.
 */
final class SitePaths {

  /** With fewer documents behind a prefix it may be chance. */
  private static final int FEWEST_DOCUMENTS = 3;

  private final Map<String, DocumentReferences> pages;
  private final String prefix;

  private SitePaths(Map<String, DocumentReferences> pages, String prefix) {
    this.pages = pages;
    this.prefix = prefix;
  }

  /**
   * Finds out.
   *
   * @param edition the edition
   * @param links all links of the book with a leading slash, without anchors
   * @param isSource whether the edition is the source; the paths of translations hold their
   *     language
   */
  static SitePaths of(Edition edition, Set<String> links, boolean isSource) {
    Map<String, DocumentReferences> pages = new HashMap<>();
    edition
        .documents()
        .forEach((file, document) -> pages.put(page(edition.folder(), file), document));
    Map<String, Set<String>> byPrefix = new HashMap<>();
    for (String link : links) {
      String path = trimmed(link);
      for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
        String rest = path.substring(slash + 1);
        if (pages.containsKey(rest)) {
          byPrefix.computeIfAbsent(path.substring(0, slash), key -> new HashSet<>()).add(rest);
        }
      }
    }
    String best = "";
    int most = FEWEST_DOCUMENTS - 1;
    for (Map.Entry<String, Set<String>> prefix : new TreeMap<>(byPrefix).entrySet()) {
      boolean hasLanguage =
          (prefix.getKey() + "/")
              .toLowerCase(Locale.ROOT)
              .contains("/" + edition.language().toLowerCase(Locale.ROOT) + "/");
      if (prefix.getValue().size() > most && (isSource || hasLanguage)) {
        best = prefix.getKey();
        most = prefix.getValue().size();
      }
    }
    return new SitePaths(pages, best);
  }

  /**
   * The part of a link that names a page of this edition, or null if the link leads elsewhere.
   *
   * @param link with a leading slash, without anchor
   */
  @Nullable String pageOf(String link) {
    String path = trimmed(link);
    boolean isHere = !prefix.isEmpty() && path.startsWith(prefix + "/");
    return isHere ? path.substring(prefix.length() + 1) : null;
  }

  /** The document that is published as a page, or null. */
  @Nullable DocumentReferences document(String page) {
    return pages.get(page);
  }

  private static String page(Path folder, Path file) {
    String path = folder.relativize(file).toString().replace('\\', '/');
    int dot = path.lastIndexOf('.');
    String page = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    return page.replaceFirst("(?:^|/)(?:_?index|README)$", "");
  }

  private static String trimmed(String link) {
    String path = link.replaceFirst("\\.(?:html?|md)$", "");
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
