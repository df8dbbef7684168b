package org.amts.server.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/**
 * The files that the service keeps for itself: parallel data and terminologies as they were
 * imported, and reports of what was wrong with them. Safe for use by many threads.
 */
public final class ServiceBucket {

  private static final String BUCKET = "amts-service";

  /** As Amazon has it. */
  private static final Duration VALIDITY = Duration.ofMinutes(30);

  private final ObjectStore objects;

  /**
   * @param objects where the bucket is; it is made if it is missing
   * @throws IOException if it cannot be made
   */
  public ServiceBucket(ObjectStore objects) throws IOException {
    this.objects = objects;
    objects.createBucket(BUCKET);
  }

  /** Keeps a file. */
  public void write(String key, byte[] content, String contentType) {
    try {
      objects.write(new S3Location(BUCKET, key), content, contentType);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a file, which the caller closes. */
  public InputStream read(String key) throws IOException {
    return objects.read(new S3Location(BUCKET, key));
  }

  /** Forgets a file; nothing happens if there is none. */
  public void delete(String key) {
    try {
      objects.delete(new S3Location(BUCKET, key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An address from which a client can download a file for half an hour. */
  public URI presigned(String key) {
    return objects.presigned(new S3Location(BUCKET, key), VALIDITY);
  }
}
