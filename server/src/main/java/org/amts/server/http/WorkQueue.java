package org.amts.server.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.ServiceException;

/**
 * Some threads and a queue of bounded length before them: what does not fit is refused at once,
 * which clients answer by trying again later. Safe for use by many threads.
 */
final class WorkQueue implements AutoCloseable {

  private static final int SECONDS_TO_END = 10;

  private final ThreadPoolExecutor threads;

  WorkQueue(String name, int threadCount, int length) {
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            threadCount,
            threadCount,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(length),
            work -> {
              Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Has work done.
   *
   * @throws ServiceException if there is too much of it already, or the server is ending
   */
  void add(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException e) {
      throw threads.isShutdown()
          ? new ServiceException(ErrorType.SERVICE_UNAVAILABLE, "the server is stopping")
          : new ServiceException(
              ErrorType.TOO_MANY_REQUESTS, "the server has too much to do; try again later");
    }
  }

  /** How many requests wait. */
  int waiting() {
    return threads.getQueue().size();
  }

  /** Ends what has begun; what waits is refused by its connection, which is closed. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
