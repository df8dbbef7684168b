package org.amts.server.jobs;

/** Where a job is in its life. */
public enum JobStatus {
  /** It waits. */
  SUBMITTED,
  /** Documents are being translated. */
  IN_PROGRESS,
  /** All documents are translated. */
  COMPLETED,
  /** Some are not. */
  COMPLETED_WITH_ERROR,
  /** None is, or there was none. */
  FAILED,
  /** It is to stop when the documents that have begun are done. */
  STOP_REQUESTED,
  /** It was stopped. */
  STOPPED
}
