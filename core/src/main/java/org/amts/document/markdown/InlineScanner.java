package org.amts.document.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.TextRange;

/** One pass over one text, from left to right; the first construct that fits wins. */
final class InlineScanner {

  /** {@code :numref:} before a code span (d2lbook, reStructuredText). */
  private static final Pattern COLON_ROLE = Pattern.compile(":[A-Za-z][\\w+.:-]{0,40}:(?=`)");

  /** {@code {ref}} before a code span (MyST). */
  private static final Pattern BRACE_ROLE = Pattern.compile("\\{[A-Za-z][\\w+.:-]{0,40}\\}(?=`)");

  /** {@code {name}}, a place for a value, and {@code {#id .class}}, attributes. */
  private static final Pattern BRACES =
      Pattern.compile("\\{(?:[A-Za-z_0-9]{0,60}|(?:[#.:=]|[A-Za-z-]{1,30}=)[^{}\\r\\n]{0,200})\\}");

  /** A shortcode up to a text that readers see; group 1 is the text. */
  private static final Pattern SHOWN_TEXT =
      Pattern.compile(
          "\\{\\{[<%]\\s*[\\w./-]{1,60}(?:\\s+[\\w-]{1,40}=\"[^\"\r\n]{0,200}\"){0,8}?"
              + "\\s+text=\"([^\"\r\n]{0,200}?\\p{L}[^\"\r\n]{0,200})\"");

