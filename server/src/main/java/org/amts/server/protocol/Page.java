package org.amts.server.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, and the token that asks for the next part. A token holds the key of the last
 * entry, so that a list that changes meanwhile shows nothing twice.
 *
 * @param entries of this page
 * @param nextToken null on the last page
 */
public record Page<T>(List<T> entries, @Nullable String nextToken) {

  /** The size of a page for which the client names none. */
  public static final int DEFAULT_SIZE = 100;

  /**
   * Makes a page.
   *
   * @param found one more than fit, if there are so many
   * @param key of an entry
   */
  public static <T> Page<T> of(List<T> found, int size, Function<T, String> key) {
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    List<T> entries = found.subList(0, size);
    String last = key.apply(entries.get(size - 1));
    return new Page<>(
        entries,
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(last.getBytes(StandardCharsets.UTF_8)));
  }

  /** How many entries a page has. */
  public static int size(@Nullable Integer maxResults) {
    return maxResults == null ? DEFAULT_SIZE : maxResults;
  }

  /**
   * The key behind which a page begins.
   *
   * @param token null for the first page
   * @return empty for the first page
   * @throws ServiceException of the given type if it is no token of this server
   */
  public static String key(@Nullable String token, ErrorType error) {
    if (token == null || token.isEmpty()) {
      return "";
    }
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ServiceException(error, "NextToken is not one that this service has given");
    }
  }
}
