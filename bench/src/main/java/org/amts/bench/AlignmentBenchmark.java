package org.amts.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.amts.translate.BookAlignment;
import org.amts.translate.DocumentStatus;
import org.amts.translate.LoadedDocument;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading and aligning a whole book of 139 document pairs, from files to beads, in a new process
 * with a heap of 1 GB: what a user waits for.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class AlignmentBenchmark {

  /** Parsing and segmenting both sides only. */
  @Benchmark
  public List<LoadedDocument> extract() {
    return RealBook.load();
  }

  /** Parsing, segmenting and aligning. */
  @Benchmark
  public List<DocumentStatus> extractAndAlign() {
    return new BookAlignment(0.5).status(RealBook.load());
  }
}
