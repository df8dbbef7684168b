package org.amts.engine.local;

import java.util.List;

/** Finds the answers of a batch of sentences. Immutable. */
interface Decoder {

  /** How many rows of the batch one sentence takes. */
  int rowsPerSentence();

  /**
   * Decodes a batch.
   *
   * @param state what the calling thread decodes with
   * @param tasks the sentences
   * @return for each sentence its answers, the best first, at least one
   */
  List<List<Hypothesis>> decode(DecoderState state, List<DecodingTask> tasks);
}
