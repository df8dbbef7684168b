package org.amts.segment;

import java.util.ArrayList;
import java.util.List;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.document.TextRange;

/**
 * Divides the translatable blocks of a document into segments.
 *
 * <ul>
 *   <li>A segment is a sentence; a heading is one segment, whatever it holds. Lines that are
 *       wrapped are joined first: by a space, or by nothing between Chinese or Japanese characters.
 *   <li>Everything but words becomes a placeholder, numbered in each segment from 0. White square
 *       brackets of the source's own become placeholders, too, so that a mark is always a mark.
 *       Placeholders at a segment's ends stay in it.
 *   <li>Together the segments of a block cover all of it but white space, line ends and the
 *       prefixes of lines. A block without any letter outside its placeholders has nothing to
 *       translate and gets no segments; so in a block with segments each sentence has one, but a
 *       sentence may be only a number.
 * </ul>
 *
 * <p>Stateless; safe for use by many threads.
 */
public final class Segmenter {

  private final SentenceSplitter splitter = new SentenceSplitter();

  /**
   * Divides a document.
   *
   * @param document the document
   * @param language the language of its text, as a BCP 47 code
   */
  public SegmentedDocument segment(Document document, String language) {
    List<DocumentSegment> segments = new ArrayList<>();
    for (int i = 0; i < document.blocks().size(); i++) {
      Block block = document.blocks().get(i);
      if (!block.isTranslatable()) {
        continue;
      }
      Reading reading = Reading.of(block.inlines());
      for (TextRange range : ranges(block, reading, language)) {
        segments.add(
            new DocumentSegment(
                segments.size(), i, reading.inDocument(range), reading.segment(range)));
      }
    }
    return new SegmentedDocument(document, language, segments);
  }

  private List<TextRange> ranges(Block block, Reading reading, String language) {
    if (reading.hasNoWords()) {
      return List.of();
    }
    return block.kind() == BlockKind.HEADING
        ? List.of(reading.whole())
        : reading.sentences(splitter, language);
  }
}