  private static final Pattern NAMED_VALUE = Pattern.compile("%\\([A-Za-z_]\\w{0,60}\\)[sdf]");

  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\[\\]\\s]{1,100}\\]");

  /** {@code [!INCLUDE [name](path)]} and {@code [!NOTE]} of Microsoft's Markdown. */
  private static final Pattern MARKER =
      Pattern.compile(
          "\\[![A-Za-z]{1,20}(?: *\\[[^\\[\\]\\r\\n]{0,200}\\]\\([^()\\r\\n]{0,300}\\) *)?\\]");

  private record Bracket(int at, boolean isImage) {}

  private final String text;
  private final Set<String> definedLabels;
  private final Cursor cursor;
  private final CodeSpans codeSpans;
  private final Formulas formulas;
  private final LinkTargets linkTargets;
  private final InlineHtml html;
  private final Deque<Bracket> openBrackets = new ArrayDeque<>();
  private final List<Inline> inlines = new ArrayList<>();
  private int textStart;

  InlineScanner(String text, Set<String> definedLabels) {
    this.text = text;
    this.definedLabels = definedLabels;
    this.cursor = new Cursor(text);
    this.codeSpans = new CodeSpans(cursor);
    this.formulas = new Formulas(cursor, codeSpans);
    this.linkTargets = new LinkTargets(cursor);
    this.html = new InlineHtml(cursor);
  }

  List<Inline> scan() {
    int at = 0;
    while (at < text.length()) {
      at = scanAt(at);
    }
    endText(text.length());
    return inlines;
  }

  /** Takes what stands at {@code at} and returns where it ends. */
  private int scanAt(int at) {
    return switch (text.charAt(at)) {
      case ' ', '\t', '\n', '\r' -> whiteSpace(at);
      case '\\' -> backslash(at);
      case '`' -> backticks(at);
      case '$' -> dollar(at);
      case ':' -> role(COLON_ROLE, at);
      case '{' -> brace(at);
      case '%' -> matching(NAMED_VALUE, InlineKind.OTHER, at);
      case '<' -> angle(at);
      case '&' -> protect(InlineKind.HTML, at, html.entityEnd(at));
      case '[' -> openBracket(at);
      case '!' -> exclamation(at);
      case ']' -> closeBracket(at);
      case 'h' -> address(at);
      default -> at + 1;
    };
  }

  /** Adds an inline that ends at {@code end}, or goes on as text if there is none. */
  private int protect(InlineKind kind, int at, int end) {
    if (end == Cursor.NONE) {
      return at + 1;
    }
    add(kind, at, end, text.substring(at, end));
    return end;
  }

  private void add(InlineKind kind, int at, int end, String reading) {
    endText(at);
    inlines.add(new Inline(kind, new TextRange(at, end), reading));
    textStart = end;
  }

  private void endText(int end) {
    if (textStart < end) {
      TextRange range = new TextRange(textStart, end);
      inlines.add(new Inline(InlineKind.TEXT, range, range.of(text)));
    }
  }

  private int matching(Pattern pattern, InlineKind kind, int at) {
    return protect(kind, at, matchEnd(pattern, at));
  }

  private int matchEnd(Pattern pattern, int at) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? matcher.end() : Cursor.NONE;
  }

  private int whiteSpace(int at) {
    int lineEnd = cursor.skipBlanks(at);
    int nextLine = cursor.skipLineEnd(lineEnd);
    if (nextLine == lineEnd) {
      return lineEnd;
    }
    nextLine = cursor.skipBlanks(nextLine);
    if (text.startsWith("  ", lineEnd - 2) && lineEnd - at >= 2) {
      return protect(InlineKind.OTHER, at, nextLine);
    }
    add(InlineKind.SOFT_BREAK, at, nextLine, " ");
    return nextLine;
  }

  private int backslash(int at) {
    int formulaEnd = formulas.backslashEnd(at);
    if (formulaEnd != Cursor.NONE) {
      return protect(InlineKind.MATH, at, formulaEnd);
    }
    int nextLine = cursor.skipLineEnd(at + 1);
    if (nextLine > at + 1) {
      return protect(InlineKind.OTHER, at, cursor.skipBlanks(nextLine));
    }
    boolean isEscape = Cursor.isAsciiPunctuation(cursor.charAt(at + 1));
    return protect(InlineKind.OTHER, at, isEscape ? at + 2 : Cursor.NONE);
  }

  private int backticks(int at) {
    int end = codeSpans.end(at);
    return end == Cursor.NONE ? cursor.endOfRun('`', at) : protect(InlineKind.CODE, at, end);
  }

  private int dollar(int at) {
    return protect(InlineKind.MATH, at, formulas.end(at));
  }

  private int role(Pattern name, int at) {
    int nameEnd = matchEnd(name, at);
    return protect(
        InlineKind.ROLE, at, nameEnd == Cursor.NONE ? Cursor.NONE : codeSpans.end(nameEnd));
  }

  private int brace(int at) {
    if (cursor.startsWith("{{", at)) {
      return shortcode(at);
    }
    if (cursor.startsWith("{%", at)) {
      return protect(InlineKind.OTHER, at, cursor.findEnd("%}", at + 2));
    }
    int end = role(BRACE_ROLE, at);
    return end > at + 1 ? end : matching(BRACES, InlineKind.OTHER, at);
  }

  /** What a shortcode shows of its own, {@code text="pod"}, is text between two protected parts. */
  private int shortcode(int at) {
    int end = shortcodeEnd(at);
    Matcher shown = SHOWN_TEXT.matcher(text).region(at, end == Cursor.NONE ? at : end);
    if (!shown.lookingAt()) {
      return protect(InlineKind.OTHER, at, end);
    }
    protect(InlineKind.OTHER, at, shown.start(1));
    return protect(InlineKind.OTHER, shown.end(1), end);
  }

  private int shortcodeEnd(int at) {
    return switch (cursor.charAt(at + 2)) {
      case '<' -> cursor.findEnd(">}}", at + 3);
      case '%' -> cursor.findEnd("%}}", at + 3);
      default -> cursor.findEnd("}}", at + 2);
    };
  }

  private int angle(int at) {
    int end = html.end(at);
    return end != Cursor.NONE
        ? protect(InlineKind.HTML, at, end)
        : protect(InlineKind.LINK_TARGET, at, html.addressEnd(at));
  }

  private int openBracket(int at) {
    int end = matching(FOOTNOTE, InlineKind.ROLE, at);
    if (end == at + 1) {
      end = matching(MARKER, InlineKind.OTHER, at);
    }
    if (end == at + 1) {
      openBrackets.push(new Bracket(at, false));
    }
    return end;
  }

  private int exclamation(int at) {
    if (cursor.charAt(at + 1) != '[') {
      return at + 1;
    }
    openBrackets.push(new Bracket(at + 1, true));
    return at + 2;
  }

  private int closeBracket(int at) {
    Bracket opening = openBrackets.poll();
    if (opening == null) {
      return at + 1;
    }
    InlineKind kind = opening.isImage() ? InlineKind.IMAGE_TARGET : InlineKind.LINK_TARGET;
    if (!opening.isImage() && isDefined(opening.at() + 1, at)) {
      // The words between the brackets are the label: translating them would break the link.
      int end = cursor.startsWith("[]", at + 1) ? at + 3 : at + 1;
      if (end == at + 3 || linkTargets.end(at + 1) == Cursor.NONE) {
        return protectFrom(opening.at(), kind, end);
      }
    }
    int end = linkTargets.end(at + 1);
    return end == Cursor.NONE ? at + 1 : protect(kind, at + 1, end);
  }

  private boolean isDefined(int start, int end) {
    return !definedLabels.isEmpty()
        && end - start <= LinkLabel.MAX_LENGTH
        && definedLabels.contains(LinkLabel.normalize(text.substring(start, end)));
  }

  /** Adds an inline that swallows the inlines found since {@code start}. */
  private int protectFrom(int start, InlineKind kind, int end) {
    while (!inlines.isEmpty() && inlines.get(inlines.size() - 1).range().end() > start) {
      Inline last = inlines.remove(inlines.size() - 1);
      textStart = last.range().start();
    }
    return protect(kind, start, end);
  }

  /** A bare address: up to white space or a character that no address holds as it is. */
  private int address(int at) {
    boolean isAddress = cursor.startsWith("http://", at) || cursor.startsWith("https://", at);
    if (!isAddress || Cursor.isAsciiLetterOrDigit(cursor.charAt(at - 1))) {
      return at + 1;
    }
    int depth = 0;
    int end = at;
    while (isAddressCharacter(cursor.charAt(end))) {
      char c = cursor.charAt(end);
      depth += c == '(' ? 1 : 0;
      if (c == ')' && depth-- == 0) {
        break;
      }
      end++;
    }
    while (".,;:!?'*_~".indexOf(cursor.charAt(end - 1)) >= 0) {
      end--;
    }
    return end <= at + "https://".length() ? at + 1 : protect(InlineKind.LINK_TARGET, at, end);
  }

  private static boolean isAddressCharacter(char c) {
    return c > ' ' && c < 0x7f && "<>\"`{}|\\^[]".indexOf(c) < 0;
  }
}
