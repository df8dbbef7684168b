package org.amts.cli;

import java.util.function.DoubleConsumer;
import org.amts.cli.progress.Progress;
import org.amts.cli.progress.ProgressBars;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.LanguagePair;
import org.jspecify.annotations.Nullable;

/** Shows an engine that learns from its examples, if it takes any time. */
final class Learning {

  private static final int UNITS = 100;

  private Learning() {}

  /**
   * Prepares an engine.
   *
   * @return whether it has learnt from all examples together
   * @throws org.amts.engine.EngineException if it cannot be
   */
  static boolean of(AdaptedEngine engine, LanguagePair pair, ProgressBars bars) {
    try (Shown shown = new Shown(pair + " learn", bars)) {
      return engine.prepare(shown);
    }
  }

  /** A bar that appears when there is something to do. */
  private static final class Shown implements DoubleConsumer, AutoCloseable {

    private final String name;
    private final ProgressBars bars;
    private @Nullable Progress progress;
    private long done;

    Shown(String name, ProgressBars bars) {
      this.name = name;
      this.bars = bars;
    }

    @Override
    public void accept(double share) {
      Progress bar = progress == null ? bars.start(name, UNITS) : progress;
      progress = bar;
      long now = (long) (share * UNITS);
      bar.step(Math.max(0, now - done));
      done = Math.max(done, now);
    }

    @Override
    public void close() {
      if (progress != null) {
        progress.close();
      }
    }
  }
}
