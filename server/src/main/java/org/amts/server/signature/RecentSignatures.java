package org.amts.server.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows the signatures that were used lately, to refuse requests that somebody has recorded and
 * sends again.
 *
 * <p>A signature may be seen twice for a good reason: boto3 signs neither an id nor fractions of a
 * second, so equal requests in one second have equal signatures. Hence the same signature is taken
 * for some seconds, and refused after that until its time stamp is too old anyway. Safe for use by
 * many threads.
 */
final class RecentSignatures {

  /** How long a signature may be used. */
  static final Duration REPEATABLE = Duration.ofSeconds(10);

  /** Memory is bounded: 16 bytes each and a map around them. The time stamp still limits replay. */
  private static final int MOST = 200_000;

  private final Duration remembered;
  private Map<Long, Long> current = new HashMap<>();
  private Map<Long, Long> previous = new HashMap<>();
  private Instant currentBegan = Instant.MIN;

  /**
   * @param remembered for how long at least a signature is known
   */
  RecentSignatures(Duration remembered) {
    this.remembered = remembered;
  }

  /** Whether a valid signature may be used now. */
  synchronized boolean accept(String signature, Instant now) {
    if (currentBegan.isBefore(now.minus(remembered)) || current.size() >= MOST) {
      previous = current;
      current = new HashMap<>();
      currentBegan = now;
    }
    // 64 of its 256 bits tell signatures apart, and nobody can choose them without the key.
    long key = Long.parseUnsignedLong(signature.substring(0, 16), 16);
    Long first = previous.getOrDefault(key, current.get(key));
    if (first == null) {
      current.put(key, now.toEpochMilli());
      return true;
    }
    return now.toEpochMilli() - first <= REPEATABLE.toMillis();
  }
}
