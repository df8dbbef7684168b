package org.amts.engine;

import java.util.ArrayList;
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
    List<TermFinder.Occurrence> occurrences = finder.find(segment.text());
    if (occurrences.isEmpty()) {
      return segment;
    }
    List<Placeholder> placeholders = new ArrayList<>(segment.placeholders());
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (TermFinder.Occurrence occurrence : occurrences) {
      int number =
          numberOf(occurrence.term().target(), placeholders, segment.placeholders().size());
      text.append(segment.text(), from, occurrence.start()).append(Placeholder.mark(number));
      from = occurrence.end();
    }
    return new Segment(text.append(segment.text().substring(from)).toString(), placeholders);
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

  /**
   * The number of a term's placeholder; those of the segment itself are never shared, as they are
   * not terms.
   */
  private static int numberOf(String target, List<Placeholder> placeholders, int own) {
    for (Placeholder placeholder : placeholders.subList(own, placeholders.size())) {
      if (placeholder.original().equals(target)) {
        return placeholder.number();
      }
    }
    placeholders.add(new Placeholder(placeholders.size(), Placeholder.Kind.OTHER, target));
    return placeholders.size() - 1;
  }
}
