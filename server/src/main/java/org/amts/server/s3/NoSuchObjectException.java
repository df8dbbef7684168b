package org.amts.server.s3;

import java.io.IOException;

/** There is no such object, or no such bucket. */
public final class NoSuchObjectException extends IOException {

  /**
   * @param location what was looked for
   */
  public NoSuchObjectException(S3Location location) {
    super("there is no " + location);
  }
}
