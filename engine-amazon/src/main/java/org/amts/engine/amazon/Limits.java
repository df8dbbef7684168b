package org.amts.engine.amazon;

/**
 * How large things may be. The service's own limits are in its guide ("Guidelines and limits");
 * documents are kept far smaller, since a document that fails fails as a whole.
 *
 * @param textBytes of UTF-8 in a request of real-time text
 * @param segmentBytes of UTF-8 in a segment of a batch job
 * @param documentBytes of UTF-8 after which a document of a batch job ends
 * @param documents in a batch job
 * @param jobBytes of UTF-8 in a batch job
 */
record Limits(int textBytes, int segmentBytes, int documentBytes, int documents, long jobBytes) {

  static final Limits AMAZON = new Limits(10_000, 1_000_000, 30_000, 1_000_000, 5_000_000_000L);
}
