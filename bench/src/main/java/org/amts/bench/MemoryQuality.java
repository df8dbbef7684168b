package org.amts.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.local.memory.MemoryMatch;
import org.amts.engine.local.memory.TranslationMemory;
import org.amts.segment.DocumentSegment;
import org.amts.segment.FuzzyScore;
import org.amts.segment.FuzzyText;
import org.amts.segment.Segment;
import org.amts.translate.LoadedDocument;

/**
 * How often a book has a fuzzy match for itself, and how many of the best matches the memory finds.
 * Run: {@code bench/run memory-quality [en-zh|zh-en]}.
 */
public final class MemoryQuality {

  /** The articles that results are measured on: nothing is tuned on them. */
  private static final Set<String> HELD_OUT =
      Set.of(
          "approx-training.md",
          "bert-dataset.md",
          "language-models-and-dataset.md",
          "machine-translation-and-dataset.md",
          "sentiment-analysis-and-dataset.md");

  private static final double[] BANDS = {0.5, 0.6, 0.7, 0.8, 0.9, 1};
  private static final int QUERIES = 150;
  private static final int PAIRS = 1_000_000;

  private MemoryQuality() {}

  /** A sentence of the book and where it stands. */
  private record Sentence(Segment segment, String article, String chapter) {}

  /** Prints the figures. */
  public static void main(String[] arguments) throws IOException {
    String[] codes = (arguments.length > 0 ? arguments[0] : "en-zh").split("-");
    LanguagePair pair = new LanguagePair(codes[0], codes[1]);
    List<Sentence> book = sentences(codes[0]);
    inTheBook(book, pair);
    againstComparingWithAll(book, pair);
  }

  private static List<Sentence> sentences(String language) {
    List<Sentence> sentences = new ArrayList<>();
    for (LoadedDocument document : RealBook.load()) {
      Path path = Path.of(document.document().name());
      if (document.translation() != null && !HELD_OUT.contains(path.getFileName().toString())) {
        var side = language.equals("en") ? document.source() : document.translation();
        for (DocumentSegment segment : side.segments()) {
          if (!segment.segment().hasNoWords()) {
            sentences.add(
                new Sentence(segment.segment(), path.toString(), String.valueOf(path.getParent())));
          }
        }
      }
    }
    return sentences;
  }

  /** Shares of sentences with a match in the other articles, and in the other chapters. */
  private static void inTheBook(List<Sentence> book, LanguagePair pair) {
    int[] byArticle = new int[BANDS.length];
    int[] byChapter = new int[BANDS.length];
    try (TranslationMemory memory = TranslationMemory.open(null, pair)) {
      memory.add(book.stream().map(sentence -> new Example(sentence.segment(), "")).toList());
      for (Sentence sentence : book) {
        List<MemoryMatch> matches = memory.search(sentence.segment(), 100, BANDS[0]);
        count(
            byArticle,
            matches.stream()
                .filter(match -> !book.get(match.id()).article().equals(sentence.article()))
                .findFirst()
                .map(MemoryMatch::score)
                .orElse(0.0));
        count(
            byChapter,
            matches.stream()
                .filter(match -> !book.get(match.id()).chapter().equals(sentence.chapter()))
                .findFirst()
                .map(MemoryMatch::score)
                .orElse(0.0));
      }
    }
    print("match in another article, share of " + book.size(), byArticle, book.size());
    print("match in another chapter, share of " + book.size(), byChapter, book.size());
  }

  /** How many of the best matches in a million pairs, found by comparing with each, are found. */
  private static void againstComparingWithAll(List<Sentence> book, LanguagePair pair)
      throws IOException {
    List<Segment> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      queries.add(book.get((int) ((long) i * book.size() / QUERIES)).segment());
    }
    List<FuzzyText> texts = queries.stream().map(FuzzyText::of).toList();
    double[] best = new double[QUERIES];
    Arrays.fill(best, BANDS[0] - 1e-6);
    try (TranslationMemory memory = TranslationMemory.open(null, pair);
        TrainingPairs pairs = TrainingPairs.open(pair, PAIRS)) {
      memory.add(pairs.examples());
      for (int id = 0; id < memory.size(); id++) {
        FuzzyText candidate = FuzzyText.of(memory.get(id).source());
        for (int i = 0; i < QUERIES; i++) {
          best[i] = Math.max(best[i], FuzzyScore.ofAtLeast(texts.get(i), candidate, best[i]));
        }
      }
      int[] all = new int[BANDS.length];
      int[] found = new int[BANDS.length];
      double lost = 0;
      for (int i = 0; i < QUERIES; i++) {
        count(all, best[i]);
        List<MemoryMatch> matches = memory.search(queries.get(i), 1, BANDS[0]);
        double score = matches.isEmpty() ? 0 : matches.get(0).score();
        if (best[i] >= BANDS[0] && score < best[i]) {
          lost += best[i] - score;
        } else {
          count(found, best[i]);
        }
      }
      print("best match in " + memory.size() + " pairs, share of " + QUERIES, all, QUERIES);
      for (int band = 0; band < BANDS.length; band++) {
        System.out.printf(
            Locale.ROOT,
            "found of those with %.1f: %d of %d%n",
            BANDS[band],
            found[band],
            all[band]);
      }
      System.out.printf(Locale.ROOT, "lost in all: %.2f%n", lost);
    }
  }

  private static void count(int[] counts, double score) {
    for (int band = 0; band < BANDS.length; band++) {
      if (score >= BANDS[band] - 1e-9) {
        counts[band]++;
      }
    }
  }

  private static void print(String what, int[] counts, int all) {
    StringBuilder line = new StringBuilder(what).append(':');
    for (int band = 0; band < BANDS.length; band++) {
      line.append(
          String.format(Locale.ROOT, " >=%.1f %.1f%%", BANDS[band], 100.0 * counts[band] / all));
    }
    System.out.println(line);
  }
}
