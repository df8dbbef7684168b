package org.amts.segment;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/** Text of which each code unit knows what it covers in the document. Grows; for one thread. */
final class Characters {

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  /** Adds a code unit that covers the document from {@code start} to {@code end}. */
  void add(char c, int start, int end) {
    int at = text.length();
    if (at == starts.length) {
      starts = Arrays.copyOf(starts, at * 2);
      ends = Arrays.copyOf(ends, at * 2);
    }
    text.append(c);
    starts[at] = start;
    ends[at] = end;
  }

  /** Adds code units that all cover the document from {@code start} to {@code end}. */
  void add(CharSequence added, int start, int end) {
    for (int i = 0; i < added.length(); i++) {
      add(added.charAt(i), start, end);
    }
  }

  String text() {
    return text.toString();
  }

  /** Where in the document each code unit begins. */
  int[] starts() {
    return Arrays.copyOf(starts, text.length());
  }

  /** Where in the document each code unit ends. */
  int[] ends() {
    return Arrays.copyOf(ends, text.length());
  }

  /** The same in Unicode normalisation form C. */
  Characters composed() {
    if (NFC.isNormalized(text)) {
      return this;
    }
    Characters composed = new Characters();
    int at = 0;
    while (at < text.length()) {
      int end = at + Character.charCount(Character.codePointAt(text, at));
      while (end < text.length() && !NFC.hasBoundaryBefore(Character.codePointAt(text, end))) {
        end += Character.charCount(Character.codePointAt(text, end));
      }
      String piece = text.substring(at, end);
      String normal = NFC.normalize(piece);
      if (normal.equals(piece)) {
        for (int i = at; i < end; i++) {
          composed.add(text.charAt(i), starts[i], ends[i]);
        }
      } else {
        composed.add(normal, starts[at], ends[end - 1]);
      }
      at = end;
    }
    return composed;
  }

  /**
   * The same without white space at the ends and with each other run of it as one space; a run with
   * a line end between two characters of Chinese or Japanese text is left out.
   */
  Characters spaced() {
    Characters spaced = new Characters();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      boolean hasLineEnd = false;
      while (end < text.length() && WhiteSpace.is(text.charAt(end))) {
        hasLineEnd |= text.charAt(end) == '\n' || text.charAt(end) == '\r';
        end++;
      }
      if (end == at) {
        spaced.add(text.charAt(at), starts[at], ends[at]);
        at++;
      } else {
        boolean atEdge = at == 0 || end == text.length();
        if (!atEdge && !(hasLineEnd && isInsideCjk(at, end))) {
          spaced.add(' ', starts[at], ends[end - 1]);
        }
        at = end;
      }
    }
    return spaced;
  }

  /** Whether the characters around white space, emphasis marks aside, do without it. */
  private boolean isInsideCjk(int spaceStart, int spaceEnd) {
    int before = spaceStart;
    while (before > 0 && isEmphasis(text.charAt(before - 1))) {
      before--;
    }
    int after = spaceEnd;
    while (after < text.length() && isEmphasis(text.charAt(after))) {
      after++;
    }
    if (before == 0 || after == text.length()) {
      return false;
    }
    int left = Character.codePointBefore(text, before);
    int right = Character.codePointAt(text, after);
    boolean leftIsCjk = Cjk.isCjk(left);
    boolean rightIsCjk = Cjk.isCjk(right);
    return (leftIsCjk || rightIsCjk)
        && (leftIsCjk || Cjk.isSharedPunctuation(left))
        && (rightIsCjk || Cjk.isSharedPunctuation(right));
  }

  private static boolean isEmphasis(char c) {
    return c == '*' || c == '_' || c == '~';
  }
}
