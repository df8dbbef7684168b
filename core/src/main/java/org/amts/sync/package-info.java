/**
 * Synchronisation: the source of a book changes, its translations follow, and nobody's work is
 * lost.
 *
 * <p>{@link org.amts.sync.LockFile} ({@code amts.lock} at the book's root, committed) records which
 * source text every segment of a translation renders, where it comes from, and whether a person has
 * approved it:
 *
 * <pre>
 * amts.lock 1
 *
 * [zh] en/intro.md
 * source 3f786850e387550fdab836ed7e6dc881de23001b
 * target 89e6c98d92887913cadf06b2adb97f26cde4849b zh/intro.md
 * 4a7d1ed414474e40 8bb6c17838643f96 human approved
 * 0cc175b9c0f1b6a8+92eb5ffee6ae2fec 4a8a08f09d37b737 repaired needs-review local/amts-0.1:1f2e3d4c
 * e1671797c52e15f7 - human approved
 * 8fa14cdd754f91cc 45c48cce2e2d7fbd human needs-review
 *   was The sentence that the translation still renders.
 * </pre>
 *
 * <p>A document of one language is a section; sections are in the order of language and name, so
 * that branches which touch other chapters or other languages merge without conflict. {@code
 * source} and {@code target} are the Git object ids of the two files as they were left by the last
 * synchronisation: a file with this id has not changed since, and an older source can be fetched
 * from any Git repository that holds it ({@link org.amts.sync.SourceArchive}). Each further line is
 * one {@link org.amts.sync.LockEntry}: the hashes of the source segments, of the target segments
 * that render them, origin, state, engine. There are no time stamps and no counters.
 *
 * <p>Not here: Git, reports, and the command line.
 */
@NullMarked
package org.amts.sync;

import org.jspecify.annotations.NullMarked;
