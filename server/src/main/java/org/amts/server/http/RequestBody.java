package org.amts.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.ServiceException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Collects the body of a request without a thread that waits for it. It ends in one of three ways,
 * once: all bytes, an error to answer with, or a client that has gone.
 */
final class RequestBody {

  /** What all bodies together may hold while they come in, in bytes. */
  private static final long MOST_IN_FLIGHT = 256L << 20;

  /**
   * Bytes beyond the limit that are read and thrown away: a client that is still sending when the
   * connection is closed does not see why.
   */
  private static final int MOST_DISCARDED = 8 << 20;

  private static final AtomicLong IN_FLIGHT = new AtomicLong();

  private final Request request;
  private final int limit;
  private final Duration patience;
  private final Consumer<byte[]> complete;
  private final Consumer<ServiceException> refuse;
  private final Consumer<Throwable> gone;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Scheduler.Task deadline;
  private long received;

  private RequestBody(
      Request request,
      int limit,
      Duration patience,
      Consumer<byte[]> complete,
      Consumer<ServiceException> refuse,
      Consumer<Throwable> gone) {
    this.request = request;
    this.limit = limit;
    this.patience = patience;
    this.complete = complete;
    this.refuse = refuse;
    this.gone = gone;
    deadline =
        request
            .getConnectionMetaData()
            .getConnector()
            .getScheduler()
            .schedule(this::tooSlow, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Begins to read.
   *
   * @param limit most bytes that are taken
   * @param patience time for the whole body, so that a byte now and then keeps no request alive
   * @param complete is given the body
   * @param refuse is given the error when the body is too long or too slow
   * @param gone is given what went wrong with the connection
   */
  static void read(
      Request request,
      int limit,
      Duration patience,
      Consumer<byte[]> complete,
      Consumer<ServiceException> refuse,
      Consumer<Throwable> gone) {
    RequestBody body = new RequestBody(request, limit, patience, complete, refuse, gone);
    // A client that asks before it sends is told at once.
    boolean asks = request.getHeaders().contains(HttpHeader.EXPECT);
    if (request.getLength() > (asks ? limit : (long) limit + MOST_DISCARDED)) {
      body.end(() -> refuse.accept(tooLarge(limit)));
    } else {
      body.readOn();
    }
  }

  private void readOn() {
    while (!ended.get()) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this::readOn);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        end(() -> gone.accept(chunk.getFailure()));
        return;
      }
      boolean last = chunk.isLast();
      take(chunk);
      if (last) {
        end(
            received > limit
                ? () -> refuse.accept(tooLarge(limit))
                : () -> complete.accept(bytes.toByteArray()));
      }
    }
  }

  private void take(Content.Chunk chunk) {
    int length = chunk.remaining();
    received += length;
    if (received <= limit) {
      IN_FLIGHT.addAndGet(length);
      ByteBuffer buffer = chunk.getByteBuffer();
      byte[] copy = new byte[length];
      buffer.get(copy);
      bytes.writeBytes(copy);
    }
    chunk.release();
    if (received > (long) limit + MOST_DISCARDED) {
      end(() -> refuse.accept(tooLarge(limit)));
    } else if (IN_FLIGHT.get() > MOST_IN_FLIGHT) {
      end(
          () ->
              refuse.accept(
                  new ServiceException(
                      ErrorType.TOO_MANY_REQUESTS, "too many large requests; try again later")));
    }
  }

  private void tooSlow() {
    end(
        () ->
            refuse.accept(
                new ServiceException(
                    ErrorType.REQUEST_TIMEOUT,
                    "the body did not arrive within " + patience.toSeconds() + " seconds")));
  }

  private void end(Runnable how) {
    if (ended.compareAndSet(false, true)) {
      deadline.cancel();
      IN_FLIGHT.addAndGet(-bytes.size());
      how.run();
    }
  }

  private static ServiceException tooLarge(int limit) {
    return new ServiceException(
        ErrorType.REQUEST_ENTITY_TOO_LARGE,
        "a request of this operation has at most " + limit + " bytes");
  }
}
