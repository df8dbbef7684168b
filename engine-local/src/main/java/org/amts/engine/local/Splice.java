package org.amts.engine.local;

/**
 * A change of a text.
 *
 * @param from first character to replace, in UTF-16 units
 * @param to exclusive
 * @param text what stands there instead
 */
record Splice(int from, int to, String text) {

  /** Makes the change. */
  String in(String whole) {
    return whole.substring(0, from) + text + whole.substring(to);
  }
}
