/**
 * {@code amts serve}: Amazon Translate's interface, and S3 beside it, over any engine of AMTS.
 *
 * <pre>
 * request -> http -> signature -> protocol -> text | content | paralleldata | terminology | jobs
 *                                                    -> engines -> TranslationEngine
 *                                                    -> s3, store
 * </pre>
 *
 * <p>{@code protocol} knows the shapes and errors of the service and none of its work; {@code
 * content} knows documents and no HTTP; {@code page} sees the service as a client does. Open {@link
 * org.amts.server.AmtsServer} first.
 */
@NullMarked
package org.amts.server;

import org.jspecify.annotations.NullMarked;
