package org.amts.cli.git;

import java.time.Instant;

/**
 * A version of a file.
 *
 * @param commit the commit that made it, 40 hexadecimal digits
 * @param path where the file lay then, from the root of the repository
 * @param time when it was committed
 * @param content the object id of its content
 */
public record FileVersion(String commit, String path, Instant time, String content) {

  /** The commit's name for people. */
  public String shortCommit() {
    return commit.substring(0, 10);
  }
}
