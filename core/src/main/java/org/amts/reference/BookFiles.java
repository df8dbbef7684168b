package org.amts.reference;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file that a link of a book means. Builders differ in what they add to a path, so all
 * that is usual is tried. Remembers what exists; safe for use by many threads.
 */
final class BookFiles {

  private static final List<String> EXTENSIONS =
      List.of(".md", ".mdx", ".ipynb", ".html", ".rst", ".qmd", ".Rmd");

  private static final List<String> INDEX_FILES =
      List.of("index.md", "_index.md", "README.md", "index.mdx", "index.html", "index.ipynb");

  private static final List<String> PUBLISHED_FOLDERS = List.of("", "static", "public", "docs");

  private final Path root;
  private final Map<Path, Boolean> existing = new ConcurrentHashMap<>();

  /**
   * @param root the book's root
   */
  BookFiles(Path root) {
    this.root = root;
  }

  /**
   * Where a path may lead, best guess first; none if it is no path.
   *
   * @param from the file with the link
   * @param folder the folder of its edition, which paths with a leading slash may start from
   * @param path with slashes; relative, or with a leading slash
   */
  List<Path> candidates(Path from, Path folder, String path) {
    List<Path> starts = new ArrayList<>();
    String relative = path;
    if (path.startsWith("/")) {
      relative = path.replaceFirst("^/+", "");
      for (Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
        for (String published : PUBLISHED_FOLDERS) {
          starts.add(at.resolve(published));
        }
      }
    } else {
      starts.add(from.resolveSibling(""));
      if (path.lastIndexOf('.') <= path.lastIndexOf('/')) {
        // A page x.md may be served as x/, and links count from there.
        starts.add(from.resolveSibling(stem(from.getFileName().toString())));
      }
    }
    Set<Path> candidates = new LinkedHashSet<>();
    for (Path start : starts) {
      try {
        candidates.add(start.resolve(relative).normalize());
      } catch (InvalidPathException e) {
        return List.of();
      }
    }
    return List.copyOf(candidates);
  }

  /** The file or folder that a candidate means, or null if there is none. */
  @Nullable Path find(Path candidate) {
    for (Path form : forms(candidate)) {
      if (exists(form)) {
        return form;
      }
    }
    return exists(candidate) ? candidate : null;
  }

  /** The files that a candidate may mean. */
  List<Path> forms(Path candidate) {
    List<Path> forms = new ArrayList<>();
    Path last = candidate.getFileName();
    String name = last == null ? "" : last.toString();
    if (exists(candidate) && !Files.isDirectory(candidate)) {
      forms.add(candidate);
    }
    for (String index : INDEX_FILES) {
      forms.add(candidate.resolve(index));
    }
    if (!name.isEmpty()) {
      for (String extension : EXTENSIONS) {
        forms.add(candidate.resolveSibling(name + extension));
      }
      if (name.matches(".*\\.(?:html?|ipynb|md)")) {
        for (String extension : EXTENSIONS) {
          forms.add(candidate.resolveSibling(stem(name) + extension));
        }
      }
    }
    return forms;
  }

  /** The highest folder above a missing file that is missing, too; null if its folder exists. */
  @Nullable Path absentFolder(Path missing) {
    Path absent = null;
    for (Path at = missing.getParent(); at != null && !exists(at); at = at.getParent()) {
      absent = at;
    }
    return absent;
  }

  private boolean exists(Path path) {
    return existing.computeIfAbsent(path, Files::exists);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}
