package org.amts.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the tokens of both languages of a book: tokens that are spelt alike have the same
 * number, whichever side they stand on. Filled by one thread, then read by any.
 */
final class Vocabulary {

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> tokens = new ArrayList<>();

  /** The token's number, from 0; a new token gets the next one. */
  int idOf(String token) {
    Integer known = ids.get(token);
    if (known != null) {
      return known;
    }
    ids.put(token, tokens.size());
    tokens.add(token);
    return tokens.size() - 1;
  }

  /** The token's number, or -1 if it does not occur. */
  int find(String token) {
    return ids.getOrDefault(token, -1);
  }

  String token(int id) {
    return tokens.get(id);
  }

  int size() {
    return tokens.size();
  }
}
