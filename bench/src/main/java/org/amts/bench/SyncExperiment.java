package org.amts.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.engine.LanguagePair;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.segment.Segmenter;
import org.amts.sync.Action;
import org.amts.sync.DocumentFlow;
import org.amts.sync.DocumentPlan;
import org.amts.sync.OriginFile;
import org.amts.sync.SegmentChange;
import org.amts.sync.SourceArchive;
import org.amts.sync.SyncPlan;
import org.amts.sync.SyncResult;
import org.amts.sync.Synchronization;
import org.amts.translate.Book;
import org.amts.translate.BookSettings;
import org.amts.translate.EvaluationSettings;
import org.amts.translate.FilePattern;
import org.amts.translate.ParallelDataSettings;
import org.amts.translate.TargetSettings;
import org.amts.translate.TargetStyle;

/**
 * The update of a real book: the Chinese translation of <em>Dive into Deep Learning</em> and the
 * English that it was made from, adopted, then synchronised with a later English ({@code
 * en-classic}, {@code en-new}). What an engine is asked is counted, not translated.
 */
public final class SyncExperiment {

  private static final LanguagePair PAIR = new LanguagePair("en", "zh");

  private SyncExperiment() {}

  /**
   * Runs the experiment.
   *
   * @param arguments folders of later English versions, below {@code d2l}
   */
  public static void main(String[] arguments) throws IOException {
    for (String version : arguments) {
      run(version);
    }
  }

  private static void run(String version) throws IOException {
    Path corpora = Path.of(System.getProperty("amts.corpora", "../shared/corpora")).resolve("d2l");
    Path root = Files.createTempDirectory("amts-sync");
    copy(corpora.resolve("en-origin"), root.resolve("en"));
    copy(corpora.resolve("zh"), root.resolve("zh"));
    Book book = book(root);
    Synchronization sync = synchronization(book);
    long start = System.nanoTime();
    sync.adopt();
    double adoption = seconds(start);
    Set<String> translated = translatedSources(root.resolve("en"), sync);
    delete(root.resolve("en"));
    copy(corpora.resolve(version), root.resolve("en"));
    start = System.nanoTime();
    SyncPlan plan = sync.plan();
    double planning = seconds(start);
    print(version, plan);
    start = System.nanoTime();
    CountingEngine engine = new CountingEngine(PAIR);
    SyncResult result = sync.apply(plan, TargetStyle.usual("zh"), () -> engine, done -> {});
    double applying = seconds(start);
    start = System.nanoTime();
    SyncPlan again = sync.plan();
    double noChange = seconds(start);
    System.out.printf(
        Locale.ROOT,
        "adoption %.1f s, plan %.1f s, writing %.1f s, plan without changes %.2f s"
            + " (%d documents in step, %d not)%n",
        adoption,
        planning,
        applying,
        noChange,
        again.unchanged(),
        again.documents().size());
    List<String> seen =
        engine.asked().stream().map(Segment::expanded).filter(translated::contains).toList();
    System.out.printf(
        "engine: %d segments to translate, %d to repair; of them with an unchanged, translated"
            + " source: %d%n",
        engine.asked().size(), engine.revised(), seen.size());
    seen.forEach(System.out::println);
    checkFiles(root, corpora.resolve("zh"), result);
    delete(root);
  }

  /** What the update to a later version would do. */
  static SyncPlan plan(String version) throws IOException {
    Path corpora = Path.of(System.getProperty("amts.corpora", "../shared/corpora")).resolve("d2l");
    Path root = Files.createTempDirectory("amts-sync");
    copy(corpora.resolve("en-origin"), root.resolve("en"));
    copy(corpora.resolve("zh"), root.resolve("zh"));
    Synchronization sync = synchronization(book(root));
    sync.adopt();
    delete(root.resolve("en"));
    copy(corpora.resolve(version), root.resolve("en"));
    SyncPlan plan = sync.plan();
    delete(root);
    return plan;
  }

