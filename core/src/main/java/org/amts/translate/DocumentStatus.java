package org.amts.translate;

import java.util.BitSet;
import java.util.Objects;
import java.util.Set;
import org.amts.align.Alignment;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Placeholder;
import org.amts.segment.SegmentedDocument;
import org.jspecify.annotations.Nullable;

/**
 * How far the translation of one document is.
 *
 * @param loaded the document
 * @param alignment how source and translation correspond; null if there is no translation
 * @param state the document as a whole
 * @param segments segments of the source
 * @param translatedSegments those that the translation renders
 * @param words words of the source; a Chinese character counts as one
 * @param untranslatedWords words of the segments that the translation does not render
 */
public record DocumentStatus(
    LoadedDocument loaded,
    @Nullable Alignment alignment,
    State state,
    int segments,
    int translatedSegments,
    int words,
    int untranslatedWords) {

  /** The state of a document's translation. */
  public enum State {
    /** There is a translation, and every block of the source has a counterpart in it. */
    TRANSLATED,
    /**
     * There is a translation, but blocks of the source, or more than a tenth of its words, are not
     * in it.
     */
    STALE,
    /** There is no translation. */
    MISSING,
    /** The source is not text. */
    UNREADABLE
  }

  /** A translator who drops more than this share of the words has probably seen another source. */
  private static final double MOST_WORDS_DROPPED = 0.1;

  /** Checks that nothing is missing. */
  public DocumentStatus {
    Objects.requireNonNull(loaded, "loaded");
    Objects.requireNonNull(state, "state");
  }

  /**
   * Finds the status.
   *
   * @param minimumConfidence of an aligned bead that counts as a translation, 0..1
   */
  static DocumentStatus of(
      LoadedDocument loaded, @Nullable Alignment alignment, double minimumConfidence) {
    SegmentedDocument source = loaded.source();
    Set<Integer> renderedBlocks = Set.of();
    BitSet rendered = new BitSet();
    if (loaded.translation() != null && alignment != null) {
      renderedBlocks =
          BlockLinks.of(source, loaded.translation(), alignment, minimumConfidence).rendered();
      alignment.pairs(minimumConfidence).forEach(bead -> bead.source().forEach(rendered::set));
    }
    int words = 0;
    int untranslatedWords = 0;
    boolean hasOpenBlock = false;
    for (DocumentSegment segment : source.segments()) {
      int count = words(segment.segment().text());
      words += count;
      untranslatedWords += rendered.get(segment.index()) ? 0 : count;
      hasOpenBlock |= count > 0 && !renderedBlocks.contains(segment.block());
    }
    State state;
    if (!loaded.isReadable()) {
      state = State.UNREADABLE;
    } else if (loaded.translation() == null) {
      state = State.MISSING;
    } else {
      // Translators drop and merge sentences at will; a whole block without a counterpart is new
      // text.
      boolean stale = hasOpenBlock || untranslatedWords > words * MOST_WORDS_DROPPED;
      state = stale ? State.STALE : State.TRANSLATED;
    }
    return new DocumentStatus(
        loaded,
        alignment,
        state,
        source.segments().size(),
        rendered.cardinality(),
        words,
        untranslatedWords);
  }

  /** The words of a document's segments; a Chinese character counts as one. */
  public static int wordsOf(SegmentedDocument document) {
    return document.segments().stream().mapToInt(segment -> words(segment.segment().text())).sum();
  }

  /**
   * Counts words as translators are paid for them: runs of letters and digits, and each Han or kana
   * character.
   */
  public static int words(String text) {
    String plain = Placeholder.marksIn(text).replaceAll(" ");
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      boolean ideograph = Character.isIdeographic(c) || isKana(c);
      boolean letter =
          Character.isLetterOrDigit(c) || (inWord && (c == '\'' || c == '’' || c == '-'));
      if (ideograph || (letter && !inWord)) {
        words++;
      }
      inWord = letter && !ideograph;
      i += Character.charCount(c);
    }
    return words;
  }

  private static boolean isKana(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
  }
}
