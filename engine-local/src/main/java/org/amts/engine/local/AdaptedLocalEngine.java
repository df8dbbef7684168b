package org.amts.engine.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineException;
import org.amts.engine.Example;
import org.amts.engine.Explanation;
import org.amts.engine.Formality;
import org.amts.engine.LanguagePair;
import org.amts.engine.Revision;
import org.amts.engine.TermFinder;
import org.amts.engine.Translation;
import org.amts.engine.local.memory.MemoryMatch;
import org.amts.engine.local.memory.TranslationMemory;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;

/** The embedded engine, adapted to a translation memory. Safe for use by many threads. */
public final class AdaptedLocalEngine implements AdaptedEngine {

  /** Bytes of a network's states on examples that are kept in memory. */
  static final long STATES_KEPT = 256L << 20;

  private final LocalEngine engine;
  private final Model model;
  private final PartDecoder decoder;
  private final LanguagePair pair;
  private final TranslationMemory memory;
  private final StateStore states;
  private final NetworkAdaptation learning;
  private final Adaptation settings;
  private final AdaptationMethods methods;
  private final boolean ownsMemory;
  private final MemoryAdviser adviser;
  private final TermFinder terms;
  private final SegmentTranslator translator;

  private AdaptedLocalEngine(
      LocalEngine engine,
      Model model,
      PartDecoder decoder,
      LanguagePair pair,
      TranslationMemory memory,
      StateStore states,
      NetworkAdaptation learning,
      Adaptation settings,
      AdaptationMethods methods,
      boolean ownsMemory) {
    this.engine = engine;
    this.model = model;
    this.decoder = decoder;
    this.pair = pair;
    this.memory = memory;
    this.states = states;
    this.learning = learning;
    this.settings = settings;
    this.methods = methods;
    this.ownsMemory = ownsMemory;
    adviser = new MemoryAdviser(model, decoder, memory, states, learning, methods);
    terms = new TermFinder(settings.terminology());
    translator =
        new SegmentTranslator(model.codec(), decoder, pair.target(), advised(adviser, methods));
  }

  /**
   * Looks answers over: that they are whole, without flaws and translated; then, by the settings,
   * length, terms, address.
   */
  private Adviser advised(Adviser examples, AdaptationMethods methods) {
    Adviser advised = new CompletenessAdviser(examples, decoder);
    advised = engine.lookingOver(advised, pair);
    if (settings.brief()) {
      advised = new BrevityAdviser(advised, model, decoder);
    }
    if (!settings.terminology().isEmpty()) {
      advised = new TermAdviser(advised, terms, model, decoder, pair.target(), methods);
    }
    if (settings.formality() != Formality.UNSPECIFIED
        && AddressAdviser.knows(pair.source(), pair.target())) {
      advised = new AddressAdviser(advised, settings.formality());
    }
    return advised;
  }

  static AdaptedLocalEngine open(
      LocalEngine engine,
      Model model,
      PartDecoder decoder,
      LanguagePair pair,
      Adaptation adaptation,
      AdaptationMethods methods) {
    Path cache = adaptation.cache();
    @Nullable Path folder = cache == null ? null : cache.resolve("memory-" + pair);
    TranslationMemory memory = TranslationMemory.open(folder, pair);
    // Opened after the memory, whose lock keeps other runs out.
    @Nullable StateFile file =
        cache == null
            ? null
            : StateFile.open(
                cache.resolve("states-" + pair),
                model.description().identity(),
                model.description().network().d());
    StateStore states =
        new StateStore(
            new StateReader(model, pair.target()), decoder, model.network(), file, STATES_KEPT);
    try {
      memory.hold(adaptation.examples());
    } catch (EngineException e) {
      states.close();
      memory.close();
      throw e;
    }
    return new AdaptedLocalEngine(
        engine,
        model,
        decoder,
        pair,
        memory,
        states,
        new NetworkAdaptation(model, decoder, pair, memory, cache, adaptation.learnt()),
        adaptation.withExamples(List.of()),
        methods,
        true);
  }

