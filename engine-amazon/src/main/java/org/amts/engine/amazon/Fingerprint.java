package org.amts.engine.amazon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names that follow from content: SHA-256, or its beginning, as hexadecimal digits. */
final class Fingerprint {

  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /** The fingerprint of some texts, of which no other texts have the same. */
  static String of(int digits, Iterable<String> texts) {
    Fingerprint fingerprint = new Fingerprint();
    texts.forEach(fingerprint::add);
    return fingerprint.digits(digits);
  }

  /** Adds a text; its length goes in, too, so that "a","bc" and "ab","c" differ. */
  Fingerprint add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
    return this;
  }

  /**
   * The first digits; nothing can be added afterwards.
   *
   * @param count 1..64
   */
  String digits(int count) {
    return HexFormat.of().formatHex(digest.digest()).substring(0, count);
  }
}
