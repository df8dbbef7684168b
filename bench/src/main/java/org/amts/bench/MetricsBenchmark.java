package org.amts.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.amts.evaluate.Bleu;
import org.amts.evaluate.BleuTokenizer;
import org.amts.evaluate.ChrF;
import org.amts.evaluate.Score;
import org.amts.evaluate.Ter;
import org.amts.segment.Segment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scoring 10,000 sentences, each against its neighbour in the book, which shares few words with it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 5)
@State(Scope.Benchmark)
public class MetricsBenchmark {

  private List<String> hypotheses = List.of();
  private List<String> references = List.of();

  /** Reads the book. */
  @Setup
  public void read() {
    List<String> texts = RealBook.segments(10_001).stream().map(Segment::expanded).toList();
    hypotheses = texts.subList(0, texts.size() - 1);
    references = texts.subList(1, texts.size());
  }

  /** BLEU. */
  @Benchmark
  public Score bleu() {
    return Bleu.of(BleuTokenizer.forLanguage("en")).score(hypotheses, references);
  }

  /** chrF2. */
  @Benchmark
  public Score chrF() {
    return ChrF.CHRF2.score(hypotheses, references);
  }

  /** TER: the shifts make it slow on sentences that share little. */
  @Benchmark
  public Score ter() {
    return Ter.STANDARD.score(hypotheses, references);
  }
}
