package org.amts.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.amts.document.AtomicFile;
import org.amts.translate.Book;

/**
 * The lock file of a book, {@value #FILE_NAME} at its root: see the package's description. A value:
 * changes give a new one, {@link #write} puts it on disk. Immutable.
 *
 * <pre>{@code
 * LockFile lock = LockFile.read(LockFile.of(book));
 * lock.find("zh", "en/intro.md").map(section -> section.map(LockEntry::approved));
 * }</pre>
 */
public final class LockFile {

  /** Its name. */
  public static final String FILE_NAME = "amts.lock";

  /** A lock without sections. */
  public static final LockFile EMPTY = new LockFile(new TreeMap<>());

  private record Key(String language, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byLanguage = language.compareTo(other.language);
      return byLanguage != 0 ? byLanguage : name.compareTo(other.name);
    }
  }

  private final TreeMap<Key, LockedDocument> sections;

  private LockFile(TreeMap<Key, LockedDocument> sections) {
    this.sections = sections;
  }

  /** Where the lock of a book lies. */
  public static Path of(Book book) {
    return book.root().resolve(FILE_NAME);
  }

  /**
   * Reads a lock file.
   *
   * @param file the file; if there is none, the lock is empty
   * @throws LockFileException if it is not a lock file of this version; the message says where and
   *     what to do
   */
  public static LockFile read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return EMPTY;
    }
    return EMPTY.with(
        new LockFileReader(file.toString()).read(Files.readString(file, StandardCharsets.UTF_8)));
  }

  /** Replaces the file as a whole. */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A document's section, if there is one. */
  public Optional<LockedDocument> find(String language, String name) {
    return Optional.ofNullable(sections.get(new Key(language, name)));
  }

  /** The sections of one language, by name. */
  public List<LockedDocument> documents(String language) {
    return sections.values().stream().filter(s -> s.language().equals(language)).toList();
  }

  /** All sections in the order of the file. */
  public Collection<LockedDocument> documents() {
    return List.copyOf(sections.values());
  }

  /** The same with sections put in or replaced. */
  public LockFile with(Collection<LockedDocument> changed) {
    TreeMap<Key, LockedDocument> copy = new TreeMap<>(sections);
    changed.forEach(section -> copy.put(new Key(section.language(), section.name()), section));
    return new LockFile(copy);
  }

  /** The same without a section. */
  public LockFile without(String language, String name) {
    TreeMap<Key, LockedDocument> copy = new TreeMap<>(sections);
    copy.remove(new Key(language, name));
    return new LockFile(copy);
  }

  /** The characters of the file. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(LockFileReader.HEADER).append('\n');
    for (Map.Entry<Key, LockedDocument> section : sections.entrySet()) {
      LockFileFormat.append(section.getValue(), out.append('\n'));
    }
    return out.toString();
  }
}
