package org.amts.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.document.Replacement;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.amts.sync.ContentId;
import org.amts.sync.LockEntry;
import org.amts.sync.LockFile;
import org.amts.sync.LockedDocument;
import org.amts.sync.SegmentHash;

/**
 * How long {@code amts sync} takes, as a whole process, on books of chapters of <em>Dive into Deep
 * Learning</em> that lie in Git. Where the book is larger than the original, each round of chapters
 * has sentences of its own. The translation is a copy of the source, and the engine answers at
 * once, so that nothing but AMTS itself is measured.
 */
public final class SyncSpeed {

  private static final String[] SIZES = {"200", "2000", "20000"};
  private static final int ROUNDS = 3;

  /** In a larger book nearly every chapter would be edited. */
  private static final int MOST_FOR_SENTENCES = 200;

  private final Path root;
  private final List<String> names = new ArrayList<>();

  private SyncSpeed(Path root) {
    this.root = root;
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments numbers of documents; 200, 2,000 and 20,000 if there are none
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println(
        "| documents | segments | lock, MB | no change | 1% of the sentences edited | 1% of the"
            + " chapters edited | one sentence | status |");
    System.out.println("|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (String size : arguments.length == 0 ? SIZES : arguments) {
      Path root = Files.createTempDirectory("amts-speed");
      new SyncSpeed(root).run(Integer.parseInt(size));
      SyncExperiment.delete(root);
    }
  }

  private void run(int documents) throws IOException, InterruptedException {
    int segments = makeBook(documents);
    commit();
    List<Double> nothing = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      nothing.add(seconds("sync"));
    }
    String sentences = "";
    if (documents <= MOST_FOR_SENTENCES) {
      edit(segments / 100, names);
      sentences = "%.2f".formatted(seconds("sync"));
    }
    edit(segments / 100, names.subList(0, Math.max(1, documents / 100)));
    double chapters = seconds("sync");
    edit(1, names);
    double one = seconds("sync");
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,d | %.1f | %s | %s | %.2f | %.2f | %.2f |%n",
        documents,
        segments,
        Files.size(root.resolve(LockFile.FILE_NAME)) / 1e6,
        String.join(" ", nothing.stream().map(s -> "%.2f".formatted(s)).toList()),
        sentences,
        chapters,
        one,
        seconds("status"));
  }

  private int makeBook(int documents) throws IOException {
    Path corpora = Path.of(System.getProperty("amts.corpora", "../shared/corpora"));
    Path folder = corpora.resolve("d2l/en-origin");
    List<Path> chapters = SyncExperiment.files(folder);
    for (int i = 0; i < documents; i++) {
      names.add(i / chapters.size() + "/" + folder.relativize(chapters.get(i % chapters.size())));
    }
    List<LockedDocument> sections =
        IntStream.range(0, documents)
            .parallel()
            .mapToObj(i -> makeDocument(chapters.get(i % chapters.size()), i))
            .toList();
    LockFile.EMPTY.with(sections).write(root.resolve(LockFile.FILE_NAME));
    Files.writeString(
        root.resolve("amts.yml"),
        "source: en\nfiles:\n  - {source: '/en/**/*.md', translation: '/es/**/%original_file_name%'}\n"
            + "targets: {es: }\n");
    return sections.stream().mapToInt(section -> section.entries().size()).sum();
  }

  private LockedDocument makeDocument(Path chapter, int index) {
    try {
      String name = names.get(index);
      byte[] content = ofItsOwn(Files.readAllBytes(chapter), name);
      for (String language : List.of("en", "es")) {
        Path file = root.resolve(language).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
      }
      List<LockEntry> entries =
          segmented(name, content).segments().stream()
              .map(segment -> List.of(SegmentHash.of(segment.segment())))
              .map(hash -> LockEntry.byPerson(hash, hash))
              .toList();
      String id = ContentId.of(content);
      return new LockedDocument("es", "en/" + name, id, "es/" + name, id, entries);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The chapter with sentences that no other round has. */
  private static byte[] ofItsOwn(byte[] content, String name) {
    int round = Integer.parseInt(name.substring(0, name.indexOf('/')));
    StringBuilder word = new StringBuilder("K");
    String.valueOf(round).chars().forEach(digit -> word.append((char) (digit - '0' + 'a')));
    SegmentedDocument chapter = segmented(name, content);
    return chapter
        .document()
        .render(
            chapter.segments().stream()
                .filter(segment -> round > 0 && isPlain(segment))
                .map(segment -> withWord(chapter.document(), segment, word.toString()))
                .toList());
  }

  private static SegmentedDocument segmented(String name, byte[] content) {
    return new Segmenter().segment(DocumentFormats.parse(name, content), "en");
  }

  private static boolean isPlain(DocumentSegment segment) {
    return segment.segment().text().matches("(\\p{L}+ ){5}.*");
  }

  private static Replacement withWord(Document document, DocumentSegment segment, String word) {
    String text = segment.range().of(document.text());
    return new Replacement(segment.range(), text.replaceFirst(" ", " " + word + " "));
  }

  /** Edits sentences of the source, spread evenly over some documents. */
  private void edit(int sentences, List<String> documents) throws IOException {
    int each = Math.max(1, sentences / documents.size());
    int step = Math.max(1, documents.size() * each / sentences);
    for (int i = 0; i < documents.size() && sentences > 0; i += step) {
      Path file = root.resolve("en").resolve(documents.get(i));
      SegmentedDocument chapter = segmented(documents.get(i), Files.readAllBytes(file));
      List<Replacement> edits =
          chapter.segments().stream()
              .filter(SyncSpeed::isPlain)
              .limit(each)
              .map(segment -> withWord(chapter.document(), segment, "newly"))
              .toList();
      Files.write(file, chapter.document().render(edits));
      if (sentences == 1) {
        return;
      }
    }
  }

  private void commit() throws IOException, InterruptedException {
    for (List<String> command :
        List.of(
            List.of("git", "init", "-q"),
            List.of("git", "add", "."),
            List.of(
                "git",
                "-c",
                "user.name=a",
                "-c",
                "user.email=a@b",
                "commit",
                "-q",
                "-m",
                "book"))) {
      run(command);
    }
  }

  /** Runs {@code amts} as its launcher does, with an engine that answers at once. */
  private double seconds(String command) throws IOException, InterruptedException {
    List<String> java =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                command.equals("sync") ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation",
                "-XX:SharedArchiveFile=" + Path.of("cli/target/amts.jsa").toAbsolutePath(),
                "-cp",
                Path.of("cli/target/amts.jar").toAbsolutePath()
                    + File.pathSeparator
                    + Path.of("bench/target/amts-bench.jar").toAbsolutePath(),
                "org.amts.cli.Amts",
                "-q",
                command,
                "-c",
                root.toString()));
    if (command.equals("sync")) {
      java.addAll(List.of("--engine", CountingEngineProvider.NAME));
    }
    long start = System.nanoTime();
    run(java);
    return SyncExperiment.seconds(start);
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() % 4 != 0) { // 4: edited twice, and the engine has no answer to that
      throw new IllegalStateException(command + "\n" + out);
    }
  }
}
