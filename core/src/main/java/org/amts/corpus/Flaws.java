package org.amts.corpus;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amts.segment.Cjk;

/**
 * What can be seen to be wrong with a translation by one who knows neither language. What is wrong
 * with the source may be wrong with its translation; code, formulas and addresses are not looked
 * at. Immutable.
 */
public final class Flaws {

  private static final PairFilter NUMBERS = new NumbersFilter();

  /** Stands for what is not looked at. */
  private static final String SPAN = "\uFFFC";

  private static final String SENTENCE_ENDS = "[.!?。！？]";

  private static final Pattern SPAN_BEHIND_THE_END =
      Pattern.compile(SENTENCE_ENDS + "[\\s" + SPAN + "]*" + SPAN + "\\s*$");

  /** Words, ideographs with what stands between them, or something in brackets, said twice. */
  private static final Pattern REPEATED =
      Pattern.compile(
          "\\b(\\p{L}{2,}|\\p{L}+(?: \\p{L}+){1,8}) \\1\\b"
              + "|(\\p{IsHan}{2,}|\\p{IsHan}[^\uFFFC]{1,20}\\p{IsHan})\\2"
              + "|(\\([^()]{2,}\\)|（[^（）]{2,}）)\\s*\\3",
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

  private static final Pattern EMPHASIS = Pattern.compile("[*_]+|~{2,}");

  private static final Pattern QUOTATION = Pattern.compile("[\"“”„«»「」『』]");

  private static final List<String> BRACKETS = List.of("()", "[]", "{}", "（）", "“”", "「」", "《》");

  private final Set<UnicodeScript> scripts;

  /**
   * Looks at translations into a language.
   *
   * @param language its code, such as {@code zh} or {@code pt-BR}
   */
  public Flaws(String language) {
    scripts = Scripts.of(language);
  }

  /**
   * The flaws of a translation, each described in a few words: numbers that are not the source's;
   * something said twice; emphasis that came or went; brackets and quotation marks that do not
   * close; ideographs in a language that has none; code or a reference behind the end.
   *
   * @param source the text, spans as in the file or as their marks
   * @param target its translation, likewise
   * @return none if nothing is wrong that can be seen
   */
  public List<String> in(String source, String target) {
    List<String> flaws = new ArrayList<>();
    NUMBERS
        .objection(new ParallelPair(source, target))
        .ifPresent(detail -> flaws.add(NUMBERS.reason() + " (" + detail + ")"));
    String from = ProtectedSpans.replacedIn(source, SPAN);
    String into = ProtectedSpans.replacedIn(target, SPAN);
    repeated(from, into).ifPresent(words -> flaws.add("said twice: " + words));
    if (emphasisDiffers(from, into)) {
      flaws.add("emphasis differs");
    }
    for (String brackets : BRACKETS) {
      if (isOpen(into, brackets) && !isOpen(from, brackets)) {
        flaws.add(brackets + " do not match");
      }
    }
    if (count('"', into) % 2 != 0 && count('"', from) % 2 == 0) {
      flaws.add("quotation marks do not match");
    }
    if (!scripts.contains(UnicodeScript.HAN) && Cjk.hasLetter(into)) {
      flaws.add("not translated: " + ideographs(into));
    }
    if (SPAN_BEHIND_THE_END.matcher(into).find() && !SPAN_BEHIND_THE_END.matcher(from).find()) {
      flaws.add("code or a reference stands behind the end");
    }
    return flaws;
  }

  /** What the translation says twice, if it does so more often than the source. */
  private static Optional<String> repeated(String source, String target) {
    List<String> repeated = found(REPEATED, target);
    return repeated.size() > found(REPEATED, source).size()
        ? Optional.of(String.join(", ", repeated))
        : Optional.empty();
  }

  /** Whether emphasis came or went, unless quotation marks took its place: **OK** and “确定”. */
  private static boolean emphasisDiffers(String source, String target) {
    List<String> lost = new ArrayList<>(found(EMPHASIS, source));
    List<String> come = new ArrayList<>();
    for (String sign : found(EMPHASIS, target)) {
      if (!lost.remove(sign)) {
        come.add(sign);
      }
    }
    int quotations = found(QUOTATION, target).size() - found(QUOTATION, source).size();
    return !(come.isEmpty() && lost.size() == Math.max(0, quotations)
        || lost.isEmpty() && come.size() == Math.max(0, -quotations));
  }

  private static String ideographs(String text) {
    return text.codePoints()
        .filter(Cjk::isLetter)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  private static boolean isOpen(String text, String brackets) {
    return count(brackets.charAt(0), text) != count(brackets.charAt(1), text);
  }

  private static long count(char sign, String text) {
    return text.chars().filter(each -> each == sign).count();
  }
}
