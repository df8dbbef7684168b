package org.amts.reference;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The address of a link, taken apart.
 *
 * @param path path of a file, empty for the document itself
 * @param anchor id of a place in it, empty for none
 */
record LinkTarget(String path, String anchor) {

  /**
   * {@code https:}, {@code mailto:}, {@code //host}; also {@code C:}, which is no path of a book.
   */
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//|www\\.).*", Pattern.DOTALL);

  /** Parts that a builder fills in, and prefixes that only it understands. */
  private static final Pattern FILLED_IN =
      Pattern.compile(".*(?:\\{|\\$|<|>|%[A-Za-z_]{3,}%).*|[@~].*", Pattern.DOTALL);

  /** Takes an address apart; query and escapes are removed. */
  static LinkTarget of(String address) {
    int hash = address.indexOf('#');
    String path = hash < 0 ? address : address.substring(0, hash);
    String anchor = hash < 0 ? "" : address.substring(hash + 1);
    int query = path.indexOf('?');
    String file = decoded(query < 0 ? path : path.substring(0, query));
    // Browsers, too, take the backslashes of Windows for slashes.
    return new LinkTarget(file.replace('\\', '/'), decoded(anchor));
  }

  /** Whether only a browser or the book's builder could say where an address leads. */
  static boolean isBeyondTheBook(String address) {
    return address.isBlank()
        || ELSEWHERE.matcher(address).matches()
        || FILLED_IN.matcher(address).matches();
  }

  /** Replaces {@code %E6%B3%A8} by the character; what is no escape stays. */
  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low < 0) {
        out.write(bytes[i]);
      } else {
        out.write(high * 16 + low);
        i += 2;
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