  private static void print(String version, SyncPlan plan) {
    System.out.printf(
        "%n%s%n| action | segments | words | of them in documents with a past |%n|---|--:|--:|--:|%n",
        version);
    int words = 0;
    int pastWords = 0;
    int reused = 0;
    int pastReused = 0;
    for (Action action : Action.values()) {
      int past = 0;
      for (DocumentPlan document : plan.documents()) {
        boolean hasPast = hasPast(document);
        for (SegmentChange change : document.changes()) {
          if (change.action() == action && hasPast) {
            past += change.words();
          }
        }
      }
      SyncPlan.Volume volume = plan.volumes().get(action);
      System.out.printf(
          "| %s | %d | %d | %d |%n", action.code(), volume.segments(), volume.words(), past);
      words += volume.words();
      pastWords += past;
      if (action == Action.KEEP || action == Action.MOVE || action == Action.LEAVE_OUT) {
        reused += volume.words();
        pastReused += past;
      }
    }
    long kept =
        plan.documents().stream()
            .flatMap(d -> d.changes().stream())
            .filter(c -> c.action() == Action.KEEP || c.action() == Action.MOVE)
            .mapToInt(SegmentChange::segments)
            .sum();
    System.out.printf(
        Locale.ROOT,
        "documents: %d to look at, %d in step, %d without a source; %d segments removed%n"
            + "kept byte for byte: %d segments; words that need no one: %.1f%%, in documents with a past %.1f%%%n",
        plan.documents().size(),
        plan.unchanged(),
        plan.vanished().size(),
        plan.removals().size(),
        kept,
        100.0 * reused / words,
        100.0 * pastReused / pastWords);
    for (DocumentFlow.Kind kind : DocumentFlow.Kind.values()) {
      System.out.printf(
          "%s: %d%n", kind, plan.flows().stream().filter(flow -> flow.kind() == kind).count());
    }
    plan.flows().stream()
        .filter(flow -> flow.kind() != DocumentFlow.Kind.MOVED_TEXT)
        .forEach(flow -> System.out.println("  " + flow));
    plan.diagnostics().forEach(System.out::println);
  }

  /** Whether any of a document was translated before. */
  static boolean hasPast(DocumentPlan document) {
    long known =
        document.changes().stream().filter(change -> !change.translation().isEmpty()).count();
    return known * 4 >= document.changes().size();
  }

  /** Source sentences of the adopted book that are translated on their own. */
  private static Set<String> translatedSources(Path sources, Synchronization sync)
      throws IOException {
    // A plan against an empty book would list them as removals; reading the lock is simpler.
    Set<String> hashes = new HashSet<>();
    org.amts.sync.LockFile.read(sources.resolveSibling("amts.lock")).documents().stream()
        .flatMap(section -> section.entries().stream())
        .filter(entry -> entry.sources().size() == 1 && !entry.targets().isEmpty())
        .forEach(entry -> hashes.addAll(entry.sources()));
    Set<String> texts = new HashSet<>();
    for (Path file : files(sources)) {
      Document document = DocumentFormats.parse(file.toString(), Files.readAllBytes(file));
      for (DocumentSegment segment : new Segmenter().segment(document, "en").segments()) {
        if (hashes.contains(org.amts.sync.SegmentHash.of(segment.segment()))) {
          texts.add(segment.segment().expanded());
        }
      }
    }
    return texts;
  }

  /**
   * Where the code of the written files is from: the new English, or else the people's translation
   * as it was, or else merged of both.
   *
   * @param before the people's translations
   */
  private static void checkFiles(Path root, Path before, SyncResult result) throws IOException {
    Set<String> theirs = new HashSet<>();
    try (Stream<Path> files = Files.walk(before)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
        theirs.addAll(code(file));
      }
    }
    int english = 0;
    int own = 0;
    int merged = 0;
    for (String name : result.written()) {
      Set<String> source = new HashSet<>(code(root.resolve(name.replaceFirst("^zh/", "en/"))));
      for (String cell : code(root.resolve(name))) {
        if (source.contains(cell)) {
          english++;
        } else if (theirs.contains(cell)) {
          own++;
        } else {
          merged++;
        }
      }
    }
    System.out.printf(
        "%d files written, %d deleted, %d flags; code cells of the new English: %d, of the people's"
            + " translation: %d, merged of both: %d%n",
        result.written().size(),
        result.deleted().size(),
        result.flags().size(),
        english,
        own,
        merged);
  }

  private static List<String> code(Path file) throws IOException {
    Document document = DocumentFormats.parse(file.toString(), Files.readAllBytes(file));
    return document.blocks().stream()
        .filter(block -> block.kind() == BlockKind.CODE)
        .map((Block block) -> block.range().of(document.text()))
        .toList();
  }

  static Book book(Path root) {
    return new Book(
        root,
        new BookSettings(
            "en",
            List.of(new FilePattern("/en/**/*.md", "/zh/**/%original_file_name%")),
            List.of(),
            Map.of("zh", TargetSettings.DEFAULT),
            ParallelDataSettings.DEFAULT,
            Map.of(),
            EvaluationSettings.NONE));
  }

  static Synchronization synchronization(Book book) {
    return new Synchronization(book, "zh", SourceArchive.EMPTY, new OriginFile());
  }

  static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.write(target, Files.readAllBytes(file));
    }
  }

  static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
