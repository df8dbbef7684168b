package org.amts.server.protocol;

import java.net.URI;

/**
 * Where a file can be downloaded.
 *
 * @param repositoryType always S3
 * @param location address that is valid for half an hour
 */
public record DataLocation(String repositoryType, String location) {

  /** A location in S3. */
  public static DataLocation of(URI presigned) {
    return new DataLocation("S3", presigned.toString());
  }
}
