package org.amts.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.document.Block;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.TextRange;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;

/**
 * Changes code, formulas, targets and emphasis in a translation as they changed in its source,
 * where that needs no understanding. Everything else keeps its characters.
 */
final class MechanicalPatch {

  private static final Pattern EMPHASIS = Pattern.compile("[\\[(]\\*\\*|\\*\\*[\\])]|[*_~]+");
  private static final String ANY_MARK = "⟦⟧";

  private final Segment before;
  private final Segment after;

  private MechanicalPatch(Segment before, Segment after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Patches a translation.
   *
   * @param before the source that the rendition renders
   * @param after the source as it is now
   * @param base where the rendition stands
   * @return the rendition's new characters, as they stand in the file; empty if the words differ,
   *     or if it cannot be told where the translation has what changed
   */
  static Optional<String> patch(Segment before, Segment after, Baseline base, Rendition rendition) {
    TextRange range = base.rangeOf(rendition);
    if (range == null) {
      return Optional.empty();
    }
    return new MechanicalPatch(before, after).patch(base, range);
  }

  private Optional<String> patch(Baseline base, TextRange range) {
    String text = base.translation().document().text();
    if (sameShape(before, after)) {
      return replaceSpans(base, range);
    }
    if (!spans(before).equals(spans(after))) {
      return Optional.empty();
    }
    if (Edit.plainWords(before).equals(Edit.plainWords(after))) {
      return Optional.of(emphasised(range.of(text)));
    }
    // Punctuation alone: the target language has its own.
    boolean sameWords = WordDifference.words(before).equals(WordDifference.words(after));
    return sameWords ? Optional.of(range.of(text)) : Optional.empty();
  }

  /**
   * Whether two sentences differ in what their protected spans hold alone. If such a change cannot
   * be made in the translation, the translator has something else there, and no engine knows
   * better.
   */
  static boolean sameShape(Segment before, Segment after) {
    return withoutNumbers(before).equals(withoutNumbers(after));
  }

  private static String withoutNumbers(Segment segment) {
    return Placeholder.marksIn(segment.text()).replaceAll(ANY_MARK);
  }

  /** The protected spans in the order of their places. */
  private static List<String> spans(Segment segment) {
    return Placeholder.numbersIn(segment.text()).stream()
        .map(number -> segment.placeholders().get(number).original())
        .toList();
  }

  private Optional<String> replaceSpans(Baseline base, TextRange range) {
    List<String> old = spans(before);
    List<String> now = spans(after);
    Map<String, List<String>> becomes = new HashMap<>();
    for (int i = 0; i < old.size(); i++) {
      becomes.computeIfAbsent(old.get(i), key -> new ArrayList<>()).add(now.get(i));
    }
    String text = base.translation().document().text();
    StringBuilder out = new StringBuilder();
    Map<String, Integer> seen = new HashMap<>();
    int at = range.start();
    for (Block block : base.translation().document().blocks()) {
      for (Inline inline : block.inlines()) {
        if (!range.contains(inline.range())
            || inline.kind() == InlineKind.TEXT
            || inline.kind() == InlineKind.SOFT_BREAK) {
          continue;
        }
        List<String> targets = becomes.get(inline.text());
        if (targets == null) {
          seen.merge(inline.text(), 1, Integer::sum);
          continue;
        }
        int occurrence = seen.merge(inline.text(), 1, Integer::sum) - 1;
        boolean same = targets.stream().distinct().count() == 1;
        if (!same && occurrence >= targets.size()) {
          return Optional.empty();
        }
        String target = same ? targets.get(0) : targets.get(occurrence);
        out.append(text, at, inline.range().start());
        out.append(
            target.equals(inline.text())
                ? inline.range().of(text)
                : block.escaping().escape(target));
        at = inline.range().end();
      }
    }
    for (Map.Entry<String, List<String>> change : becomes.entrySet()) {
      boolean changed = change.getValue().stream().anyMatch(to -> !to.equals(change.getKey()));
      boolean same = change.getValue().stream().distinct().count() == 1;
      int found = seen.getOrDefault(change.getKey(), 0);
      if (found == 0 && same && seen.containsKey(change.getValue().get(0))) {
        continue; // the translator had corrected it already
      }
      if (changed && (same ? found == 0 : found != change.getValue().size())) {
        return Optional.empty();
      }
    }
    return Optional.of(out.append(text, at, range.end()).toString());
  }

  /** Emphasis round the whole sentence is put on or taken off; inside it the translator's stays. */
  private String emphasised(String translation) {
    long signs = count(SegmentParser.parse(translation).text());
    if (count(after.text()) == signs) {
      return translation; // the translator had put it there already
    }
    String core = EMPHASIS.matcher(before.text()).find() ? "" : before.text();
    int at = core.isEmpty() ? -1 : after.text().indexOf(core);
    if (at >= 0) {
      return after.text().substring(0, at)
          + translation
          + after.text().substring(at + core.length());
    }
    boolean removed = !EMPHASIS.matcher(after.text()).find();
    // Formulas have such signs, too, and theirs stay.
    boolean inTextAlone = signs == EMPHASIS.matcher(translation).results().count();
    if (removed && inTextAlone && count(before.text()) == signs) {
      return EMPHASIS.matcher(translation).replaceAll("");
    }
    return translation;
  }

  private static long count(String text) {
    Matcher marks = EMPHASIS.matcher(Placeholder.marksIn(text).replaceAll(""));
    return marks.results().count();
  }
}
