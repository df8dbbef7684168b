package org.amts.segment;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A text as {@link FuzzyScore} compares it: its tokens as 64-bit hashes, at three levels of
 * strictness. Two different tokens have the same hash with a probability of 2<sup>-64</sup>.
 * Immutable.
 */
public final class FuzzyText {

  /** FNV-1a, followed by the finaliser of SplitMix64. */
  private static final long BASIS = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  /** Stands for every number; no hash of characters is made of it, for it has no characters. */
  private static final long NUMBER = finish(BASIS + 1);

  private final int length;
  private final long[] exact;
  private final long[] skeleton;
  private final long[] folded;

  private FuzzyText(int length, long[] exact, long[] skeleton, long[] folded) {
    this.length = length;
    this.exact = exact;
    this.skeleton = skeleton;
    this.folded = folded;
  }

  /** Reads a segment. */
  public static FuzzyText of(Segment segment) {
    int capacity = segment.text().length() / 3 + 8;
    long[] exact = new long[capacity];
    long[] skeleton = new long[capacity];
    long[] folded = new long[capacity];
    int length = 0;
    TokenScanner tokens = new TokenScanner(segment.text());
    while (tokens.next()) {
      if (length == exact.length) {
        exact = Arrays.copyOf(exact, length * 2);
        skeleton = Arrays.copyOf(skeleton, length * 2);
        folded = Arrays.copyOf(folded, length * 2);
      }
      switch (tokens.kind()) {
        case PLACEHOLDER -> {
          Placeholder placeholder = placeholder(segment, tokens);
          exact[length] = hash(placeholder);
          skeleton[length] = kindHash(placeholder);
          folded[length] = skeleton[length];
        }
        case NUMBER -> {
          exact[length] = hash(segment.text(), tokens.start(), tokens.end());
          skeleton[length] = NUMBER;
          folded[length] = NUMBER;
        }
        case WORD -> {
          exact[length] = hash(segment.text(), tokens.start(), tokens.end());
          skeleton[length] = exact[length];
          folded[length] = foldedHash(segment.text(), tokens.start(), tokens.end());
        }
        case IDEOGRAPH, SIGN -> {
          exact[length] = hash(segment.text(), tokens.start(), tokens.end());
          skeleton[length] = exact[length];
          folded[length] = exact[length];
        }
      }
      length++;
    }
    return new FuzzyText(length, exact, skeleton, folded);
  }

  /** Reads plain text; marks in it are signs and numbers like others. */
  public static FuzzyText of(String text) {
    return of(new Segment(text.replace('⟦', '[').replace('⟧', ']'), List.of()));
  }

  /** How many tokens there are. */
  public int length() {
    return length;
  }

  /** Whether the tokens are the same. */
  public boolean sameAs(FuzzyText other) {
    return Arrays.equals(exact, 0, length, other.exact, 0, other.length);
  }

  /**
   * Whether the tokens are the same but for the values of numbers and for what placeholders of the
   * same kind stand for. Tags and other marks of structure must be the same.
   */
  public boolean sameSkeletonAs(FuzzyText other) {
    return Arrays.equals(skeleton, 0, length, other.skeleton, 0, other.length);
  }

  /** The hash of a token, the same for its {@linkplain FuzzyScore variants}. */
  public long token(int index) {
    return folded[Objects.checkIndex(index, length)];
  }

  /** A hash of what {@link #sameAs} compares, the same on every platform. */
  public long hash() {
    return hash(exact);
  }

  /** A hash of what {@link #sameSkeletonAs} compares, the same on every platform. */
  public long skeletonHash() {
    return hash(skeleton);
  }

  private long hash(long[] tokens) {
    long hash = BASIS;
    for (int i = 0; i < length; i++) {
      hash = finish(hash ^ tokens[i]) * PRIME;
    }
    return finish(hash);
  }

  /** What it costs to put token {@code j} of another text in the place of token {@code i}. */
  int substitution(int i, FuzzyText other, int j) {
    if (exact[i] == other.exact[j]) {
      return 0;
    }
    return folded[i] == other.folded[j] ? FuzzyScore.VARIANT : FuzzyScore.EDIT;
  }

  private static Placeholder placeholder(Segment segment, TokenScanner tokens) {
    int number = 0;
    for (int i = tokens.start() + 1; i < tokens.end() - 1; i++) {
      number = number * 10 + segment.text().charAt(i) - '0';
    }
    return segment.placeholders().get(number);
  }

  private static long hash(Placeholder placeholder) {
    String original = placeholder.original();
    long hash = BASIS + 2 + placeholder.kind().ordinal();
    return hash(hash, original, 0, original.length());
  }

  /** Tags, escapes and breaks are structure: another one is not a variant of the same. */
  private static long kindHash(Placeholder placeholder) {
    return switch (placeholder.kind()) {
      case HTML, OTHER -> hash(placeholder);
      case CODE, MATH, ROLE, LINK, IMAGE -> finish(BASIS + 2 + placeholder.kind().ordinal());
    };
  }

  private static long hash(String text, int start, int end) {
    return hash(BASIS, text, start, end);
  }

  private static long hash(long basis, String text, int start, int end) {
    long hash = basis;
    for (int i = start; i < end; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return finish(hash);
  }

  private static long foldedHash(String text, int start, int end) {
    long hash = BASIS;
    for (int i = start; i < end; i++) {
      hash = (hash ^ CaseFolding.fold(text.charAt(i))) * PRIME;
    }
    return finish(hash);
  }

  private static long finish(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
