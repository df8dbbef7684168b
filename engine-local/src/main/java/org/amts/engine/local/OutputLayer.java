package org.amts.engine.local;

/**
 * The network with an output layer that was adapted to a memory's examples, and the text that it is
 * meant for. Safe for use by many threads.
 *
 * @param network the network
 * @param register of the memory
 * @param examples how many the memory had
 */
record OutputLayer(Network network, MemoryRegister register, int examples)
    implements AutoCloseable {

  /**
   * A text below this, in nats per piece, has nothing to do with the examples. Of held-out
   * sentences of a book, or of its neighbours, about one in twelve is; of another subject's, nine
   * in ten.
   */
  private static final double STRANGE = -0.05;

  /** Whether a text sounds like the examples; with any other the model's own layer is better. */
  boolean covers(double likeness) {
    return likeness > 0;
  }

  /** Whether a text is so unlike the examples that even the nearest ones would mislead. */
  boolean isStrange(double likeness) {
    return likeness < STRANGE;
  }

  /** How much a text sounds like the examples, as of {@link MemoryRegister#score}. */
  double likeness(ModelInput input) {
    return register.score(input.ids());
  }

  @Override
  public void close() {
    network.close();
  }
}
