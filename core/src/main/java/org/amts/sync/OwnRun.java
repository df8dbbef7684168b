package org.amts.sync;

import java.util.List;
import org.amts.document.Replacement;
import org.amts.document.TextRange;
import org.amts.segment.SegmentedDocument;

/**
 * Blocks in a row that translators added: code for another framework, a tab with a forum in their
 * language.
 *
 * @param base whose translation has them
 * @param after place of the block of the new source that they are written behind
 * @param first place of the first of them in the translation
 * @param end place behind the last of them
 * @param range what is written, in the translation: from the end of the block before them
 * @param renditions their text
 */
record OwnRun(
    Baseline base, int after, int first, int end, TextRange range, List<Rendition> renditions) {

  OwnRun {
    renditions = List.copyOf(renditions);
  }

  /** The blocks behind a block of the new source. */
  Replacement in(SegmentedDocument source) {
    int end = source.document().blocks().get(after).range().end();
    return new Replacement(new TextRange(end, end), range.of(base.translation().document().text()));
  }
}
