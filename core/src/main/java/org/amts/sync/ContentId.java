package org.amts.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a file's content: the object id that Git gives to it (a blob's SHA-1), so that a
 * content which AMTS has seen can be fetched from Git by its name alone.
 */
public final class ContentId {

  private ContentId() {}

  /** The id of a file's bytes, 40 hexadecimal digits. */
  public static String of(byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
