/**
 * HTTP: limits, time-outs, queues, the access log.
 *
 * <p>Not here: what is served.
 */
@NullMarked
package org.amts.server.http;

import org.jspecify.annotations.NullMarked;
