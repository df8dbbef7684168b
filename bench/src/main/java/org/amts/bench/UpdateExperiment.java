package org.amts.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.document.Replacement;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.TranslationEngine;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segmenter;
import org.amts.sync.Action;
import org.amts.sync.DocumentPlan;
import org.amts.sync.LockEntry;
import org.amts.sync.LockFile;
import org.amts.sync.SegmentChange;
import org.amts.sync.SegmentHash;
import org.amts.sync.SyncPlan;
import org.amts.sync.Synchronization;
import org.amts.translate.Book;
import org.amts.translate.TargetStyle;

/**
 * A simulated update: the English of 20 chapters is taken back by {@link RolledBackEdit}s, the
 * people's Chinese is adopted as its translation, and the present English is synchronised. What
 * people wrote is what should come out, so every character that differs was changed without need.
 */
public final class UpdateExperiment {

  private static final long SEED = 7;
  private static final int CHAPTERS = 20;
  private static final int EDITS_OF_A_CLASS = 4;

  /** Chapters that are tests of the translation's quality. */
  private static final Set<String> TESTS =
      Set.of(
          "approx-training.md",
          "bert-dataset.md",
          "language-models-and-dataset.md",
          "machine-translation-and-dataset.md",
          "sentiment-analysis-and-dataset.md",
          "index.md");

  private record Outcome(RolledBackEdit edit, SegmentChange change, String result) {}

  private UpdateExperiment() {}

