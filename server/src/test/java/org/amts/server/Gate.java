package org.amts.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds up whoever comes until it is opened. */
final class Gate implements Runnable {

  private final CountDownLatch opened = new CountDownLatch(1);
  private final AtomicInteger come = new AtomicInteger();

  /** How many have come. */
  int come() {
    return come.get();
  }

  /** Lets all go, also those who come later. */
  void open() {
    opened.countDown();
  }

  @Override
  public void run() {
    come.incrementAndGet();
    try {
      opened.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
