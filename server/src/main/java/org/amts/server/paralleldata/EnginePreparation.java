package org.amts.server.paralleldata;

/** Makes the engine ready for parallel data, so that its first use does not wait. */
@FunctionalInterface
public interface EnginePreparation {

  /**
   * Prepares an engine.
   *
   * @param version whose file is there
   * @throws org.amts.engine.EngineException if it cannot adapt to it
   */
  void prepare(ParallelDataVersion version);
}
