/**
 * Segments: the sentences of a document, each with numbered placeholders for code, maths, links and
 * other spans that must come through a translation untouched.
 *
 * <p>Not here: the parsing of files and anything that knows of two languages. Open {@link
 * org.amts.segment.Segment} first, then {@link org.amts.segment.Segmenter}, which makes a {@link
 * org.amts.segment.SegmentedDocument}. {@link org.amts.segment.SegmentParser} does the same for a
 * line of text on its own, {@link org.amts.segment.SentenceSplitter} finds the sentences.
 */
@NullMarked
package org.amts.segment;

import org.jspecify.annotations.NullMarked;
