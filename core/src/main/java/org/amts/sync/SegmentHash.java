package org.amts.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.amts.segment.Segment;

/**
 * A short name for a segment's text. The text is what the segment reads as, with its protected
 * spans: lines that are wrapped in another way give the same hash, another formula or link target
 * gives another one.
 */
public final class SegmentHash {

  /** 64 bits: in a book of a million segments two share a hash with a chance of 1 in 40 million. */
  private static final int BYTES = 8;

  private SegmentHash() {}

  /** The hash of a segment, 16 hexadecimal digits. */
  public static String of(Segment segment) {
    return of(segment.expanded());
  }

  /** The hash of a segment's {@linkplain Segment#expanded() expanded} text. */
  public static String of(String expanded) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(expanded.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
