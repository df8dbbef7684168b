package org.amts.server.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The objects of S3, from inside the server. Safe for use by many threads. What a client uploads is
 * seen here at once, and what is written here a client can download.
 */
public interface ObjectStore {

  /** Whether there is a bucket of that name. */
  boolean hasBucket(String bucket) throws IOException;

  /** Makes a bucket; nothing happens if it is there. */
  void createBucket(String bucket) throws IOException;

  /**
   * The next objects whose keys begin with a location's key, in order of their keys.
   *
   * @param location bucket, and the beginning of the keys
   * @param after only keys after this one; empty for all
   * @param most how many at most, 1 to 1000
   * @throws NoSuchObjectException if there is no such bucket
   */
  List<StoredObject> list(S3Location location, String after, int most) throws IOException;

  /**
   * Opens an object, which the caller closes.
   *
   * @throws NoSuchObjectException if there is no such object
   */
  InputStream read(S3Location location) throws IOException;

  /**
   * Writes an object as a whole: readers see the old bytes or the new ones.
   *
   * @throws NoSuchObjectException if there is no such bucket
   */
  void write(S3Location location, byte[] content, String contentType) throws IOException;

  /** Deletes an object; nothing happens if there is none. */
  void delete(S3Location location) throws IOException;

  /**
   * An address from which anyone can download the object for some time.
   *
   * @param validity at most seven days
   */
  URI presigned(S3Location location, Duration validity);

  /**
   * An object in a listing.
   *
   * @param key its key
   * @param size in bytes
   */
  record StoredObject(String key, long size) {}
}
