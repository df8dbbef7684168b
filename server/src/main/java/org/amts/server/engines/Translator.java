package org.amts.server.engines;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.amts.engine.TermFinder;
import org.amts.engine.Translation;
import org.amts.segment.Segment;
import org.amts.server.content.SegmentTranslator;
import org.amts.server.terminology.Terminologies;
import org.jspecify.annotations.Nullable;

/**
 * Translates the segments of one text or document, and keeps account of the terms that were used.
 * Closed when the document is done. Safe for use by many threads.
 */
public final class Translator implements SegmentTranslator, AutoCloseable {

  /** As many terms as an answer or a report lists. */
  private static final int MOST_TERMS = 1000;

  private final SegmentTranslator engine;
  private final Runnable whenClosed;
  private final Terminologies.@Nullable Terms terms;
  private final TermFinder finder;
  private final @Nullable TranslationSettings settings;
  private final @Nullable ProfanityMask mask;
  private final Set<AppliedTerminology.Term> used = new LinkedHashSet<>();

  Translator(
      SegmentTranslator engine,
      Runnable whenClosed,
      Terminologies.@Nullable Terms terms,
      @Nullable TranslationSettings settings,
      @Nullable ProfanityMask mask) {
    this.engine = engine;
    this.whenClosed = whenClosed;
    this.terms = terms;
    this.settings = settings;
    this.mask = mask;
    finder = terms == null ? TermFinder.NONE : new TermFinder(terms.terms());
  }

  @Override
  public List<Translation> translate(List<Segment> segments) {
    List<Translation> translations = new ArrayList<>(engine.translate(segments));
    for (int i = 0; i < segments.size(); i++) {
      Translation translation = translations.get(i);
      note(segments.get(i), translation);
      if (mask != null) {
        translations.set(i, new Translation(mask.apply(translation.text()), translation.outcome()));
      }
    }
    return translations;
  }

  private void note(Segment segment, Translation translation) {
    if (finder.isEmpty() || translation.outcome() == Translation.Outcome.FAILED) {
      return;
    }
    for (TermFinder.Occurrence occurrence : finder.find(segment.text())) {
      String target = occurrence.term().target();
      if (translation.text().contains(target)) {
        synchronized (used) {
          if (used.size() < MOST_TERMS) {
            used.add(new AppliedTerminology.Term(occurrence.term().source(), target));
          }
        }
      }
    }
  }

  /** The terms that were used; an entry for the terminology even if none was; empty without one. */
  public List<AppliedTerminology> appliedTerminologies() {
    if (terms == null) {
      return List.of();
    }
    synchronized (used) {
      return List.of(new AppliedTerminology(terms.name(), List.copyOf(used)));
    }
  }

  /** The settings that could be applied; null if none. */
  public @Nullable TranslationSettings appliedSettings() {
    return settings;
  }

  @Override
  public void close() {
    whenClosed.run();
  }
}
