package org.amts.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.amts.document.AtomicFile;
import org.amts.engine.LanguagePair;
import org.amts.translate.Book;
import org.amts.translate.BookSettings;
import org.amts.translate.EvaluationSettings;
import org.amts.translate.FilePattern;
import org.amts.translate.ParallelDataSettings;
import org.amts.translate.TargetSettings;
import org.amts.translate.TargetStyle;

/** A book of a few files, with English sources and Spanish translations, for tests. */
final class SmallBook {

  static final LanguagePair PAIR = new LanguagePair("en", "es");

  final Book book;
  final EchoEngine engine = new EchoEngine();
  FileSteps steps = FileSteps.DISK;

  SmallBook(Path root) {
    this.book =
        new Book(
            root,
            new BookSettings(
                "en",
                List.of(new FilePattern("/en/**/*.md", "/es/**/%original_file_name%")),
                List.of(),
                Map.of("es", TargetSettings.DEFAULT),
                ParallelDataSettings.DEFAULT,
                Map.of(),
                EvaluationSettings.NONE));
    write("en/.keep", "");
  }

  void write(String name, String text) {
    try {
      AtomicFile.write(book.root().resolve(name), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(book.root().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String name) {
    try {
      Files.delete(book.root().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes a file: the only occurrence of a text becomes another one. */
  void change(String name, String from, String to) {
    String text = read(name);
    if (text.indexOf(from) < 0 || text.indexOf(from) != text.lastIndexOf(from)) {
      throw new IllegalArgumentException("not once in " + name + ": " + from);
    }
    write(name, text.replace(from, to));
  }

  Synchronization synchronization() {
    return new Synchronization(book, "es", SourceArchive.EMPTY, new OriginFile(), steps);
  }

  List<AdoptedDocument> adopt() throws IOException {
    return synchronization().adopt();
  }

  SyncPlan plan() throws IOException {
    return synchronization().plan();
  }

  SyncResult sync() throws IOException {
    Synchronization sync = synchronization();
    sync.recover();
    return sync.apply(sync.plan(), TargetStyle.usual("es"), () -> engine, done -> {});
  }

  SyncResult fillUp() throws IOException {
    Synchronization sync = synchronization();
    return sync.apply(sync.planToFillUp(), TargetStyle.usual("es"), () -> engine, done -> {});
  }

  List<LockEntry> entries(String name) throws IOException {
    return LockFile.read(LockFile.of(book)).find("es", name).orElseThrow().entries();
  }

  /** All files but caches, with their contents. */
  Map<String, String> files() throws IOException {
    return files(false);
  }

  /** The copies of older sources. */
  Map<String, String> copies() throws IOException {
    return files(true);
  }

  private Map<String, String> files(boolean copies) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(book.root())) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        String name = book.root().relativize(file).toString().replace('\\', '/');
        if (name.startsWith(".amts/") == copies) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  /** Makes the folder what it was when {@link #files} was called, without caches. */
  void restore(Map<String, String> files) throws IOException {
    List<Path> present = new ArrayList<>();
    try (Stream<Path> all = Files.walk(book.root())) {
      all.sorted(Comparator.reverseOrder())
          .filter(f -> !f.equals(book.root()))
          .forEach(present::add);
    }
    for (Path file : present) {
      Files.delete(file);
    }
    files.forEach(this::write);
  }
}
