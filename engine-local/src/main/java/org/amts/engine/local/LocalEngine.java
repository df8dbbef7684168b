package org.amts.engine.local;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.amts.engine.Adaptation;
import org.amts.engine.EngineException;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.QualityEstimator;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Segment;

/**
 * The embedded engine. An answer that cannot be used (see {@link DecodingCounts}) is tried again
 * under rules that exclude its fault, greedily and with a beam; if that fails too, the segment is
 * {@link Translation.Outcome#FAILED}.
 */
public final class LocalEngine implements TranslationEngine, QualityEstimator {

  private static final String NAME = "local/amts";

  /** The engine setting that names the methods of adaptation to use. */
  private static final String METHODS = "adapt-by";

  private final Model model;
  private final PartDecoder decoder;
  private final AdaptationMethods methods;

  private LocalEngine(Model model, EngineSettings settings, AdaptationMethods methods) {
    this.model = model;
    this.methods = methods;
    decoder = new PartDecoder(model, settings);
  }

  /**
   * Loads the model and opens the engine.
   *
   * @throws EngineException if the model cannot be loaded, or if the setting {@code adapt-by} names
   *     a method that there is not
   */
  public static LocalEngine open(EngineSettings settings) {
    String chosen = settings.properties().get(METHODS);
    AdaptationMethods methods =
        chosen == null ? AdaptationMethods.DEFAULT : AdaptationMethods.parse(chosen);
    return new LocalEngine(Model.open(ModelFiles.of(settings.model())), settings, methods);
  }

  @Override
  public String identity() {
    return NAME + " " + model.description().identity();
  }

  @Override
  public Set<LanguagePair> languagePairs() {
    return model.description().languagePairs();
  }

  /** How often first answers could not be used. */
  public DecodingCounts counts() {
    return decoder.counts();
  }

  @Override
  public List<Translation> translate(
      LanguagePair pair, List<Segment> segments, IntConsumer progress) {
    check(pair);
    Adviser adviser = lookingOver(Adviser.NONE, pair);
    return new SegmentTranslator(model.codec(), decoder, pair.target(), adviser)
        .translate(segments, progress);
  }

  @Override
  public AdaptedLocalEngine adaptedTo(LanguagePair pair, Adaptation adaptation) {
    check(pair);
    return AdaptedLocalEngine.open(this, model, decoder, pair, adaptation, methods);
  }

  @Override
  public boolean canJudge(LanguagePair pair) {
    return languagePairs().contains(pair.reversed());
  }

  @Override
  public List<Optional<Doubt>> doubts(
      LanguagePair pair, List<Example> translations, IntConsumer progress) {
    check(pair.reversed());
    return new WordDoubts(model, decoder, pair.source()).of(translations, progress);
  }

  /**
   * Looks for answers with flaws, and for words that were not translated where the model can be
   * asked the other way round.
   */
  Adviser lookingOver(Adviser adviser, LanguagePair pair) {
    Adviser advised = new FlawAdviser(adviser, model, decoder, pair.target());
    return canJudge(pair)
        ? new UntranslatedWordsAdviser(advised, model, decoder, pair.source())
        : advised;
  }

  @Override
  public void close() {
    decoder.close();
    model.close();
  }

  private void check(LanguagePair pair) {
    if (!languagePairs().contains(pair)) {
      throw new IllegalArgumentException(
          "the model does not translate " + pair + ", only " + model.description().directions());
    }
  }
}
