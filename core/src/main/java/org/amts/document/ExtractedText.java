package org.amts.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /**
   * Moves inlines of this text to where they came from. Text that is written in another way there
   * becomes pieces of its own, so that all the rest still stands for its characters one by one.
   *
   * @param inlines inlines with ranges in {@link #text()}
   */
  public List<Inline> place(List<Inline> inlines) {
    List<Inline> placed = new ArrayList<>();
    for (Inline inline : inlines) {
      if (inline.isSplittable()) {
        placeText(inline.range(), placed);
      } else {
        placed.add(new Inline(inline.kind(), origin(inline.range()), inline.text()));
      }
    }
    return placed;
  }

  private void placeText(TextRange range, List<Inline> placed) {
    int start = range.start();
    while (start < range.end()) {
      boolean isLiteral = isLiteral(start);
      int end = start + 1;
      while (end < range.end() && isLiteral(end) == isLiteral) {
        end++;
      }
      TextRange piece = new TextRange(start, end);
      placed.add(new Inline(InlineKind.TEXT, origin(piece), piece.of(text)));
      start = end;
    }
  }

  private boolean isLiteral(int at) {
    return origins[at + 1] - origins[at] == 1;
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

    /** The text. Call it once, at the end. */
    public ExtractedText build() {
      int[] all = Arrays.copyOf(origins, text.length() + 1);
      all[text.length()] = end;
      return new ExtractedText(text.toString(), all);
    }
  }
}