  /**
   * Runs the experiment.
   *
   * @param arguments a file for all edited sentences, to read
   */
  public static void main(String[] arguments) throws IOException {
    Path corpora = Path.of(System.getProperty("amts.corpora", "../shared/corpora")).resolve("d2l");
    Path root = Files.createTempDirectory("amts-update");
    Random random = new Random(SEED);
    List<Path> chapters = new ArrayList<>();
    for (Path file : SyncExperiment.files(corpora.resolve("zh"))) {
      Path name = corpora.resolve("zh").relativize(file);
      if (!TESTS.contains(name.getFileName().toString())
          && Files.exists(corpora.resolve("en-origin").resolve(name.toString()))) {
        chapters.add(name);
      }
    }
    Collections.shuffle(chapters, random);
    Map<String, RolledBackEdit> edits = new HashMap<>();
    Map<Path, byte[]> present = new LinkedHashMap<>();
    for (Path name : chapters.subList(0, CHAPTERS)) {
      byte[] content = Files.readAllBytes(corpora.resolve("en-origin").resolve(name.toString()));
      present.put(root.resolve("en").resolve(name.toString()), content);
      write(root.resolve("en").resolve(name.toString()), rolledBack(name, content, random, edits));
      write(
          root.resolve("zh").resolve(name.toString()),
          Files.readAllBytes(corpora.resolve("zh").resolve(name.toString())));
    }
    Book book = SyncExperiment.book(root);
    Synchronization sync = SyncExperiment.synchronization(book);
    sync.adopt();
    for (Map.Entry<Path, byte[]> file : present.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
    SyncPlan plan = sync.plan();
    LanguagePair pair = new LanguagePair("en", "zh");
    try (TranslationEngine engine = EngineProvider.named("local").open(EngineSettings.DEFAULT);
        AdaptedEngine adapted = engine.adaptedTo(pair, Adaptation.NONE)) {
      sync.apply(plan, TargetStyle.usual("zh"), () -> adapted, done -> {});
    }
    List<Outcome> outcomes = outcomes(plan, edits, root);
    report(edits, outcomes);
    if (arguments.length > 0) {
      Files.writeString(Path.of(arguments[0]), listing(outcomes));
    }
    SyncExperiment.delete(root);
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] rolledBack(
      Path name, byte[] content, Random random, Map<String, RolledBackEdit> edits) {
    Document document = DocumentFormats.parse(name.toString(), content);
    List<DocumentSegment> segments =
        new ArrayList<>(new Segmenter().segment(document, "en").segments());
    Collections.shuffle(segments, random);
    Set<Integer> used = new HashSet<>();
    List<Replacement> replacements = new ArrayList<>();
    for (RolledBackEdit edit : RolledBackEdit.values()) {
      int left = EDITS_OF_A_CLASS;
      for (DocumentSegment segment : segments) {
        String text = segment.range().of(document.text());
        Optional<String> older =
            used.contains(segment.index()) || text.length() < 40
                ? Optional.empty()
                : edit.rollBack(text, random);
        if (left > 0 && older.isPresent() && !older.get().equals(text)) {
          used.add(segment.index());
          left--;
          replacements.add(new Replacement(segment.range(), older.get()));
          edits.put(segment.segment().expanded(), edit);
        }
      }
    }
    return document.render(replacements);
  }

  private static List<Outcome> outcomes(SyncPlan plan, Map<String, RolledBackEdit> edits, Path root)
      throws IOException {
    LockFile lock = LockFile.read(root.resolve(LockFile.FILE_NAME));
    List<Outcome> outcomes = new ArrayList<>();
    for (DocumentPlan document : plan.documents()) {
      Map<String, String> written = new HashMap<>();
      Document translation =
          DocumentFormats.parse("a.md", Files.readAllBytes(document.document().translation()));
      for (DocumentSegment segment : new Segmenter().segment(translation, "zh").segments()) {
        written.put(SegmentHash.of(segment.segment()), segment.segment().expanded());
      }
      Map<String, String> bySource = new HashMap<>();
      for (LockEntry entry : lock.find("zh", document.document().name()).orElseThrow().entries()) {
        String text =
            String.join(
                "", entry.targets().stream().map(h -> written.getOrDefault(h, "")).toList());
        entry.sources().forEach(hash -> bySource.put(hash, text));
      }
      for (SegmentChange change : document.changes()) {
        RolledBackEdit edit = edits.get(change.source());
        if (edit != null) {
          outcomes.add(
              new Outcome(
                  edit, change, bySource.getOrDefault(SegmentHash.of(change.source()), "")));
        }
      }
    }
    return outcomes;
  }

  private static void report(Map<String, RolledBackEdit> edits, List<Outcome> outcomes) {
    System.out.printf(
        "%d edits in %d chapters; %d were found as sentences of their own%n",
        edits.size(), CHAPTERS, outcomes.size());
    System.out.println(
        "| class | edits | patched or kept | repaired | translated | characters kept | at least 95% |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|");
    for (RolledBackEdit edit : RolledBackEdit.values()) {
      List<Outcome> own =
          outcomes.stream()
              .filter(o -> o.edit() == edit && !o.change().translation().isEmpty())
              .toList();
      double kept = 0;
      int most = 0;
      Map<Action, Integer> actions = new TreeMap<>();
      for (Outcome outcome : own) {
        double share = 1 - EffortExperiment.edit(outcome.result(), outcome.change().translation());
        kept += share;
        most += share >= 0.95 ? 1 : 0;
        actions.merge(outcome.change().action(), 1, Integer::sum);
      }
      int repaired = actions.getOrDefault(Action.REPAIR, 0);
      int translated = actions.getOrDefault(Action.TRANSLATE, 0);
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %d | %d | %d | %.1f%% | %.1f%% |%n",
          edit.code(),
          own.size(),
          own.size() - repaired - translated,
          repaired,
          translated,
          100 * kept / own.size(),
          100.0 * most / own.size());
    }
  }

  private static String listing(List<Outcome> outcomes) {
    StringBuilder out = new StringBuilder();
    for (Outcome outcome : outcomes) {
      SegmentChange change = outcome.change();
      out.append(outcome.edit()).append(' ').append(change.action()).append(' ');
      out.append(change.document()).append(':').append(change.line()).append('\n');
      out.append("  old source: ").append(change.before()).append('\n');
      out.append("  new source: ").append(change.source()).append('\n');
      out.append("  old target: ").append(change.translation()).append('\n');
      out.append("  new target: ").append(outcome.result()).append('\n');
    }
    return out.toString();
  }
}
