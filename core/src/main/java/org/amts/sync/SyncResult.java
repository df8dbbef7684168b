package org.amts.sync;

import java.util.List;
import org.amts.translate.Flag;

/**
 * What a synchronisation of one language has done.
 *
 * @param written names of the translated files that were written, from the book's root
 * @param deleted names of those that were deleted
 * @param flags what a person must look at
 */
public record SyncResult(List<String> written, List<String> deleted, List<Flag> flags) {

  /** Copies the lists. */
  public SyncResult {
    written = List.copyOf(written);
    deleted = List.copyOf(deleted);
    flags = List.copyOf(flags);
  }
}
