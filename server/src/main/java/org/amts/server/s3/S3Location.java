package org.amts.server.s3;

import java.util.Objects;

/**
 * A place in S3: an object, or all objects whose keys begin alike.
 *
 * @param bucket name of the bucket
 * @param key key of the object, or the beginning of keys; empty for the whole bucket
 */
public record S3Location(String bucket, String key) {

  private static final String SCHEME = "s3://";

  /** Checks that nothing is missing. */
  public S3Location {
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(key, "key");
  }

  /**
   * Reads {@code s3://bucket/key}.
   *
   * @throws IllegalArgumentException if it does not begin with {@code s3://}
   */
  public static S3Location of(String uri) {
    if (!uri.startsWith(SCHEME)) {
      throw new IllegalArgumentException(uri + ": not of the form s3://bucket/key");
    }
    String rest = uri.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    return slash < 0
        ? new S3Location(rest, "")
        : new S3Location(rest.substring(0, slash), rest.substring(slash + 1));
  }

  /** The same as a folder: its key is empty or ends with a slash. */
  public S3Location asFolder() {
    return key.isEmpty() || key.endsWith("/") ? this : new S3Location(bucket, key + "/");
  }

  /** A place below this one. */
  public S3Location resolve(String relativeKey) {
    return new S3Location(bucket, key + relativeKey);
  }

  /** {@code s3://bucket/key}. */
  @Override
  public String toString() {
    return SCHEME + bucket + "/" + key;
  }
}
