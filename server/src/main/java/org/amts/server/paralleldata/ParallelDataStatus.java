package org.amts.server.paralleldata;

/** Where parallel data is in its life. */
public enum ParallelDataStatus {
  /** The first import has not ended. */
  CREATING,
  /** A later import has not ended; the earlier one is in use. */
  UPDATING,
  /** It can be used. */
  ACTIVE,
  /** It will be gone soon. */
  DELETING,
  /** The import failed. */
  FAILED
}
