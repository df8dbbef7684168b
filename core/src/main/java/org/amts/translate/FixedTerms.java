package org.amts.translate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * Words with a fixed translation, which the engine must not touch: in the segment that it gets they
 * are placeholders that stand for their translation. A word that is not to be translated is its own
 * translation. Immutable.
 *
 * <p>A term is found where it stands as a whole word, with the same capitals. The longest term
 * wins.
 */
public final class FixedTerms {

  /** No terms. */
  public static final FixedTerms NONE = new FixedTerms(Map.of());

  private final Map<String, String> terms;
  private final Pattern pattern;

  /**
   * @param terms source term to target term; both not blank
   */
  public FixedTerms(Map<String, String> terms) {
    this.terms = Map.copyOf(terms);
    String alternatives =
        terms.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(term -> term))
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    // Letters and digits of scripts that write without spaces do not bound words.
    String word = "[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]";
    this.pattern =
        terms.isEmpty()
            ? Pattern.compile("(?!)")
            : Pattern.compile("(?<!" + word + ")(?:" + alternatives + ")(?!" + word + ")");
  }

  /** The segment with a placeholder for each term; the segment itself if it has none. */
  public Segment protect(Segment segment) {
    Matcher matcher = pattern.matcher(segment.text());
    if (!matcher.find()) {
      return segment;
    }
    List<Placeholder> placeholders = new ArrayList<>(segment.placeholders());
    StringBuilder text = new StringBuilder();
    do {
      String target = Objects.requireNonNull(terms.get(matcher.group()));
      int number = numberOf(target, placeholders, segment.placeholders().size());
      matcher.appendReplacement(text, Matcher.quoteReplacement(Placeholder.mark(number)));
    } while (matcher.find());
    matcher.appendTail(text);
    return new Segment(text.toString(), placeholders);
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
