package org.amts.translate.typography;

import java.util.Objects;
import org.amts.segment.Cjk;
import org.amts.segment.Segment;
import org.amts.translate.typography.TypographySettings.Punctuation;

/**
 * Applies a language's typesetting to translated segments. Placeholder marks and what they stand
 * for come through as they are, in their order. Applying it twice is the same as applying it once.
 * Immutable; safe for use by many threads.
 *
 * <pre>{@code
 * Typography typography = new Typography(TypographySettings.forLanguage("zh"));
 * typography.apply(source, "我们使用 ⟦0⟧, 它很快."); // 我们使用⟦0⟧，它很快。
 * }</pre>
 */
public final class Typography {

  private final TypographySettings settings;

  /** Typography by given settings. */
  public Typography(TypographySettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Applies the settings to a translation.
   *
   * @param source the segment that was translated; it says what the marks stand for
   * @param translation its translation, with marks
   * @return the translation as it is to be typeset, with the same marks in the same order
   */
  public String apply(Segment source, String translation) {
    MarkedText marked = new MarkedText(source, translation);
    String text = QuotationMarks.apply(marked.text(), settings.quotes());
    if (settings.invertedMarks()) {
      text = SpanishMarks.apply(text);
    }
    if (Cjk.hasLetter(text)) {
      if (settings.punctuation() == Punctuation.FULL_WIDTH) {
        text = FullWidth.apply(text);
      }
      text = HanSpacing.apply(text, settings.spacing());
      text = Emphasis.repair(marked, text);
    }
    return marked.restore(text);
  }

  /**
   * What stands between two sentences of a translated block: what stands between them in the source
   * if that has a line end or anything but white space; else nothing next to Chinese or Japanese,
   * and a space in other languages.
   *
   * @param left the translation before, as it stands in the file
   * @param original what stands between the two in the source file; may be empty
   * @param right the translation after, as it stands in the file
   */
  public static String separator(String left, String original, String right) {
    if (!original.isBlank() || original.indexOf('\n') >= 0 || original.indexOf('\r') >= 0) {
      return original;
    }
    int from = Surroundings.positionBefore(left, left.length());
    int before = Surroundings.wordBefore(left, left.length());
    int after = Surroundings.wordAfter(right, 0);
    if (!Surroundings.isCjk(before) && !Surroundings.isCjk(after)) {
      return " ";
    }
    // **重要（很）** would not be emphasis with a letter right after it.
    boolean endsInEmphasis =
        from < left.length() && Surroundings.isEmphasis(left.charAt(left.length() - 1));
    return endsInEmphasis
            && !Cjk.isLetter(before)
            && !right.isEmpty()
            && Character.isLetterOrDigit(right.codePointAt(0))
        ? " "
        : "";
  }
}
