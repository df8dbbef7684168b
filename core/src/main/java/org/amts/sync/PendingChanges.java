package org.amts.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.amts.document.AtomicFile;
import org.amts.translate.Book;

/**
 * Changes many files of a book as if at once. All new contents are first laid down in {@code
 * .amts/sync}; a list of them, written as one file, is the decision; then the files are replaced
 * one by one, and the lock file last. A run that is killed before the decision has changed nothing;
 * after it, {@link #finish} does what is left, however often it is killed itself.
 *
 * <p>A file that somebody else changed after the plan was made stays as it is, and so does its
 * section of the lock file.
 */
final class PendingChanges {

  private static final String HEADER = "amts pending-changes 1";
  private static final String NOTHING = "-";
  private static final String WRITE = "write";
  private static final String DELETE = "delete";
  private static final String FORGET = "forget";

  private final Book book;
  private final FileSteps steps;
  private final Path folder;
  private final Path list;
  private final Path sections;
  private final List<String> lines = new ArrayList<>(List.of(HEADER));
  private final List<LockedDocument> changedSections = new ArrayList<>();

  PendingChanges(Book book, FileSteps steps) {
    this.book = book;
    this.steps = steps;
    this.folder = book.cache().resolve("sync");
    this.list = folder.resolve("pending");
    this.sections = folder.resolve("pending.lock");
  }

  /**
   * Lays down a new content.
   *
   * @param name of the file, from the book's root
   * @param expected {@link ContentId} of the file as the plan saw it; empty if it did not exist
   */
  void write(String name, String expected, byte[] content) throws IOException {
    String id = ContentId.of(content);
    steps.write(folder.resolve(id), content);
    lines.add(
        WRITE
            + " "
            + (expected.isEmpty() ? NOTHING : expected)
            + " "
            + id
            + " "
            + LockFileFormat.escaped(name));
  }

  /** Notes a file to delete, unless it is not as the plan saw it. */
  void delete(String name, String expected) {
    lines.add(DELETE + " " + expected + " " + NOTHING + " " + LockFileFormat.escaped(name));
  }

  /** Notes a section to write into the lock file. */
  void lock(LockedDocument section) {
    changedSections.add(section);
  }

  /** Notes a section to take out of the lock file. */
  void forget(String language, String name) {
    lines.add(FORGET + " " + language + " " + NOTHING + " " + LockFileFormat.escaped(name));
  }

  /** Decides: from here on the changes will happen, even if the process ends. */
  void decide() throws IOException {
    steps.write(
        sections, LockFile.EMPTY.with(changedSections).toString().getBytes(StandardCharsets.UTF_8));
    String text = String.join("\n", lines) + "\n";
    steps.write(list, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Does what has been decided and is not done yet.
   *
   * @return names of files that somebody else has changed meanwhile, which are left as they are
   */
  List<String> finish() throws IOException {
    if (!Files.exists(list)) {
      clear();
      return List.of();
    }
    List<String> pending = Files.readString(list, StandardCharsets.UTF_8).lines().toList();
    if (pending.isEmpty() || !pending.get(0).equals(HEADER)) {
      throw new LockFileException(
          list + ":1: not of this version of AMTS; finish with that version, or delete the file");
    }
    List<String> refused = new ArrayList<>();
    List<String[]> forgotten = new ArrayList<>();
    for (String line : pending.subList(1, pending.size())) {
      String[] fields = line.split(" ", 4);
      fields[3] = LockFileFormat.unescaped(fields[3]);
      if (fields[0].equals(FORGET)) {
        forgotten.add(fields);
      } else if (!change(fields)) {
        refused.add(fields[3]);
      }
    }
    updateLock(refused, forgotten);
    List<Path> replaced = new ArrayList<>(List.of(LockFile.of(book)));
    for (String line : pending.subList(1, pending.size())) {
      replaced.add(book.root().resolve(LockFileFormat.unescaped(line.split(" ", 4)[3])));
    }
    removeLeftovers(replaced);
    steps.delete(list);
    clear();
    return refused;
  }

  /** Changes a file, or finds that it is done; false if the file is neither old nor new. */
  private boolean change(String[] fields) throws IOException {
    Path file = book.root().resolve(fields[3]).normalize();
    String now = Files.isRegularFile(file) ? ContentId.of(Files.readAllBytes(file)) : NOTHING;
    if (now.equals(fields[2])) {
      return true;
    }
    if (!now.equals(fields[1])) {
      return false;
    }
    if (fields[0].equals(DELETE)) {
      steps.delete(file);
    } else {
      steps.write(file, Files.readAllBytes(folder.resolve(fields[2])));
    }
    return true;
  }

  private void updateLock(List<String> refused, List<String[]> forgotten) throws IOException {
    Path file = LockFile.of(book);
    Set<String> left = new HashSet<>(refused);
    LockFile lock = LockFile.read(file);
    List<LockedDocument> changed = new ArrayList<>();
    for (LockedDocument section : LockFile.read(sections).documents()) {
      boolean isKnown = lock.find(section.language(), section.name()).equals(Optional.of(section));
      if (!isKnown && !left.contains(section.targetName())) {
        changed.add(section);
      }
    }
    boolean anyForgotten = false;
    for (String[] fields : forgotten) {
      anyForgotten |= lock.find(fields[1], fields[3]).isPresent();
      lock = lock.without(fields[1], fields[3]);
    }
    if (!changed.isEmpty() || anyForgotten || !Files.exists(file)) {
      steps.write(file, lock.with(changed).toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Removes what a process that was killed while it replaced files has left beside them. */
  private static void removeLeftovers(List<Path> files) throws IOException {
    Map<Path, Set<String>> names = new HashMap<>();
    for (Path file : files) {
      Path normal = file.normalize();
      names
          .computeIfAbsent(normal.getParent(), folder -> new HashSet<>())
          .add(normal.getFileName().toString());
    }
    for (Map.Entry<Path, Set<String>> each : names.entrySet()) {
      if (Files.isDirectory(each.getKey())) {
        List<Path> leftovers;
        try (Stream<Path> all = Files.list(each.getKey())) {
          leftovers =
              all.filter(path -> each.getValue().contains(AtomicFile.replaces(path))).toList();
        }
        for (Path leftover : leftovers) {
          Files.deleteIfExists(leftover);
        }
      }
    }
  }

  /** Removes what was laid down; only after the list is gone. */
  private void clear() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(path -> !path.equals(answers(book))).sorted().toList();
    }
    for (Path path : files) {
      steps.delete(path);
    }
  }

  /** Where the engine's answers of a run that was stopped are kept. */
  static Path answers(Book book) {
    return book.cache().resolve("sync/answers");
  }
}
