package org.amts.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Segment;
import org.amts.translate.DocumentStatus;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Translating 2,000 sentences of a book from English to Chinese in one batch. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@State(Scope.Benchmark)
public class EngineBenchmark {

  private static final LanguagePair PAIR = new LanguagePair("en", "zh");

  /** Threads, each with a session of its own. */
  @Param({"1", "2"})
  public int threads;

  /** Hypotheses kept; 1 is greedy search. */
  @Param({"1", "4"})
  public int beam;

  private List<Segment> segments = List.of();
  private TranslationEngine engine;

  /** Source words in a batch: divide by the seconds. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Counters {
    /** Words of the source, as {@code amts status} counts them. */
    public long words;

    /** Starts from 0 in each iteration. */
    @Setup(Level.Iteration)
    public void reset() {
      words = 0;
    }
  }

  /** Reads the book and opens the engine. */
  @Setup
  public void open() {
    segments = RealBook.segments(2000);
    engine =
        EngineProvider.named("local")
            .open(EngineSettings.DEFAULT.withThreads(threads).withBeam(beam));
  }

  /** Closes the engine. */
  @TearDown
  public void close() {
    engine.close();
  }

  /** One batch. */
  @Benchmark
  public List<Translation> translate(Counters counters) {
    counters.words +=
        segments.stream().mapToInt(segment -> DocumentStatus.words(segment.text())).sum();
    return engine.translate(PAIR, segments, done -> {});
  }
}
