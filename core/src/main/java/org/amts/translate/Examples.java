package org.amts.translate;

import java.util.List;
import org.amts.corpus.ParallelPair;
import org.amts.engine.Example;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.amts.segment.ShortcodeText;
import org.amts.segment.SlideMarks;

/** What an engine adapts to, made of parallel data. */
public final class Examples {

  private Examples() {}

  /** An example of each pair, in the same order. */
  public static List<Example> of(List<ParallelPair> pairs) {
    return pairs.stream()
        .map(pair -> Example.of(segment(pair.source()), segment(pair.target())))
        .toList();
  }

  /** As {@link TargetStyle#prepare} shows texts to an engine: marks for slides say nothing. */
  private static Segment segment(String text) {
    return ShortcodeText.prepare(SegmentParser.parse(SlideMarks.removedFrom(text)));
  }
}
