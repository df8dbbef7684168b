package org.amts.sync;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * An edit of a sentence.
 *
 * @param kind what it is about
 * @param removed words that the older sentence alone has, in its order
 * @param added words that the newer sentence alone has, in its order
 * @param similarity of the two, 0..1; see {@link WordDifference}
 */
public record Edit(EditClass kind, List<String> removed, List<String> added, double similarity) {

  private static final Pattern EMPHASIS = Pattern.compile("[\\[(]\\*\\*|\\*\\*[\\])]|[*_~]+");

  /** Words that turn a statement round, in the languages that AMTS has data for. */
  private static final Set<String> NEGATIONS =
      Set.of(
          "not", "no", "never", "none", "nor", "neither", "without", "cannot", "nothing", "unless",
          "nunca", "sin", "ningún", "ninguna", "jamás", "tampoco", "不", "没", "無", "无", "非", "未");

  /** Copies the lists. */
  public Edit {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
  }

  /** Compares two versions of a sentence. */
  static Edit between(Segment before, Segment after) {
    WordDifference words = WordDifference.between(before, after);
    return new Edit(kind(before, after, words), words.removed(), words.added(), words.similarity());
  }

  private static EditClass kind(Segment before, Segment after, WordDifference words) {
    boolean sameWords = words.removed().isEmpty() && words.added().isEmpty();
    if (sameWords || plainWords(before).equals(plainWords(after))) {
      return protectedSpans(before, true).equals(protectedSpans(after, true))
          ? EditClass.MARKUP
          : EditClass.CODE;
    }
    if (lowerCase(words.removed()).equals(lowerCase(words.added()))) {
      return EditClass.WORDING;
    }
    boolean meaning =
        words.removed().stream().anyMatch(word -> carriesMeaning(word, before))
            || words.added().stream().anyMatch(word -> carriesMeaning(word, after));
    return meaning ? EditClass.MEANING : EditClass.WORDING;
  }

  /** The words as a reader hears them: without marks, emphasis and spaces. */
  static String plainWords(Segment segment) {
    String words = Placeholder.marksIn(segment.text()).replaceAll(" ");
    return EMPHASIS.matcher(words).replaceAll("").replaceAll("[\\s\\[\\]]+", " ").strip();
  }

  private static Map<String, Integer> protectedSpans(Segment segment, boolean codeOnly) {
    Map<String, Integer> spans = new TreeMap<>();
    Matcher marks = Placeholder.marksIn(segment.text());
    while (marks.find()) {
      Placeholder span = segment.placeholders().get(Integer.parseInt(marks.group(1)));
      boolean code = span.kind() == Placeholder.Kind.CODE || span.kind() == Placeholder.Kind.MATH;
      if (code || !codeOnly) {
        spans.merge(span.original(), 1, Integer::sum);
      }
    }
    return spans;
  }

  private static List<String> lowerCase(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  private static boolean carriesMeaning(String word, Segment in) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (word.codePoints().anyMatch(Character::isDigit)
        || NEGATIONS.contains(lower)
        || lower.endsWith("n't")
        || lower.endsWith("n’t")) {
      return true;
    }
    // A capital that does not come from the sentence's beginning is a name or an abbreviation.
    boolean capital = Character.isUpperCase(word.codePointAt(0));
    boolean innerCapital = word.codePoints().skip(1).anyMatch(Character::isUpperCase);
    return innerCapital || (capital && !plainWords(in).startsWith(word));
  }
}
