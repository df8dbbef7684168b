package org.amts.engine;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.amts.segment.Cjk;
import org.amts.segment.Placeholder;

/**
 * Finds terms in the text of segments, as Amazon Translate does: with the same capitals, and in
 * exactly the form of the terminology. So a plural or a capital at the beginning of a sentence is
 * found only if it is an entry of its own; a possessive is, for its word ends before the
 * apostrophe.
 *
 * <p>A term is found as a whole word: it does not begin or end between two letters or digits.
 * Chinese and Japanese are written without spaces, so between their characters words may begin and
 * end anywhere. Where terms overlap, the first counts, and of those that begin at one place the
 * longest. Nothing is found inside of placeholders' marks. Immutable; the time to search does not
 * depend on the number of terms.
 */
public final class TermFinder {

  /** Finds nothing. */
  public static final TermFinder NONE = new TermFinder(List.of());

  private final Map<String, TermEntry> terms = new HashMap<>();

  /** The lengths of the terms, the longest first, by the first UTF-16 unit. */
  private final Map<Character, SortedSet<Integer>> lengths = new HashMap<>();

  /**
   * A finder of given terms.
   *
   * @param terms the terminology; of two entries with the same source the later counts
   */
  public TermFinder(List<TermEntry> terms) {
    for (TermEntry term : terms) {
      String source = normalized(term.source());
      this.terms.put(source, term);
      lengths
          .computeIfAbsent(source.charAt(0), first -> new TreeSet<>(Comparator.reverseOrder()))
          .add(source.length());
    }
  }

  /**
   * A place where a term stands.
   *
   * @param start of the term in the text, in UTF-16 units from 0
   * @param end behind the term
   * @param term the entry of the terminology
   */
  public record Occurrence(int start, int end, TermEntry term) {}

  /** Whether there are no terms. */
  public boolean isEmpty() {
    return terms.isEmpty();
  }

  /**
   * Finds the terms of a text.
   *
   * @param text the text of a {@link org.amts.segment.Segment}, with the marks of its placeholders
   * @return the occurrences in the order of the text, none overlapping another
   */
  public List<Occurrence> find(String text) {
    List<Occurrence> found = new ArrayList<>();
    if (terms.isEmpty()) {
      return found;
    }
    Matcher marks = Placeholder.marksIn(text);
    int from = 0;
    while (marks.find()) {
      find(text, from, marks.start(), found);
      from = marks.end();
    }
    find(text, from, text.length(), found);
    return found;
  }

  /** The terms of a text, in its order, each as often as it stands there. */
  public List<TermEntry> termsIn(String text) {
    return find(text).stream().map(Occurrence::term).toList();
  }

  private void find(String text, int from, int to, List<Occurrence> found) {
    int at = from;
    while (at < to) {
      int end = isBound(text, at) ? endOfTerm(text, at, to) : at;
      if (end > at) {
        found.add(new Occurrence(at, end, terms.get(text.substring(at, end))));
        at = end;
      } else {
        at++;
      }
    }
  }

  /** Where the longest term ends that begins at a place; the place itself if none does. */
  private int endOfTerm(String text, int start, int to) {
    for (int length : lengths.getOrDefault(text.charAt(start), NO_LENGTHS)) {
      int end = start + length;
      if (end <= to && terms.containsKey(text.substring(start, end)) && isBound(text, end)) {
        return end;
      }
    }
    return start;
  }

  private static final SortedSet<Integer> NO_LENGTHS = new TreeSet<>();

  /** Whether a word may begin or end at a place. */
  private static boolean isBound(String text, int at) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    return !isWord(text.codePointBefore(at)) || !isWord(text.codePointAt(at));
  }

  private static boolean isWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint) && !Cjk.isLetter(codePoint);
  }

  /** In the form of a segment's text. */
  private static String normalized(String term) {
    return Normalizer.normalize(term, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }
}
