package org.amts.server.content;

import java.util.List;
import org.amts.engine.Translation;
import org.amts.segment.Segment;

/**
 * Translates the segments of one document, from a language that is settled into another. Terms,
 * parallel data and settings are applied behind it. Safe for use by many threads.
 */
@FunctionalInterface
public interface SegmentTranslator {

  /**
   * Translates segments.
   *
   * @param segments in the order of the document
   * @return one translation for each, in the same order, with the marks of its segment; a segment
   *     that could not be translated is {@link Translation.Outcome#FAILED} and holds the source
   */
  List<Translation> translate(List<Segment> segments);
}
