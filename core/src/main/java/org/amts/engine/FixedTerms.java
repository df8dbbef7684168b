package org.amts.engine;

import java.util.List;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * Words with a fixed translation, which no engine must touch: in the segment that it gets they are
 * placeholders that stand for their translation. A word that is not to be translated is its own
 * translation. They are found as {@link TermFinder} says. Immutable.
 */
public final class FixedTerms {

  /** No terms. */
  public static final FixedTerms NONE = new FixedTerms(List.of());

  private final TermFinder finder;

  /**
   * @param terms the words with their translations; of two with the same source the later counts
   */
  public FixedTerms(List<TermEntry> terms) {
    finder = new TermFinder(terms);
  }

  /** The segment with a placeholder for each term; the segment itself if it has none. */
  public Segment protect(Segment segment) {
    return segment.protecting(
        finder.find(segment.text()).stream()
            .map(found -> new Segment.Span(found.start(), found.end(), found.term().target()))
            .toList());
  }

  /**
   * Puts the fixed translations into what an engine made of a {@linkplain #protect protected}
   * segment.
   *
   * @param segment the segment before it was protected
   * @param translation with the marks of the protected segment
   * @return the translation with the marks of {@code segment} alone
   */
  public String insert(Segment segment, String translation) {
    Segment prepared = protect(segment);
    String text = translation;
    for (int i = segment.placeholders().size(); i < prepared.placeholders().size(); i++) {
      Placeholder term = prepared.placeholders().get(i);
      text = text.replace(term.mark(), term.original());
    }
    return text;
  }
}
