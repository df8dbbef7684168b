package org.amts.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * Text at random, the same for the same seed on every platform. A test prints the generator, whose
 * {@link #toString()} is the seed, when it fails.
 */
public final class RandomText {

  /** Words of several scripts, and what is hard on code that handles text. */
  private static final List<String> WORDS =
      List.of(
          "the",
          "model",
          "Istanbul",
          "iı",
          "gradient",
          "e.g.",
          "3.14",
          "naïve",
          "niño",
          "¿Qué?",
          "机器",
          "翻译",
          "。",
          "，",
          "（",
          "）",
          "*this*",
          "**that**",
          "_it_",
          "[link",
          "]",
          "<b>",
          "a&amp;b",
          "😀",
          "𝒜",
          "e\u0301",
          "\u200b",
          "\u00a0",
          "\u202e",
          "\uFEFF",
          "\\",
          "`",
          "$",
          "|",
          ":",
          "⟦",
          "⟧",
          "-",
          "!",
          "...");

  private final long seed;
  private final Random random;

  /**
   * @param seed what the text follows from
   */
  public RandomText(long seed) {
    this.seed = seed;
    random = new Random(seed);
  }

  /** A number from 0 to {@code bound - 1}. */
  public int number(int bound) {
    return random.nextInt(bound);
  }

  /** Words and signs of several scripts; no marks of placeholders. */
  public String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      if (i > 0 && random.nextInt(4) > 0) {
        text.append(' ');
      }
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  /** UTF-16 units of all kinds: control characters, halves of surrogate pairs, letters. */
  public String units(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int bound = random.nextBoolean() ? 0x80 : 0x10000;
      text.append((char) random.nextInt(bound));
    }
    return text.toString();
  }

  /** A segment of words with placeholders among them, some of which occur more than once. */
  public Segment segment(int words, int placeholders) {
    List<Placeholder> list =
        IntStream.range(0, placeholders)
            .mapToObj(i -> new Placeholder(i, Placeholder.Kind.CODE, "`code" + i + "`"))
            .toList();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < placeholders; i++) {
      parts.add(text(1 + random.nextInt(1 + words)));
      parts.add(Placeholder.mark(random.nextInt(5) == 0 ? random.nextInt(i + 1) : i));
    }
    parts.add(text(1 + random.nextInt(1 + words)));
    return new Segment(String.join(" ", parts), list);
  }

  @Override
  public String toString() {
    return "RandomText(" + seed + ")";
  }
}
