/**
 * The protocol of Amazon Translate, awsJson1_1: which operations there are, what a request may
 * hold, and how errors are answered.
 *
 * <p>Not here: HTTP, signatures, and what the operations do. Open {@link
 * org.amts.server.protocol.TranslateApi} first.
 */
@NullMarked
package org.amts.server.protocol;

import org.jspecify.annotations.NullMarked;
