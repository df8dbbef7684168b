package org.amts.translate;

import java.util.List;
import org.amts.document.Replacement;

/**
 * What is written into one block of the source document.
 *
 * @param block index of the block in {@link org.amts.document.Document#blocks()}
 * @param fromEngine whether an engine wrote any of it; what people wrote is not questioned
 * @param replacements the new text of the block
 */
public record TargetBlock(int block, boolean fromEngine, List<Replacement> replacements) {

  /** Copies the list. */
  public TargetBlock {
    replacements = List.copyOf(replacements);
  }
}
