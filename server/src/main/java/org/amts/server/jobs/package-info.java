/**
 * Batch jobs: kept in the database, done document by document, each once, fairly side by side.
 *
 * <p>Open {@link org.amts.server.jobs.TranslationJobs} first.
 */
@NullMarked
package org.amts.server.jobs;

import org.jspecify.annotations.NullMarked;
