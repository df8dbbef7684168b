package org.amts.server.paralleldata;

import java.util.Set;

/** Makes the engine ready for parallel data, so that its first use does not wait. */
public interface EnginePreparation {

  /**
   * Prepares an engine.
   *
   * @param version whose file is there
   * @throws org.amts.engine.EngineException if it cannot adapt to it
   */
  void prepare(ParallelDataVersion version);

  /** Gives up what was prepared for a version that is no longer in use. */
  void forget(String version);

  /** Gives up what was prepared, by earlier processes too, for all versions but these. */
  void keepOnly(Set<String> versions);
}
