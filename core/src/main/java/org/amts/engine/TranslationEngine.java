package org.amts.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.amts.segment.Segment;

/**
 * A translation engine.
 *
 * <p>Safe for use by many threads; calls that come in together share the engine's cores. The answer
 * depends on the segments and the options only, not on the number of threads or on what else is
 * being translated.
 *
 * <pre>{@code
 * try (TranslationEngine engine = EngineProvider.named("local").open(EngineSettings.DEFAULT)) {
 *   List<Translation> answers =
 *       engine.translate(new LanguagePair("en", "zh"), List.of(Segment.of("Hello.")), done -> {});
 * }
 * }</pre>
 */
public interface TranslationEngine extends AutoCloseable {

  /** Name, version and model, for reports and the lock file: {@code local/amts-0.1 sha256:1f…}. */
  String identity();

  /** The pairs that it can translate. */
  Set<LanguagePair> languagePairs();

  /**
   * How many segments to hand over at a time, at least 1. More than that gain nothing and are lost
   * when a run is stopped; an engine whose every call takes long asks for many.
   */
  default int segmentsAtATime() {
    return 500;
  }

  /** Tells what translating segments would take; nothing is asked or paid. */
  default Volume volume(Collection<Segment> segments) {
    return Volume.of(segments);
  }

  /**
   * Translates segments.
   *
   * <p>Every answer has the same multiset of placeholder marks as its segment, or is {@link
   * Translation.Outcome#FAILED}. A segment that cannot be translated fails alone.
   *
   * @param pair one of {@link #languagePairs()}
   * @param segments what to translate, in the order of the document
   * @param progress told from time to time, from any thread, how many more segments are done; the
   *     numbers add up to the size of {@code segments}
   * @return the answers, one for each segment, in the same order
   * @throws IllegalArgumentException if the pair is not one of {@link #languagePairs()}
   * @throws EngineException if the engine as a whole cannot go on
   */
  List<Translation> translate(LanguagePair pair, List<Segment> segments, IntConsumer progress);

  /**
   * An engine that translates one language pair as this one does, and adapts every translation to
   * examples, terms and settings.
   *
   * @param pair one of {@link #languagePairs()}
   * @throws IllegalArgumentException if the pair is not one of {@link #languagePairs()}
   * @throws EngineException if the examples cannot be prepared
   */
  AdaptedEngine adaptedTo(LanguagePair pair, Adaptation adaptation);

  /** Gives back what the engine holds. */
  @Override
  void close();
}
