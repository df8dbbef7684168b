/**
 * A book, its settings ({@code amts.yml}) and the work on it, one sub-pipeline for each language
 * pair: which documents there are, which of them are translated, stale or missing, what parallel
 * data their translations give, and the translation of what is missing.
 *
 * <p>Not here: engines (only their interface is used), scores, and the command line. Open {@link
 * org.amts.translate.Book} first, then {@link org.amts.translate.SubPipeline}.
 */
@NullMarked
package org.amts.translate;

import org.jspecify.annotations.NullMarked;
