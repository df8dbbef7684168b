package org.amts.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code of which only the present version is known, and what a translation has in its place, which
 * may be of an older version. The code is the present one; comments and texts in it stay as the
 * translators have them.
 */
final class TranslatedCode {

  private static final Pattern FENCE =
      Pattern.compile("\\s*(?:`{3,}|~{3,})\\W*(\\w*).*", Pattern.DOTALL);

  private static final Set<String> SLASHES =
      Set.of(
          "c",
          "cc",
          "cpp",
          "cs",
          "csharp",
          "dart",
          "go",
          "groovy",
          "java",
          "javascript",
          "js",
          "jsonc",
          "kotlin",
          "php",
          "rust",
          "scala",
          "swift",
          "ts",
          "typescript");

  private static final Set<String> DASHES = Set.of("elm", "haskell", "lua", "sql");

  private static final Pattern STRING =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'");

  /** Words rather than a key or a path. */
  private static final Pattern WORDS =
      Pattern.compile("\\p{L}[,:]? \\p{L}|[\\p{L}&&[^\\p{ASCII}]]");

  /** What stands for lines of comments that belong together. */
  private static final String COMMENT = "comment";

  private TranslatedCode() {}

  /**
   * The present code with the translators' comments and texts.
   *
   * @param theirs as the translation has it
   * @param present as the source has it
   */
  static String of(String theirs, String present) {
    Pattern comment = comment(present);
    List<Line> own = lines(theirs, comment);
    List<Line> now = lines(present, comment);
    int[] match =
        InOrder.match(own.stream().map(Line::code).toList(), now.stream().map(Line::code).toList());
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < match.length; i++) {
      boolean isSame = match[i] >= 0 && own.get(match[i]).isTranslationOf(now.get(i));
      out.append(isSame ? own.get(match[i]).text() : now.get(i).text());
    }
    return out.toString();
  }

  /** What a comment in the language of a fenced block begins with. */
  private static Pattern comment(String block) {
    Matcher fence = FENCE.matcher(block);
    String language = fence.matches() ? fence.group(1).toLowerCase(Locale.ROOT) : "";
    String mark =
        SLASHES.contains(language) ? "//" : DASHES.contains(language) ? "--" : "#(?![@!])";
    return Pattern.compile("(?:^|\\s)" + mark + ".*", Pattern.DOTALL);
  }

  private static List<Line> lines(String text, Pattern comment) {
    List<Line> lines = new ArrayList<>();
    for (String line : text.split("(?<=\n)")) {
      Line next = Line.of(line, comment);
      Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      if (last != null && last.code().equals(COMMENT) && next.code().equals(COMMENT)) {
        lines.set(lines.size() - 1, new Line(last.text() + line, COMMENT, List.of()));
      } else {
        lines.add(next);
      }
    }
    return lines;
  }

  /**
   * A line, or several that are comments.
   *
   * @param text with its line end
   * @param code without comments, and with nothing in its strings
   * @param strings in the code
   */
  private record Line(String text, String code, List<String> strings) {

    static Line of(String text, Pattern comment) {
      List<String> strings = STRING.matcher(text).results().map(MatchResult::group).toList();
      String code =
          comment.matcher(STRING.matcher(text).replaceAll("\"\"")).replaceAll("").stripTrailing();
      return code.isEmpty() && !text.isBlank()
          ? new Line(text, COMMENT, List.of())
          : new Line(text, code, strings);
    }

    boolean isTranslationOf(Line source) {
      for (int i = 0; i < Math.min(strings.size(), source.strings.size()); i++) {
        if (!strings.get(i).equals(source.strings.get(i))
            && !WORDS.matcher(strings.get(i)).find()) {
          return false;
        }
      }
      return true;
    }
  }
}
