package org.amts.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.amts.align.Bead;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.Revision;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.FuzzyScore;
import org.amts.segment.FuzzyText;
import org.amts.segment.Segment;
import org.amts.sync.SyncPlan;
import org.amts.translate.BookAlignment;
import org.amts.translate.DocumentStatus;
import org.amts.translate.LoadedDocument;

/**
 * What a sentence of each action costs a translator, measured where a person's translation of the
 * very sentence exists. For repairs these are sentences of the book that resemble another one: the
 * other one and its translation play the older version. For translations they are sentences of
 * chapters that the engine does not adapt to. The references are independent of the suggestions, so
 * the costs are upper bounds.
 *
 * <p>Cost of a sentence: {@code rho + min(1, Levenshtein(suggestion, reference) / |reference|)}
 * over characters without white space, where {@code rho} is what reading and deciding costs; 1
 * where nothing is suggested. It is a model of effort, not measured time. {@link EffortReduction}
 * puts the costs together for the updates of the real book.
 */
public final class EffortExperiment {

  private static final LanguagePair PAIR = new LanguagePair("en", "zh");
  private static final long SEED = 20261122;

  /** Chapters that are tests of the translation's quality. */
  private static final Set<String> TESTS =
      Set.of(
          "approx-training.md",
          "bert-dataset.md",
          "language-models-and-dataset.md",
          "machine-translation-and-dataset.md",
          "sentiment-analysis-and-dataset.md");

  private record Pair(int document, Segment source, Segment target, int words) {
    Example example() {
      return Example.of(source, target);
    }

    String reference() {
      return target.expanded();
    }
  }

  private record Sample(Pair pair, Pair older) {}

  private EffortExperiment() {}

  /**
   * Runs the experiment.
   *
   * @param arguments how many sentences to translate and to repair
   */
  public static void main(String[] arguments) throws IOException {
    int translations = Integer.parseInt(arguments[0]);
    int repairs = Integer.parseInt(arguments[1]);
    List<Pair> pairs = pairs();
    Random random = new Random(SEED);
    List<Integer> documents =
        new ArrayList<>(new HashSet<>(pairs.stream().map(Pair::document).toList()));
    Collections.shuffle(documents, random);
    Set<Integer> chosen = new HashSet<>(documents.subList(0, Math.min(20, documents.size())));
    List<Pair> open =
        new ArrayList<>(pairs.stream().filter(p -> chosen.contains(p.document())).toList());
    Collections.shuffle(open, random);
    open = open.subList(0, Math.min(translations, open.size()));
    List<Sample> fuzzy = fuzzy(pairs, repairs, random);
    // The engine is to know neither the chapters to translate nor the sentences to repair.
    Set<Pair> repaired = new HashSet<>(fuzzy.stream().map(Sample::pair).toList());
    List<Example> memory =
        pairs.stream()
            .filter(pair -> !chosen.contains(pair.document()) && !repaired.contains(pair))
            .map(Pair::example)
            .toList();
    try (TranslationEngine engine = EngineProvider.named("local").open(EngineSettings.DEFAULT);
        AdaptedEngine adapted = engine.adaptedTo(PAIR, LearntBefore.from(memory))) {
      adapted.prepare(done -> {});
      List<Segment> sources = open.stream().map(Pair::source).toList();
      EditSample alone =
          report(
              "translate, engine alone",
              open,
              texts(sources, engine.translate(PAIR, sources, d -> {})));
      EditSample withMemory =
          report(
              "translate, adapted",
              open,
              texts(sources, adapted.translate(PAIR, sources, d -> {})));
      List<Pair> news = fuzzy.stream().map(Sample::pair).toList();
      List<Segment> newSources = news.stream().map(Pair::source).toList();
      System.out.printf(
          Locale.ROOT,
          "repairs: mean fuzzy score of older and newer sentence %.2f%n",
          fuzzy.stream()
              .mapToDouble(s -> FuzzyScore.of(s.pair().source(), s.older().source()))
              .average()
              .orElse(0));
      EditSample older =
          report(
              "edited, memory alone (older translation as it is)",
              news,
              fuzzy.stream().map(s -> s.older().reference()).toList());
      report(
          "edited, engine alone",
          news,
          texts(newSources, engine.translate(PAIR, newSources, d -> {})));
      List<Revision> revisions =
          fuzzy.stream().map(s -> new Revision(s.older().example(), s.pair().source())).toList();
      EditSample revised =
          report("edited, repaired", news, texts(newSources, adapted.revise(revisions, d -> {})));
      reductions(new EffortReduction.Edits(older, alone, revised, withMemory));
    }
  }

