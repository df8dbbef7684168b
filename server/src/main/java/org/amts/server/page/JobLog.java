package org.amts.server.page;

import java.util.List;

/** What became of the documents of a job. Safe for use by many threads. */
@FunctionalInterface
public interface JobLog {

  /**
   * Documents of a job, in their order.
   *
   * @param jobId of a job
   * @param most how many at most
   */
  List<Entry> entries(String jobId, int most);

  /**
   * A document and one of the job's target languages.
   *
   * @param document its key below the job's input
   * @param target language code
   * @param state in a word or two: {@code translated}
   * @param message why it failed; empty otherwise
   */
  record Entry(String document, String target, String state, String message) {}
}
