package org.amts.server;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Segment;
import org.amts.testing.FakeEngine;

/** A fake engine that waits, before each call, until the test lets it go. */
final class SlowEngine implements TranslationEngine {

  private final FakeEngine engine = new FakeEngine();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();

  /** How many calls have begun. */
  int begun() {
    return begun.get();
  }

  /** Lets all calls go. */
  void open() {
    gate.countDown();
  }

  @Override
  public String identity() {
    return engine.identity();
  }

  @Override
  public Set<LanguagePair> languagePairs() {
    return engine.languagePairs();
  }

  @Override
  public List<Translation> translate(
      LanguagePair pair, List<Segment> segments, IntConsumer progress) {
    pass();
    return engine.translate(pair, segments, progress);
  }

  @Override
  public AdaptedEngine adaptedTo(LanguagePair pair, Adaptation adaptation) {
    pass();
    return engine.adaptedTo(pair, adaptation);
  }

  private void pass() {
    begun.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    open();
  }
}
