package org.amts.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amts.document.DocumentFormats;
import org.jspecify.annotations.Nullable;

/**
 * The book in one language, as far as it exists: its documents, and other documents beside them,
 * which may hold labels. Immutable.
 */
final class Edition {

  private static final Set<String> NOT_WRITTEN_BY_PEOPLE = Set.of("node_modules", "_build");

  private final String language;
  private final Path folder;
  private final Map<Path, DocumentReferences> documents;
  private final Map<Path, DocumentReferences> others;
  private final List<DocumentReferences> contents;
  private final Set<String> bibliography;
  private final Map<String, DocumentReferences> labels = new HashMap<>();

  private Edition(
      String language,
      Path folder,
      Map<Path, DocumentReferences> documents,
      Map<Path, DocumentReferences> others,
      List<DocumentReferences> contents,
      Set<String> bibliography) {
    this.language = language;
    this.folder = folder;
    this.documents = documents;
    this.others = others;
    this.contents = contents;
    this.bibliography = bibliography;
    for (Map<Path, DocumentReferences> part : List.of(documents, others)) {
      for (DocumentReferences document : part.values()) {
        document.labels().keySet().forEach(label -> labels.putIfAbsent(label, document));
      }
    }
  }

  /**
   * Reads an edition.
   *
   * @param language its language
   * @param root the book's root; names start there
   * @param places where its documents lie, or would lie if they existed
   * @param claimed the files that are documents of some language, which an edition does not find
   *     beside its own
   * @param last the folder above which no table of contents and no bibliography belongs to it alone
   */
  static Edition read(String language, Path root, List<Path> places, Set<Path> claimed, Path last) {
    Path folder = commonFolder(places, root);
    try {
      Map<Path, DocumentReferences> documents = readAll(places, root);
      Map<Path, DocumentReferences> others = readAll(filesBeside(folder, claimed), root);
      List<Path> above = foldersUpTo(folder, last);
      List<DocumentReferences> contents = new ArrayList<>();
      for (Path each : above) {
        contents.addAll(ContentsFile.in(each, root));
      }
      Set<String> bibliography = Bibliography.keys(foldersUpTo(folder, root));
      return new Edition(language, folder, documents, others, contents, bibliography);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String language() {
    return language;
  }

  /** The folder that holds all its documents. */
  Path folder() {
    return folder;
  }

  /** Its documents, by file. */
  Map<Path, DocumentReferences> documents() {
    return documents;
  }

  /** Tables of contents that are no documents. */
  List<DocumentReferences> contents() {
    return contents;
  }

  /** The keys that can be cited; none if there is no bibliography at hand. */
  Set<String> bibliography() {
    return bibliography;
  }

  /** The document that defines a label, or null. */
  @Nullable DocumentReferences defining(String label) {
    return labels.get(ReferenceReader.normalized(label));
  }

  /** A document of this edition or beside it, or null. */
  @Nullable DocumentReferences at(Path file) {
    DocumentReferences found = documents.get(file);
    return found == null ? others.get(file) : found;
  }

  /** The deepest folder that holds all of some files. */
  static Path commonFolder(List<Path> files, Path root) {
    Path common = files.isEmpty() ? root : files.get(0).getParent();
    for (Path file : files) {
      while (!file.startsWith(common)) {
        common = common.getParent();
      }
    }
    return common;
  }

  /** A folder and those above it, down to {@code last}; only the folder itself if that is none. */
  private static List<Path> foldersUpTo(Path folder, Path last) {
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      folders.add(folder);
    }
    if (folder.startsWith(last)) {
      for (Path at = folder; !at.equals(last); ) {
        at = at.getParent();
        folders.add(at);
      }
    }
    return folders;
  }

  private static Map<Path, DocumentReferences> readAll(List<Path> files, Path root) {
    List<DocumentReferences> read =
        files.parallelStream().filter(Files::isRegularFile).map(file -> read(file, root)).toList();
    Map<Path, DocumentReferences> byFile = new LinkedHashMap<>();
    read.forEach(document -> byFile.put(document.file(), document));
    return byFile;
  }

  /** Reads one document. */
  static DocumentReferences read(Path file, Path root) {
    String name = root.relativize(file).toString().replace('\\', '/');
    try {
      return ReferenceReader.read(DocumentFormats.parse(name, Files.readAllBytes(file)), file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> filesBeside(Path folder, Set<Path> claimed) throws IOException {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            String name = String.valueOf(path.getFileName());
            boolean isLeftOut =
                !path.equals(folder)
                    && (name.startsWith(".") || NOT_WRITTEN_BY_PEOPLE.contains(name));
            return isLeftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (!claimed.contains(path)
                && DocumentFormats.forFileName(path.getFileName().toString()).isPresent()) {
              files.add(path);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) {
            return FileVisitResult.CONTINUE; // it is no document of the book
          }
        });
    files.sort(null);
    return files;
  }
}
