package org.amts.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * A revision of a translation in which translators put spans of their own in the place of the
 * source's: a link to a forum in their language, say. The engine is shown the source's spans, as if
 * they stood there; in what it answers the translators' own take their places again. Immutable.
 */
public final class OwnSpans {

  private final Revision revision;
  private final Segment expansion;

  private OwnSpans(Revision revision, Segment expansion) {
    this.revision = revision;
    this.expansion = expansion;
  }

  /**
   * Finds the translators' own spans: where source and translation have equally many of a kind that
   * the other does not have.
   *
   * @param before the segment as it was
   * @param translation its translation, with its own numbering
   * @param after the segment as it is now
   */
  public static OwnSpans of(Segment before, Segment translation, Segment after) {
    Map<Placeholder, String> own = new HashMap<>();
    Map<String, String> shown = new HashMap<>();
    for (Placeholder.Kind kind : Placeholder.Kind.values()) {
      List<String> replaced = without(originals(before, kind), originals(translation, kind));
      List<String> theirs = without(originals(translation, kind), originals(before, kind));
      if (replaced.size() == theirs.size()) {
        List<String> gone = without(originals(before, kind), originals(after, kind));
        List<String> come = without(originals(after, kind), originals(before, kind));
        for (int i = 0; i < replaced.size(); i++) {
          shown.put(theirs.get(i), replaced.get(i));
          // Another span of the source in its place is no reason to give up theirs.
          boolean isReplaced = gone.equals(List.of(replaced.get(i))) && come.size() == 1;
          String now = isReplaced ? come.get(0) : replaced.get(i);
          own.put(new Placeholder(0, kind, now), theirs.get(i));
        }
      }
    }
    List<Placeholder> asShown = new ArrayList<>();
    for (Placeholder each : translation.placeholders()) {
      String original = shown.getOrDefault(each.original(), each.original());
      asShown.add(new Placeholder(each.number(), each.kind(), original));
    }
    List<Placeholder> expansion = new ArrayList<>();
    for (Placeholder each : after.placeholders()) {
      Placeholder key = new Placeholder(0, each.kind(), each.original());
      String original = Objects.requireNonNullElse(own.get(key), each.original());
      expansion.add(new Placeholder(each.number(), each.kind(), original));
    }
    return new OwnSpans(
        new Revision(Example.of(before, new Segment(translation.text(), asShown)), after),
        new Segment(after.text(), expansion));
  }

  private static Set<String> originals(Segment segment, Placeholder.Kind kind) {
    Set<String> originals = new LinkedHashSet<>();
    for (int number : Placeholder.numbersIn(segment.text())) {
      Placeholder placeholder = segment.placeholders().get(number);
      if (placeholder.kind() == kind) {
        originals.add(placeholder.original());
      }
    }
    return originals;
  }

  private static List<String> without(Set<String> some, Set<String> others) {
    return some.stream().filter(each -> !others.contains(each)).toList();
  }

  /** What an engine is asked. */
  public Revision revision() {
    return revision;
  }

  /** Puts spans in the places of the marks of an answer. */
  public String expand(String answer) {
    return expansion.expand(answer);
  }
}
