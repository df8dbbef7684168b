package org.amts.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amts.document.BlockKind;
import org.amts.engine.FixedTerms;
import org.amts.engine.TermEntry;
import org.amts.engine.Translation;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.ShortcodeText;
import org.amts.segment.SlideMarkTransfer;
import org.amts.translate.typography.FirstMention;
import org.amts.translate.typography.Typography;
import org.amts.translate.typography.TypographySettings;
import org.jspecify.annotations.Nullable;

/**
 * What a target language and its translators ask for: words and marks that the engine must not
 * touch before it works, typography and first mentions afterwards. Immutable; safe for use by many
 * threads.
 */
public final class TargetStyle {

  private final FixedTerms terms;
  private final Typography typography;
  private final FirstMention firstMention;

  /**
   * @param terms words with a fixed translation
   * @param typography the target language's typesetting
   * @param firstMentions terms whose first mention in a document carries the source term in
   *     brackets
   */
  public TargetStyle(
      FixedTerms terms, TypographySettings typography, List<TermEntry> firstMentions) {
    this.terms = terms;
    this.typography = new Typography(typography);
    this.firstMention = new FirstMention(firstMentions);
  }

  /** The usual style of a language, without any terms. */
  public static TargetStyle usual(String language) {
    return new TargetStyle(FixedTerms.NONE, TypographySettings.forLanguage(language), List.of());
  }

  /** What the engine gets for a segment. */
  public Segment prepare(Segment segment) {
    return SlideMarkTransfer.prepare(terms.protect(ShortcodeText.prepare(segment)));
  }

  /**
   * What is written for the segments of a document.
   *
   * @param source the document
   * @param answers the engine's translations of {@linkplain #prepare prepared} segments, by segment
   *     index
   * @return texts with placeholders put back, by segment index; none where the engine failed
   */
  public Map<Integer, String> finish(SegmentedDocument source, Map<Integer, Translation> answers) {
    List<String> marked = new ArrayList<>();
    for (DocumentSegment segment : source.segments()) {
      Translation answer = answers.get(segment.index());
      marked.add(
          isUsable(answer)
              ? typography.apply(segment.segment(), words(source, segment, answer))
              : "");
    }
    List<String> mentioned = firstMention.apply(source, marked);
    Map<Integer, String> texts = new HashMap<>();
    for (DocumentSegment segment : source.segments()) {
      if (isUsable(answers.get(segment.index()))) {
        texts.put(segment.index(), segment.segment().expand(mentioned.get(segment.index())));
      }
    }
    return texts;
  }

  private String words(SegmentedDocument source, DocumentSegment place, Translation answer) {
    Segment shown = ShortcodeText.prepare(place.segment());
    Segment segment = terms.protect(shown);
    String marked = SlideMarkTransfer.insert(segment, answer.text());
    String text = EmphasisMarks.repair(segment.text(), marked);
    boolean isByPerson = answer.outcome() == Translation.Outcome.MATCHED;
    boolean isHeading = source.document().blocks().get(place.block()).kind() == BlockKind.HEADING;
    String spaced =
        MarkSpacing.repair(
            segment, isByPerson ? text : InitialCapital.repair(segment.text(), isHeading, text));
    return ShortcodeText.insert(place.segment(), terms.insert(shown, spaced));
  }

  /**
   * What stands between two sentences of a paragraph.
   *
   * @param left the sentence before, as it is written
   * @param original what stands between the two in the source
   * @param right the sentence after, as it is written
   */
  public String betweenSentences(String left, String original, String right) {
    return Typography.separator(left, original, right);
  }

  private static boolean isUsable(@Nullable Translation answer) {
    return answer != null && answer.outcome() != Translation.Outcome.FAILED;
  }
}
