package org.amts.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amts.document.TextRange;
import org.amts.segment.Cjk;
import org.amts.segment.FuzzyScore;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.amts.segment.SentenceSplitter;

/**
 * Whole sentences that an edit took out of a segment, one after the other. Immutable.
 *
 * @param sentences how many sentences there were
 * @param first the first of those that went
 * @param count how many went
 * @param kept the others
 * @param deleted those that went
 */
record SentenceDeletion(int sentences, int first, int count, String kept, String deleted) {

  /**
   * A translation cut in two.
   *
   * @param kept what may render the sentences that are left
   * @param removed what may render those that went
   */
  record Cut(String kept, String removed) {}

  /** A sentence with less in common is another one. */
  private static final double SAME = 0.6;

  /** By how much the shares that go may differ between source and translation. */
  private static final double LARGEST_DIFFERENCE = 0.4;

  private static final SentenceSplitter SPLITTER = new SentenceSplitter();
  private static final String COMMAS = ",;，；";
  private static final String ENDS = ".!?:;";
  private static final String WIDE_ENDS = "。！？：；";
  private static final String OPENERS = "([{（［【「『《“";
  private static final String CLOSERS = ")]}）］】」』》”";

  /** Finds the sentences that went; the others may have been edited, too. */
  static Optional<SentenceDeletion> find(Segment before, Segment after, String language) {
    List<TextRange> old = SPLITTER.split(before.text(), language);
    List<TextRange> now = SPLITTER.split(after.text(), language);
    int count = old.size() - now.size();
    if (count <= 0 || now.isEmpty()) {
      return Optional.empty();
    }
    int best = -1;
    double most = 0;
    for (int first = 0; first <= now.size(); first++) {
      double sum = 0;
      for (int i = 0; i < now.size() && sum >= 0; i++) {
        double score = score(before, old.get(i < first ? i : i + count), after, now.get(i));
        sum = score < SAME ? -1 : sum + score;
      }
      if (sum > most) {
        most = sum;
        best = first;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    String text = before.text();
    return Optional.of(
        new SentenceDeletion(
            old.size(),
            best,
            count,
            without(text, old, best, count),
            text.substring(old.get(best).start(), old.get(best + count - 1).end())));
  }

  private static double score(Segment before, TextRange old, Segment after, TextRange now) {
    return FuzzyScore.of(
        new Segment(old.of(before.text()), before.placeholders()),
        new Segment(now.of(after.text()), after.placeholders()));
  }

  /** A text without some of its sentences, and without the space that parted them. */
  private static String without(String text, List<TextRange> sentences, int first, int count) {
    int next = first + count;
    if (next == sentences.size()) {
      return text.substring(0, sentences.get(first - 1).end());
    }
    return text.substring(0, sentences.get(first).start())
        + text.substring(sentences.get(next).start());
  }

  /** Where the translation may be cut: between any clauses, as translators end sentences anew. */
  List<Cut> cuts(String target, String language) {
    List<Integer> places = new ArrayList<>();
    places.add(0);
    places.addAll(clauses(target));
    places.add(target.length());
    List<Cut> cuts = new ArrayList<>();
    for (int from : places) {
      for (int to : places) {
        boolean fits = (first == 0) == (from == 0) && isLast() == (to == target.length());
        if (from < to && fits) {
          String left = target.substring(0, from);
          cuts.add(
              new Cut(
                  isLast() ? ended(left, target) : capitalised(left + target.substring(to), left),
                  target.substring(from, to).strip()));
        }
      }
    }
    cuts.removeIf(cut -> Math.abs(share(cut) - shareOfSource()) > LARGEST_DIFFERENCE);
    return cuts;
  }

  private boolean isLast() {
    return first + count == sentences;
  }

  private static double share(Cut cut) {
    return (double) cut.kept().length() / (cut.kept().length() + cut.removed().length());
  }

  private double shareOfSource() {
    return (double) kept.length() / (kept.length() + deleted.length());
  }

  /** Where clauses begin, but for the first; not inside brackets. */
  private static List<Integer> clauses(String text) {
    List<Integer> places = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      depth += OPENERS.indexOf(c) >= 0 ? 1 : CLOSERS.indexOf(c) >= 0 ? -1 : 0;
      boolean isEnd = COMMAS.indexOf(c) >= 0 || ENDS.indexOf(c) >= 0 || WIDE_ENDS.indexOf(c) >= 0;
      boolean isWide = c > 0x7F;
      if (isEnd && depth == 0 && (isWide || text.charAt(i + 1) == ' ')) {
        int next = i + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
          next++;
        }
        places.add(next);
      }
    }
    return places;
  }

  /** A clause that now ends the segment, with the sign that its source ends with. */
  private String ended(String text, String target) {
    String clause = text.strip();
    char last = clause.charAt(clause.length() - 1);
    if (COMMAS.indexOf(last) < 0) {
      return clause;
    }
    int end = ENDS.indexOf(kept.charAt(kept.length() - 1));
    String words = clause.substring(0, clause.length() - 1);
    if (end < 0) {
      return words;
    }
    boolean isWide = Cjk.hasLetter(target);
    return words + (isWide ? WIDE_ENDS : ENDS).charAt(end);
  }

  private static String capitalised(String text, String left) {
    boolean isBeginning =
        left.isBlank() && !text.isEmpty() && !Placeholder.marksIn(text).lookingAt();
    return isBeginning ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
  }
}
