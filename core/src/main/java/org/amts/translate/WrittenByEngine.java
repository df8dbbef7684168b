package org.amts.translate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Remembers which segments of the translations an engine wrote, so that they are never taken for
 * people's: they do not become parallel data and are no references. A segment that a person changes
 * is the person's. Kept as hashes in {@value #FILE} at the book's root. Safe for use by many
 * threads, not by several processes.
 */
public final class WrittenByEngine {

  /** Where it is kept, from the book's root. */
  static final String FILE = ".amts/written-by-engine";

  private static final String HEADER = "amts written-by-engine 1";

  private final Path file;
  private final Set<String> hashes = new HashSet<>();

  private WrittenByEngine(Path file) {
    this.file = file;
  }

  /** Reads what is remembered of a book; nothing if there is no file. */
  public static WrittenByEngine of(Book book) throws IOException {
    WrittenByEngine written = new WrittenByEngine(book.root().resolve(FILE));
    if (Files.exists(written.file)) {
      List<String> lines = Files.readAllLines(written.file, StandardCharsets.US_ASCII);
      if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
        throw new SettingsException(
            written.file + ":1: not of this version of AMTS; delete the file, or use that version");
      }
      written.hashes.addAll(lines.subList(1, lines.size()));
    }
    return written;
  }

  /** Whether an engine wrote a segment of a translation, and nobody has changed it since. */
  public synchronized boolean contains(String language, String text) {
    return hashes.contains(hash(language, text));
  }

  /** Remembers segments, at once and for good. */
  synchronized void add(String language, Collection<String> texts) throws IOException {
    List<String> lines = new ArrayList<>();
    if (hashes.isEmpty()) {
      lines.add(HEADER);
    }
    for (String text : texts) {
      String hash = hash(language, text);
      if (hashes.add(hash)) {
        lines.add(hash);
      }
    }
    Files.createDirectories(file.getParent());
    Files.write(
        file,
        lines,
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String hash(String language, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((language + "\n" + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
