package org.amts.engine.amazon;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.amts.engine.EngineException;

/**
 * How long to wait between two looks at something that takes its time: each wait half as long again
 * as the last, between half and all of it at random, so that several programs do not ask in step.
 *
 * @param first the first wait
 * @param longest the longest wait
 */
record Backoff(Duration first, Duration longest) {

  /** Soon for a service nearby, seldom for one that takes a quarter of an hour. */
  static final Backoff USUAL = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

  /**
   * Waits.
   *
   * @param attempt how often the caller has waited before
   * @param what what for, for the message
   * @throws EngineException if the thread is interrupted
   */
  void await(int attempt, String what) {
    double full =
        Math.min(longest.toMillis(), first.toMillis() * Math.pow(1.5, Math.min(attempt, 100)));
    try {
      Thread.sleep((long) (full * (0.5 + ThreadLocalRandom.current().nextDouble() / 2)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(
          "stopped while waiting for " + what + "; the next run takes it up where it is", e);
    }
  }
}
