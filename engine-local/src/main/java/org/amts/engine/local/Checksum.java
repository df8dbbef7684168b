package org.amts.engine.local;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, the checksum of a model's files. */
final class Checksum {

  private Checksum() {}

  /** In hexadecimal, lower case. */
  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest(content));
  }

  /** As 32 bytes. */
  static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
