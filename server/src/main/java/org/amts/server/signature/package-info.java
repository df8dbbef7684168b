/**
 * Signature version 4 of AWS, checked on the server's side.
 *
 * <p>Not here: S3, whose server checks its own. Open {@link
 * org.amts.server.signature.SignatureVerifier} first.
 */
@NullMarked
package org.amts.server.signature;

import org.jspecify.annotations.NullMarked;
