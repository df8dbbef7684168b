package org.amts.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.amts.engine.LanguagePair;
import org.amts.engine.local.memory.TranslationMemory;
import org.amts.segment.Segment;

/**
 * A translation memory of a million pairs in a process of its own: import, latency, resident
 * memory. Run: {@code bench/run memory [en-zh|zh-en|en-es|es-en] [FOLDER]}.
 */
public final class MemoryFigures {

  private static final int PAIRS = 1_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private MemoryFigures() {}

  /** Prints the figures. */
  public static void main(String[] arguments) throws IOException {
    String[] codes = (arguments.length > 0 ? arguments[0] : "en-zh").split("-");
    LanguagePair pair = new LanguagePair(codes[0], codes[1]);
    Path folder =
        arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("amts-bench-");
    long start = System.nanoTime();
    try (TranslationMemory memory = TranslationMemory.open(folder, pair)) {
      System.out.printf(Locale.ROOT, "open: %.2f s, %d pairs%n", seconds(start), memory.size());
      if (memory.size() == 0) {
        start = System.nanoTime();
        long startOfProcess = processNanos();
        try (TrainingPairs pairs = TrainingPairs.open(pair, PAIRS)) {
          memory.add(pairs.examples());
        }
        double seconds = seconds(start);
        System.out.printf(
            Locale.ROOT,
            "import: %.1f s, %.0f pairs/s; processor time of all threads %.1f s%n",
            seconds,
            memory.size() / seconds,
            (processNanos() - startOfProcess) / 1e9);
        resident();
      }
      List<Segment> queries = RealBook.segments(codes[0], 4000);
      for (int round = 0; round < 4; round++) {
        latency("search(4, 0.5)", queries, source -> memory.search(source, 4, 0.5));
        latency("related(8)", queries, source -> memory.related(source, 8));
        latency("exact", queries, source -> memory.exact(source, null, null));
        resident();
      }
    }
  }

  private static long processNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Time on the clock, and of the processor: on a busy machine the first says little. */
  private static void latency(String what, List<Segment> queries, Consumer<Segment> search) {
    double[] clock = new double[queries.size()];
    double[] processor = new double[queries.size()];
    for (int i = 0; i < clock.length; i++) {
      long start = System.nanoTime();
      long startOfThread = THREADS.getCurrentThreadCpuTime();
      search.accept(queries.get(i));
      processor[i] = (THREADS.getCurrentThreadCpuTime() - startOfThread) / 1e6;
      clock[i] = (System.nanoTime() - start) / 1e6;
    }
    System.out.printf(
        "%-14s clock %s; processor %s%n", what, percentiles(clock), percentiles(processor));
  }

  private static String percentiles(double[] milliseconds) {
    Arrays.sort(milliseconds);
    return String.format(
        Locale.ROOT,
        "p50 %.3f ms, p90 %.3f, p99 %.3f, max %.1f",
        milliseconds[milliseconds.length / 2],
        milliseconds[milliseconds.length * 9 / 10],
        milliseconds[milliseconds.length * 99 / 100],
        milliseconds[milliseconds.length - 1]);
  }

  private static void resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      StringBuilder line = new StringBuilder("resident:");
      for (String field : Files.readAllLines(status)) {
        if (field.matches("(VmRSS|VmHWM|RssAnon|RssFile):.*")) {
          line.append(' ').append(field.replaceAll("\\s+", " "));
        }
      }
      System.out.println(line);
    }
  }
}
