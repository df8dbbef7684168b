package org.amts.engine.local;

/**
 * The network as it has learnt from a memory's examples, and the text that it is meant for. Safe
 * for use by many threads.
 *
 * @param network the network
 * @param states what it makes of examples
 * @param register of the memory
 */
record AdaptedNetwork(Network network, StateStore states, MemoryRegister register)
    implements AutoCloseable {

  /**
   * Whether a text sounds like the examples; with any other the model's own network is better. Of
   * held-out sentences of a book about one in twelve does not, of another subject's nine in ten.
   */
  boolean covers(double likeness) {
    return likeness > 0;
  }

  /** How much a text sounds like the examples, as of {@link MemoryRegister#score}. */
  double likeness(ModelInput input) {
    return register.score(input.ids());
  }

  @Override
  public void close() {
    states.close();
    network.close();
  }
}
