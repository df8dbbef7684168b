package org.amts.translate.typography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amts.document.BlockKind;
import org.amts.engine.TermEntry;
import org.amts.segment.Cjk;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;

/**
 * Adds the source term in brackets where a term is first mentioned in a document: {@code
 * 机器翻译（machine translation）}.
 *
 * <p>Only running text counts, that is paragraphs and list items: a title, caption, cell or front
 * matter stays short, and the first mention after it gets the brackets. A mention counts if the
 * source sentence has the source term, too. Where the translation has the source term already,
 * whoever wrote it, nothing is added, so that applying this twice is the same as applying it once.
 * Immutable; safe for use by many threads.
 */
public final class FirstMention {

  private final Map<String, Pattern> sourceTerms = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Pattern anyTarget;

  /**
   * First mentions of given terms.
   *
   * @param terms the terminology; a term that is the same in both languages needs no brackets and
   *     is left out, and of two with the same translation the first counts
   */
  public FirstMention(List<TermEntry> terms) {
    List<String> alternatives = new ArrayList<>();
    for (TermEntry term : terms) {
      String target = term.target().strip();
      String source = term.source().strip();
      if (!target.equalsIgnoreCase(source) && targets.putIfAbsent(key(target), source) == null) {
        sourceTerms.put(key(target), ignoringCase(wholeWord(source, "(?:e?s)?")));
        alternatives.add(target);
      }
    }
    // The longest first: the mention of a long term is none of the short one inside it.
    anyTarget =
        ignoringCase(
            alternatives.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(target -> wholeWord(target, ""))
                .collect(Collectors.joining("|", "(?:", ")")));
  }

  /**
   * Adds the brackets to the translation of a document.
   *
   * @param source the source document
   * @param translations the translated text of each segment, with marks
   * @return the translations, some of them with terms in brackets
   * @throws IllegalArgumentException if there are not as many translations as segments
   */
  public List<String> apply(SegmentedDocument source, List<String> translations) {
    if (translations.size() != source.segments().size()) {
      throw new IllegalArgumentException(
          source.document().name()
              + ": "
              + translations.size()
              + " translations for "
              + source.segments().size()
              + " segments");
    }
    Set<String> mentioned = new HashSet<>();
    List<String> out = new ArrayList<>(translations.size());
    for (DocumentSegment segment : source.segments()) {
      String translation = translations.get(segment.index());
      BlockKind kind = source.document().blocks().get(segment.block()).kind();
      boolean running = kind == BlockKind.PARAGRAPH || kind == BlockKind.LIST_ITEM;
      out.add(
          running && !targets.isEmpty()
              ? addTerms(segment.segment().text(), translation, mentioned)
              : translation);
    }
    return List.copyOf(out);
  }

  private String addTerms(String source, String translation, Set<String> mentioned) {
    StringBuilder out = new StringBuilder(translation.length() + 32);
    Matcher mentions = anyTarget.matcher(translation);
    int at = 0;
    while (mentions.find()) {
      String term = key(mentions.group());
      Pattern sourceTerm = sourceTerms.get(term);
      if (sourceTerm == null || mentioned.contains(term) || !sourceTerm.matcher(source).find()) {
        continue;
      }
      mentioned.add(term);
      if (!sourceTerm.matcher(translation).find()) {
        int end = afterEmphasis(translation, mentions.start(), mentions.end());
        out.append(translation, at, end).append(inBrackets(targets.get(term), mentions.group()));
        at = end;
      }
    }
    return out.append(translation, at, translation.length()).toString();
  }

  /** {@code *机器翻译*}: brackets follow the emphasis of the term. */
  private static int afterEmphasis(String text, int start, int end) {
    int length = 0;
    while (start - length > 0
        && end + length < text.length()
        && Surroundings.isEmphasis(text.charAt(end + length))
        && text.charAt(start - length - 1) == text.charAt(end + length)) {
      length++;
    }
    return end + length;
  }

  private static String inBrackets(String source, String mention) {
    boolean chinese = Cjk.isCjk(mention.codePointBefore(mention.length()));
    return chinese ? "（" + source + "）" : " (" + source + ")";
  }

  private static Pattern ignoringCase(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Words of scripts with spaces end where letters end, or after an ending. */
  private static String wholeWord(String term, String ending) {
    boolean letterFirst = isWesternLetter(term.codePointAt(0));
    boolean letterLast = isWesternLetter(term.codePointBefore(term.length()));
    return (letterFirst ? "(?<![\\p{L}\\p{N}])" : "")
        + Pattern.quote(term)
        + (letterLast ? ending + "(?![\\p{L}\\p{N}])" : "");
  }

  private static boolean isWesternLetter(int codePoint) {
    return Character.isLetterOrDigit(codePoint) && !Cjk.isLetter(codePoint);
  }

  private static String key(String target) {
    return target.toLowerCase(Locale.ROOT);
  }
}
