package org.amts.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Segment;

/**
 * An engine without a model: the translation of {@code See ⟦0⟧.} into Chinese is {@code ZH:See
 * ⟦0⟧.}. It keeps the promises of {@link TranslationEngine}, remembers what it was asked, and fails
 * on segments that a test names. Safe for use by many threads.
 */
public final class FakeEngine implements TranslationEngine {

  private final Predicate<Segment> fails;
  private final Runnable before;
  private final List<Segment> asked = new ArrayList<>();
  private boolean closed;

  /** An engine that never fails. */
  public FakeEngine() {
    this(segment -> false);
  }

  /**
   * @param fails segments that it answers with {@link Translation.Outcome#FAILED}
   */
  public FakeEngine(Predicate<Segment> fails) {
    this(fails, () -> {});
  }

  private FakeEngine(Predicate<Segment> fails, Runnable before) {
    this.fails = fails;
    this.before = before;
  }

  /**
   * An engine that never fails.
   *
   * @param before is run by each call before its work, by several threads at the same time: to wait
   */
  public static FakeEngine after(Runnable before) {
    return new FakeEngine(segment -> false, before);
  }

  @Override
  public String identity() {
    return FakeEngineProvider.NAME;
  }

  /** Every pair of English, Chinese and Spanish. */
  @Override
  public Set<LanguagePair> languagePairs() {
    return Set.of(
        new LanguagePair("en", "zh"),
        new LanguagePair("zh", "en"),
        new LanguagePair("en", "es"),
        new LanguagePair("es", "en"),
        new LanguagePair("es", "zh"),
        new LanguagePair("zh", "es"));
  }

  @Override
  public List<Translation> translate(
      LanguagePair pair, List<Segment> segments, IntConsumer progress) {
    before.run();
    return answer(pair, segments, progress);
  }

  private synchronized List<Translation> answer(
      LanguagePair pair, List<Segment> segments, IntConsumer progress) {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
    check(pair);
    asked.addAll(segments);
    List<Translation> answers =
        segments.stream().map(segment -> translate(pair.target(), segment)).toList();
    progress.accept(segments.size());
    return answers;
  }

  /**
   * An engine that answers what equals an example or a term with its translation and everything
   * else as this one does. A revision is the old translation, then the new source in braces.
   */
  @Override
  public AdaptedEngine adaptedTo(LanguagePair pair, Adaptation adaptation) {
    check(pair);
    before.run();
    FakeAdaptedEngine adapted = new FakeAdaptedEngine(this, pair, adaptation.cache());
    List<Example> examples = new ArrayList<>();
    adaptation.examples().forEach(examples::add);
    adaptation
        .terminology()
        .forEach(term -> examples.add(Example.of(term.source(), term.target())));
    adapted.learn(examples);
    return adapted;
  }

  private void check(LanguagePair pair) {
    if (!languagePairs().contains(pair)) {
      throw new IllegalArgumentException("the fake engine does not translate " + pair);
    }
  }

  /** All segments that it was asked to translate, in the order in which they came. */
  public synchronized List<Segment> asked() {
    return List.copyOf(asked);
  }

  /** Whether it was closed. */
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private Translation translate(String target, Segment segment) {
    if (segment.hasNoWords()) {
      return new Translation(segment.text(), Translation.Outcome.COPIED);
    }
    if (fails.test(segment)) {
      return new Translation(segment.text(), Translation.Outcome.FAILED);
    }
    return new Translation(
        target.toUpperCase(Locale.ROOT) + ":" + segment.text(), Translation.Outcome.TRANSLATED);
  }
}
