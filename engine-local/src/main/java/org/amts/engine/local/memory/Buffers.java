package org.amts.engine.local.memory;

/** What a search needs and the next one on the same thread can use again. */
final class Buffers {

  private static final ThreadLocal<Buffers> OF_THREAD = ThreadLocal.withInitial(Buffers::new);

  private final Overlap overlap = new Overlap();
  private final BestKeys keys = new BestKeys();

  private Buffers() {}

  static Buffers ofThread() {
    return OF_THREAD.get();
  }

  Overlap overlap() {
    return overlap;
  }

  /** Emptied. */
  BestKeys keys() {
    keys.clear();
    return keys;
  }
}
