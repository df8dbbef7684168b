package org.amts.translate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A book: a folder with settings. Immutable; lists the files anew at each call.
 *
 * @param root the folder that all paths of the settings start from
 * @param settings what {@code amts.yml} says
 */
public record Book(Path root, BookSettings settings) {

  private static final String CACHE = ".amts";

  /** Makes the root absolute. */
  public Book {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * Opens the book at a settings file.
   *
   * @param settingsFile an {@code amts.yml}, or a folder that holds one
   * @param root the folder that its paths start from; null for the file's own
   * @throws SettingsException if there is none or it is wrong
   */
  public static Book open(Path settingsFile, @Nullable Path root) {
    Path file =
        Files.isDirectory(settingsFile)
            ? settingsFile.resolve(BookSettings.FILE_NAME)
            : settingsFile;
    Path folder = root == null ? file.toAbsolutePath().getParent() : root;
    return new Book(folder == null ? file : folder, BookSettingsReader.read(file));
  }

  /**
   * The folder below the root for what AMTS keeps from run to run and can make anew: {@code .amts}.
   */
  public Path cache() {
    return root.resolve(CACHE);
  }

  /** The same, made if it is missing, with a file that keeps its content out of Git. */
  public Path makeCache() {
    Path ignored = cache().resolve(".gitignore");
    if (!Files.exists(ignored)) {
      try {
        Files.createDirectories(cache());
        Files.writeString(ignored, "*\n");
      } catch (IOException e) {
        return cache(); // who has something to keep there tells why it cannot
      }
    }
    return cache();
  }

  /**
   * The source files and their translations' places, ordered by name.
   *
   * @param language a target language
   * @throws SettingsException if two sources have the same translation, or a folder is missing
   */
  public List<BookDocument> documents(String language) {
    TreeMap<String, BookDocument> byTranslation = new TreeMap<>();
    TreeMap<String, BookDocument> byName = new TreeMap<>();
    for (FilePattern pattern : settings.files()) {
      for (Path file : filesBelow(root.resolve(pattern.baseFolder()).normalize())) {
        String name = relative(file);
        Optional<String> translation =
            isExcluded(name) ? Optional.empty() : pattern.translationOf(name, language);
        if (translation.isEmpty() || byName.containsKey(name)) {
          continue;
        }
        Path target = root.resolve(translation.get()).normalize();
        BookDocument document = new BookDocument(name, file, target, translation.get());
        BookDocument other = byTranslation.put(translation.get(), document);
        if (other != null || target.equals(file)) {
          throw new SettingsException(
              root.resolve(BookSettings.FILE_NAME)
                  + ": "
                  + (other == null ? name : other.name() + " and " + name)
                  + " would be written to "
                  + translation.get());
        }
        byName.put(name, document);
      }
    }
    return List.copyOf(byName.values());
  }

  /** Whether a source file is held out for evaluation. */
  public boolean isHeldOut(String name) {
    return settings.evaluation().heldOut().stream()
        .anyMatch(glob -> new PathPattern(glob).matches(name));
  }

  private boolean isExcluded(String name) {
    return settings.exclude().stream().anyMatch(glob -> new PathPattern(glob).matches(name));
  }

  /** A file's path from the root, with slashes on every system. */
  private String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private List<Path> filesBelow(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new SettingsException(
          root.resolve(BookSettings.FILE_NAME) + ": there is no folder " + folder);
    }
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS), // parts of a book may be linked in
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              // .git, .amts and the like are nobody's chapters.
              boolean hidden =
                  !path.equals(folder) && path.getFileName().toString().startsWith(".");
              return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                files.add(path);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
              if (e instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort(null);
    return files;
  }
}
