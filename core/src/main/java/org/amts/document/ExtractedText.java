package org.amts.document;

import java.util.Arrays;

/**
 * A text that was taken out of a longer one, piece by piece and perhaps decoded, and where each of
 * its characters came from. Immutable.
 */
public final class ExtractedText {

  private final String text;
  private final int[] origins;

  private ExtractedText(String text, int[] origins) {
    this.text = text;
    this.origins = origins;
  }

  /** The text taken out. */
  public String text() {
    return text;
  }

  /**
   * Where a stretch of this text came from. Ranges that meet here also meet there: what was left
   * out between two characters belongs to the one before.
   *
   * @param range in {@link #text()}
   * @return the range in the longer text
   */
  public TextRange origin(TextRange range) {
    return new TextRange(origins[range.start()], origins[range.end()]);
  }

  /** Collects the pieces in order. */
  public static final class Builder {

    private final StringBuilder text = new StringBuilder();
    private int[] origins = new int[64];
    private int end;

    /** Takes {@code range} of {@code source} as it is. */
    public Builder copy(String source, TextRange range) {
      for (int i = range.start(); i < range.end(); i++) {
        decode(source.charAt(i), i, i + 1);
      }
      return this;
    }

    /**
     * Takes one character that is written as the stretch from {@code start} to {@code end} of the
     * longer text.
     */
    public Builder decode(char c, int start, int end) {
      if (text.length() + 1 >= origins.length) {
        origins = Arrays.copyOf(origins, origins.length * 2);
      }
      origins[text.length()] = start;
      text.append(c);
      this.end = end;
      return this;
    }

    /** Whether nothing was taken yet. */
    public boolean isEmpty() {
      return text.length() == 0;
    }

    /** The text. Call it once, at the end. */
    public ExtractedText build() {
      int[] all = Arrays.copyOf(origins, text.length() + 1);
      all[text.length()] = end;
      return new ExtractedText(text.toString(), all);
    }
  }
}
