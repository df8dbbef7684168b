package org.amts.document;

/**
 * A stretch of a document's text, in UTF-16 code units from 0 at the start of {@link
 * Document#text()}.
 *
 * @param start first code unit, inclusive, at least 0
 * @param end end of the stretch, exclusive, at least {@code start}
 */
public record TextRange(int start, int end) implements Comparable<TextRange> {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if {@code start} is negative or {@code end} lies before it
   */
  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: [" + start + ", " + end + ")");
    }
  }

  /** Length in UTF-16 code units. */
  public int length() {
    return end - start;
  }

  /** Whether this range is empty. */
  public boolean isEmpty() {
    return start == end;
  }

  /** Whether {@code other} lies within this range (an equal range does). */
  public boolean contains(TextRange other) {
    return start <= other.start && other.end <= end;
  }

  /** The part of {@code text} that this range covers. */
  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  /** Orders by start, then by end. */
  @Override
  public int compareTo(TextRange other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