  private static void reductions(EffortReduction.Edits edits) throws IOException {
    for (String version : List.of("en-classic", "en-new")) {
      SyncPlan plan = SyncExperiment.plan(version);
      for (boolean withPastOnly : List.of(false, true)) {
        System.out.println(version + (withPastOnly ? ", documents with a past" : ", all"));
        new EffortReduction(plan, withPastOnly)
            .lines(edits)
            .forEach(line -> System.out.println("  " + line));
      }
    }
  }

  private static List<String> texts(List<Segment> sources, List<Translation> translations) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      texts.add(sources.get(i).expand(translations.get(i).text()));
    }
    return texts;
  }

  private static EditSample report(String what, List<Pair> pairs, List<String> suggestions) {
    EditSample sample = new EditSample();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      sample.add(edit(suggestions.get(i), pair.reference()), pair.words(), pair.document());
    }
    System.out.println(what + ": " + sample);
    return sample;
  }

  /** Levenshtein's distance over characters without white space, of the reference's length. */
  static double edit(String suggestion, String reference) {
    String a = suggestion.replaceAll("\\s+", "");
    String b = reference.replaceAll("\\s+", "");
    if (b.isEmpty()) {
      return a.isEmpty() ? 0 : 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost =
            Math.min(
                Math.min(row[j], row[j - 1]) + 1,
                diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
        diagonal = row[j];
        row[j] = cost;
      }
    }
    return Math.min(1, (double) row[b.length()] / b.length());
  }

  /** Certain pairs of one sentence with one sentence, with words on both sides. */
  private static List<Pair> pairs() {
    List<LoadedDocument> loaded =
        RealBook.load().stream()
            .filter(d -> !TESTS.contains(d.document().source().getFileName().toString()))
            .toList();
    List<DocumentStatus> statuses = new BookAlignment(0.5).status(loaded);
    List<Pair> pairs = new ArrayList<>();
    for (int d = 0; d < statuses.size(); d++) {
      DocumentStatus status = statuses.get(d);
      if (status.alignment() == null) {
        continue;
      }
      for (Bead bead : status.alignment().pairs(0.8)) {
        Segment source = status.loaded().source().segments().get(bead.source().get(0)).segment();
        Segment target =
            status.loaded().translation().segments().get(bead.target().get(0)).segment();
        int words = DocumentStatus.words(source.text());
        if (bead.source().size() == 1 && bead.target().size() == 1 && words >= 4) {
          pairs.add(new Pair(d, source, target, words));
        }
      }
    }
    return pairs;
  }

  /** Sentences with the one of another place that resembles them most, without being equal. */
  private static List<Sample> fuzzy(List<Pair> pairs, int count, Random random) {
    Map<String, List<Integer>> byWord = new HashMap<>();
    List<FuzzyText> texts = pairs.stream().map(p -> FuzzyText.of(p.source())).toList();
    for (int i = 0; i < pairs.size(); i++) {
      for (String word : new HashSet<>(List.of(pairs.get(i).source().text().split("\\W+")))) {
        byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(i);
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<Sample> samples = new ArrayList<>();
    for (int i : order) {
      Set<Integer> candidates = new HashSet<>();
      for (String word : pairs.get(i).source().text().split("\\W+")) {
        List<Integer> found = byWord.get(word);
        if (found.size() <= 60) {
          candidates.addAll(found);
        }
      }
      int best = -1;
      double score = 0.6;
      for (int candidate : candidates) {
        if (pairs.get(candidate).source().expanded().equals(pairs.get(i).source().expanded())) {
          continue;
        }
        double value = FuzzyScore.ofAtLeast(texts.get(i), texts.get(candidate), score);
        if (value > score) {
          best = candidate;
          score = value;
        }
      }
      if (best >= 0) {
        samples.add(new Sample(pairs.get(i), pairs.get(best)));
      }
      if (samples.size() == count) {
        break;
      }
    }
    return samples;
  }
}
