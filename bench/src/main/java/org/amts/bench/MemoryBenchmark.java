package org.amts.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.amts.engine.LanguagePair;
import org.amts.engine.local.memory.MemoryMatch;
import org.amts.engine.local.memory.TranslationMemory;
import org.amts.segment.Segment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Looking for the sentences of a book in a memory of a million pairs. The memory is kept in the
 * folder for temporary files for the next run.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx400m")
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@State(Scope.Benchmark)
public class MemoryBenchmark {

  private static final int PAIRS = 1_000_000;

  /** From which language into which; the queries are in the first. */
  @Param({"en-zh", "zh-en"})
  public String pair = "en-zh";

  private TranslationMemory memory;
  private List<Segment> queries = List.of();
  private int next;

  /** Opens the memory, or makes it. */
  @Setup
  public void open() throws IOException {
    String[] codes = pair.split("-");
    LanguagePair languages = new LanguagePair(codes[0], codes[1]);
    memory =
        TranslationMemory.open(
            Path.of(System.getProperty("java.io.tmpdir"), "amts-bench-memory-" + pair), languages);
    if (memory.size() != PAIRS) {
      try (TrainingPairs pairs = TrainingPairs.open(languages, PAIRS)) {
        memory.hold(pairs.examples());
      }
    }
    queries = RealBook.segments(codes[0], 4000);
  }

  /** Closes the memory. */
  @TearDown
  public void close() {
    memory.close();
  }

  private Segment query() {
    next = (next + 1) % queries.size();
    return queries.get(next);
  }

  /** The four most similar. */
  @Benchmark
  public List<MemoryMatch> search() {
    return memory.search(query(), 4, 0.5);
  }

  /** Eight for the neighbours of decoding. */
  @Benchmark
  public List<MemoryMatch> related() {
    return memory.related(query(), 8);
  }

  /** An exact match; mostly there is none. */
  @Benchmark
  public Optional<MemoryMatch> exact() {
    return memory.exact(query(), null, null);
  }
}
