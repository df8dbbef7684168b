/**
 * Documents as a service gets them: bytes and a content type, translated segment by segment.
 *
 * <p>Not here: where documents come from, and the choice of an engine. Open {@link
 * org.amts.server.content.ContentTranslator} first.
 */
@NullMarked
package org.amts.server.content;

import org.jspecify.annotations.NullMarked;
