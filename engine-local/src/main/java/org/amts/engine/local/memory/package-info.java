/**
 * The translation memory: the user's parallel data, in which the engine finds what is like the
 * segment at hand.
 *
 * <pre>
 * segment -> SourceTerms -> Candidates (postings, signatures) -> fuzzy score -> MemoryMatch -> MatchRepair
 * </pre>
 *
 * <p>An example's id is its place in the order in which examples were added, from 0; in the index
 * it is also the document's number, because nothing is ever deleted and merges keep the order. An
 * example that a later one replaces stays, is marked, and is not found any more.
 *
 * <p>Not here: what the engine does with matches. Open {@link
 * org.amts.engine.local.memory.TranslationMemory} first.
 */
@NullMarked
package org.amts.engine.local.memory;

import org.jspecify.annotations.NullMarked;
