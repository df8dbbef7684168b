/**
 * AMTS keeps every translation of a technical book in step with its source. The packages follow the
 * flow of the text, and so does the permitted direction of use:
 *
 * <pre>
 * document    a parsed file: blocks and inlines with their places in the file; writes itself back byte for byte
 * segment     sentences with placeholders for what must come through untouched
 * align       which source sentences an existing translation renders with which target sentences
 * corpus      parallel data: pairs, their files (CSV, TSV, TMX) and the filters that keep bad pairs out
 * engine      the interface of a translation engine: text with placeholders in, text with placeholders out
 * translate   the book, its settings and its sub-pipelines, one for each language pair
 * reference   labels, anchors, links and tables of contents that lead nowhere, in every language
 * evaluate    BLEU, chrF2 and TER with signatures and significance; knows text only
 * sync        the lock file, what an edit of the source means for each segment, and the act
 * </pre>
 *
 * <p>Each package may use those above it in the list, except that {@code engine} sees {@code
 * segment} alone and {@code evaluate} sees none; a test holds these arrows. Start reading at {@link
 * org.amts.document.Document}.
 */
@NullMarked
package org.amts;

import org.jspecify.annotations.NullMarked;
