/**
 * Cross references: which labels, anchors, links, citations and tables of contents of a book lead
 * somewhere, in the source and in every translation.
 *
 * <p>Not here: addresses of other sites, which nothing is fetched from, and the repair of what is
 * broken. Open {@link org.amts.reference.ReferenceCheck} first; {@link
 * org.amts.reference.ReferenceReader} says what counts as a reference.
 */
@NullMarked
package org.amts.reference;

import org.jspecify.annotations.NullMarked;
