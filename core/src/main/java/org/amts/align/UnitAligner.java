package org.amts.align;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Aligns the text pairs of a book and learns from them in turns: first with lengths, structure and
 * what both languages spell alike; then with the lexicon and the length model that the beads found
 * so far give.
 */
final class UnitAligner {

  /** A book with anchors needs two turns; one that has only lengths to start from, several. */
  private static final int MOST_TURNS = 10;

  /** Learning ends when a turn leaves this share of the beads as they were. */
  private static final double SETTLED = 0.9;

  /**
   * Confidence is judged by lexicons that have not seen the bead: this many, each without a share.
   */
  private static final int FOLDS = 4;

  /** Largest beads while learning and in the end, in sentences of both sides together. */
  private static final int SMALL_BEAD = 4;

  private static final int LARGE_BEAD = 8;

  /** How far from the rough path the search over beads goes, in units. */
  private static final int MARGIN = 6;

  private final List<Units> sources;
  private final List<Units> targets;
  private final Vocabulary vocabulary;
  private final int threads;

  UnitAligner(List<Units> sources, List<Units> targets, Vocabulary vocabulary, int threads) {
    this.sources = sources;
    this.targets = targets;
    this.vocabulary = vocabulary;
    this.threads = threads;
  }

  AlignedBook align() {
    LexiconTrainer trainer = new LexiconTrainer(vocabulary, sources, targets);
    BeadEvidence evidence = new BeadEvidence(trainer.untrained(), meanLengths());
    List<List<Span>> before = List.of();
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      List<List<Span>> found = search(evidence, SMALL_BEAD);
      evidence = learnFrom(found, trainer, evidence);
      if (unchanged(before, found) >= SETTLED) {
        break;
      }
      before = found;
    }
    List<List<Span>> spans = search(evidence, LARGE_BEAD);
    Confidence confidence = new Confidence(foldLexicons(spans, trainer), sources, targets, spans);
    List<Alignment> alignments =
        inParallel(sources.size(), pair -> alignment(pair, spans.get(pair), confidence));
    return new AlignedBook(alignments, evidence.lexicon());
  }

  private static double unchanged(List<List<Span>> before, List<List<Span>> now) {
    int same = 0;
    int all = 0;
    for (int i = 0; i < before.size(); i++) {
      Set<Span> known = new HashSet<>(before.get(i));
      same += (int) now.get(i).stream().filter(known::contains).count();
      all += now.get(i).size();
    }
    return all == 0 ? 0 : (double) same / all;
  }

  private Alignment alignment(int pair, List<Span> spans, Confidence confidence) {
    Units source = sources.get(pair);
    Units target = targets.get(pair);
    double[] confidences = confidence.of(source, target, spans);
    List<Bead> beads = new ArrayList<>();
    for (int i = 0; i < confidences.length; i++) {
      Span span = spans.get(i);
      List<Integer> sourceSegments = segments(source, span.fromSource(), span.toSource());
      List<Integer> targetSegments = segments(target, span.fromTarget(), span.toTarget());
      if (!sourceSegments.isEmpty() || !targetSegments.isEmpty()) {
        beads.add(new Bead(sourceSegments, targetSegments, confidences[i]));
      }
    }
    return new Alignment(source.segmentCount(), target.segmentCount(), beads);
  }

  /** The segments of some units; those that only mark a place have none. */
  private static List<Integer> segments(Units side, int from, int to) {
    List<Integer> segments = new ArrayList<>();
    for (int unit = from; unit < to; unit++) {
      if (!side.isMarker(unit)) {
        segments.add(side.segment(unit));
      }
    }
    return segments;
  }

  private List<List<Span>> search(BeadEvidence evidence, int largest) {
    return inParallel(
        sources.size(),
        i -> {
          Units source = sources.get(i);
          Units target = targets.get(i);
          int[] partner = RoughPath.find(source, target, evidence);
          Band band = Band.along(partner, target.size(), MARGIN);
          return new BeadSearch(source, target, evidence, band, largest).best();
        });
  }

  private BeadEvidence learnFrom(
      List<List<Span>> spans, LexiconTrainer trainer, BeadEvidence evidence) {
    TrainingPairs pairs = TrainingPairs.of(sources, targets, spans, bead -> true);
    LengthModel lengths = evidence.lengths().learn(pairs.sourceLengths(), pairs.targetLengths());
    return new BeadEvidence(trainer.train(pairs.sources(), pairs.targets()), lengths);
  }

  /** For each fold the words that are learnt from the beads of the others. */
  private List<Lexicon> foldLexicons(List<List<Span>> spans, LexiconTrainer trainer) {
    return inParallel(
        FOLDS,
        fold -> {
          TrainingPairs pairs =
              TrainingPairs.of(sources, targets, spans, bead -> bead % FOLDS != fold);
          return trainer.train(pairs.sources(), pairs.targets());
        });
  }

  private LengthModel meanLengths() {
    double[] source = meanAndVariance(sources);
    double[] target = meanAndVariance(targets);
    return LengthModel.ofMeans(source[0], target[0], target[1]);
  }

  private static double[] meanAndVariance(List<Units> sides) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (Units side : sides) {
      for (int unit = 0; unit < side.size(); unit++) {
        if (!side.isMarker(unit)) {
          sum += side.length(unit);
          squares += (double) side.length(unit) * side.length(unit);
          count++;
        }
      }
    }
    double mean = count == 0 ? 0 : sum / count;
    return new double[] {mean, count == 0 ? 0 : squares / count - mean * mean};
  }

  @FunctionalInterface
  private interface NumberedTask<T> {
    T run(int number);
  }

  /** Runs tasks 0, 1 ...; the results are in their order, so that threads do not change them. */
  private <T> List<T> inParallel(int count, NumberedTask<T> task) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> tasks =
          IntStream.range(0, count)
              .<Callable<T>>mapToObj(number -> () -> task.run(number))
              .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while aligning", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("alignment failed: " + e.getCause(), e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
