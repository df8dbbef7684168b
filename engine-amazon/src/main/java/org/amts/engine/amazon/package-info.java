/**
 * Amazon Translate as an engine. A segment is sent as HTML in which placeholders are spans that are
 * not to be translated ({@link org.amts.engine.amazon.MarkedHtml}); few segments go one by one in
 * real time, many in a batch job over S3. Examples become parallel data, terms a custom
 * terminology.
 *
 * <p>What was paid for is not paid for again: answers are kept ({@link
 * org.amts.engine.amazon.PaidAnswers}), and a job is found again by a name that follows from what
 * it translates ({@link org.amts.engine.amazon.BatchJobs}).
 *
 * <p>Not here: credentials and region, which the SDK finds by its default chain, and the server
 * that speaks the same protocol. Open {@link org.amts.engine.amazon.AmazonEngine} first.
 */
@NullMarked
package org.amts.engine.amazon;

import org.jspecify.annotations.NullMarked;
