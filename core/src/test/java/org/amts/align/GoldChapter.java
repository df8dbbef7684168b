package org.amts.align;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.amts.segment.SegmentedDocument;

/**
 * A chapter of the gold standard: its beads, and a hash of each segment that tells whether the
 * beads still speak of the segments that the annotator saw. The README beside the files explains
 * their format and how they were made.
 *
 * @param path path of the chapter within the book, the same in both languages
 * @param beads the right beads; they cover every segment of both sides
 * @param sourceHashes the hash of each source segment, in order
 * @param targetHashes the hash of each target segment, in order
 */
record GoldChapter(
    String path, List<Bead> beads, List<String> sourceHashes, List<String> targetHashes) {

  private static final String HEAD = "# chapter: ";
  private static final int HASH_BYTES = 4;

  /** Copies the lists and checks that the beads cover as many segments as there are hashes. */
  GoldChapter {
    beads = new Alignment(sourceHashes.size(), targetHashes.size(), beads).beads();
    sourceHashes = List.copyOf(sourceHashes);
    targetHashes = List.copyOf(targetHashes);
  }

  /** All chapters, in the order of their file names. */
  static List<GoldChapter> all() throws IOException {
    Path folder = resource("gold");
    try (Stream<Path> files = Files.list(folder)) {
      List<GoldChapter> chapters = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".beads")).sorted().toList()) {
        chapters.add(read(Files.readString(file)));
      }
      return chapters;
    }
  }

  /**
   * Reads a file: a head with the path, then lines as {@code [8]:[8, 9] : 1a2b3c4d : 5e6f7a8b
   * 9c0d1e2f}, a bead and the hashes of its segments.
   */
  static GoldChapter read(String text) {
    String head = text.lines().findFirst().orElse("");
    if (!head.startsWith(HEAD)) {
      throw new IllegalArgumentException("not a gold chapter, first line: " + head);
    }
    List<String> sourceHashes = new ArrayList<>();
    List<String> targetHashes = new ArrayList<>();
    List<String> lines = text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    for (String line : lines) {
      String[] fields = line.split(":", -1);
      if (fields.length != 4) {
        throw new IllegalArgumentException("not a bead with the hashes of its segments: " + line);
      }
      sourceHashes.addAll(words(fields[2]));
      targetHashes.addAll(words(fields[3]));
    }
    return new GoldChapter(
        head.substring(HEAD.length()), BeadNotation.read(text), sourceHashes, targetHashes);
  }

  /**
   * Checks that documents have the segments that were annotated.
   *
   * @throws AssertionError naming the first segment that is another one
   */
  void requireSameSegments(SegmentedDocument source, SegmentedDocument target) {
    requireSame("source", sourceHashes, hashes(source));
    requireSame("target", targetHashes, hashes(target));
  }

  /** The first eight hexadecimal digits of the SHA-256 of the text in UTF-8. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private void requireSame(String side, List<String> expected, List<String> actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String gold = i < expected.size() ? expected.get(i) : null;
      String found = i < actual.size() ? actual.get(i) : null;
      if (!Objects.equals(gold, found)) {
        throw new AssertionError(
            "%s: %s segment %d is not the one that was annotated (hash %s, annotated %s); %s. "
                    .formatted(path, side, i, found, gold, place(gold, actual, i))
                + "Annotate the changed segments again, as gold/README.md describes.");
      }
    }
  }

  private static String place(String gold, List<String> actual, int from) {
    int now = gold == null ? -1 : actual.subList(from, actual.size()).indexOf(gold);
    return now < 0 ? "the annotated one is gone" : "the annotated one is now " + (from + now);
  }

  private static List<String> hashes(SegmentedDocument document) {
    return document.segments().stream().map(s -> hash(s.segment().text())).toList();
  }

  private static List<String> words(String field) {
    return field.isBlank() ? List.of() : List.of(field.strip().split(" +"));
  }

  private static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(GoldChapter.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new UncheckedIOException(new IOException(name, e));
    }
  }
}