  /**
   * The same, adapting by chosen methods only, to see what each is good for. It uses this engine's
   * memory.
   */
  public AdaptedLocalEngine by(AdaptationMethods methods) {
    return new AdaptedLocalEngine(
        engine, model, decoder, pair, memory, states, learning, settings, methods, false);
  }

  @Override
  public String identity() {
    return engine.identity();
  }

  @Override
  public Set<LanguagePair> languagePairs() {
    return Set.of(pair);
  }

  @Override
  public List<Translation> translate(
      LanguagePair asked, List<Segment> segments, IntConsumer progress) {
    if (!asked.equals(pair)) {
      throw new IllegalArgumentException("adapted to " + pair + ", asked for " + asked);
    }
    return translator.translate(segments, progress);
  }

  @Override
  public AdaptedEngine adaptedTo(LanguagePair other, Adaptation adaptation) {
    return engine.adaptedTo(other, adaptation);
  }

  @Override
  public boolean prepare(DoubleConsumer progress) {
    if (methods.learning()) {
      learning.prepare(progress);
    }
    return learning.network().isPresent();
  }

  @Override
  public void learn(List<Example> examples) {
    memory.add(examples);
  }

  @Override
  public List<Translation> revise(List<Revision> revisions, IntConsumer progress) {
    return new Revisions(model, decoder, pair, segment -> adviser.network(segment, pair.target()))
        .revise(revisions, progress);
  }

  @Override
  public Explanation explain(Segment segment) {
    List<Explanation.Match> matches = new ArrayList<>();
    List<Explanation.TokenTrust> trust = new ArrayList<>();
    Optional<MemoryAdviser.Answer> answer = adviser.answering(segment, null, null);
    OptionalDouble likeness = OptionalDouble.empty();
    boolean usesLearnt = false;
    Translation adapted;
    if (answer.isPresent() || segment.hasNoWords()) {
      answer.ifPresent(known -> matches.add(matchOf(known.match(), Explanation.Use.ANSWER)));
      adapted = translate(pair, List.of(segment), done -> {}).get(0);
    } else {
      Optional<MemoryAdviser.Found> looked =
          model
              .codec()
              .encode(segment.text(), pair.target())
              .map(input -> adviser.find(new Adviser.Text(segment, input)));
      if (looked.isPresent()) {
        MemoryAdviser.Found found = looked.get();
        found.shown().forEach(m -> matches.add(matchOf(m, Explanation.Use.INPUT)));
        found.neighbours().forEach(m -> matches.add(matchOf(m, Explanation.Use.NEIGHBOUR)));
        found.draft().ifPresent(m -> matches.add(matchOf(m, Explanation.Use.DRAFT)));
        likeness = found.likeness();
        usesLearnt = found.learnt().isPresent();
      }
      adapted = translator.translate(segment, part -> trust.addAll(trustOf(part)));
    }
    return new Explanation(
        segment,
        matches,
        terms.find(segment.text()).stream().map(TermFinder.Occurrence::term).distinct().toList(),
        trust,
        likeness,
        usesLearnt,
        adapted,
        engine.translate(pair, List.of(segment), done -> {}).get(0));
  }

  private static Explanation.Match matchOf(MemoryMatch match, Explanation.Use use) {
    return new Explanation.Match(match.example(), match.score(), use);
  }

  private List<Explanation.TokenTrust> trustOf(Part part) {
    Hypothesis said = part.hypothesis();
    List<Explanation.TokenTrust> shares = new ArrayList<>();
    for (int i = 0; said != null && i < said.trust().length; i++) {
      String token = model.codec().decode(part.input(), new int[] {said.tokens()[i]});
      shares.add(new Explanation.TokenTrust(token, said.trust()[i]));
    }
    return shares;
  }

  @Override
  public void close() {
    if (ownsMemory) {
      learning.close();
      states.close();
      memory.close();
    }
  }
}
