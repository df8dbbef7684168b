package org.amts.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Plain lines, for logs. */
final class LineProgress implements Progress {

  private final String name;
  private final long total;
  private final PrintWriter out;
  private final long intervalNanos;
  private final long start = System.nanoTime();
  private long lastLine = start;
  private long done;

  LineProgress(String name, long total, PrintWriter out, Duration interval) {
    this.name = name;
    this.total = total;
    this.out = out;
    this.intervalNanos = interval.toNanos();
  }

  @Override
  public synchronized void step(long count) {
    done += count;
    long now = System.nanoTime();
    if (now - lastLine >= intervalNanos && done < total) {
      lastLine = now;
      print(now);
    }
  }

  @Override
  public synchronized void close() {
    print(System.nanoTime());
  }

  private void print(long now) {
    double seconds = (now - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "%s: %,d of %,d (%d%%) in %.0f s, %.1f/s%n",
        name,
        done,
        total,
        total == 0 ? 100 : done * 100 / total,
        seconds,
        done / Math.max(seconds, 1e-3));
    out.flush();
  }
}
