package org.amts.reference;

import java.nio.file.Path;
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
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.markdown.InlineParser;
import org.amts.reference.Tags.Tag;
import org.jsoup.parser.Parser;

/**
 * Finds the references of a document: roles of d2lbook and MyST, links, pictures, footnotes, tables
 * of contents, and HTML tags. What stands in code is no reference, except for directives that are
 * written as code.
 */
public final class ReferenceReader {

  /** How labels are given to places; the label is the group. */
  private static final List<Pattern> LABELS =
      List.of(
          Pattern.compile(":(?:eq)?label:`([^`\\n]+)`"), // d2lbook
          Pattern.compile("(?m)^[ \\t\">]*\\(([^()\\s]+)\\)=\\s*(?:$|\\\\n)"), // MyST, a target
          Pattern.compile("(?m)^[ \\t\">]*:(?:name|label):[ \\t]+([^\\n]*[^\\s\",\\\\])"), // MyST
          Pattern.compile("\\$\\$[ \\t]*\\(([^()\\s]+)\\)"), // MyST, after a formula
          Pattern.compile("\\\\label\\{([^{}\\n]+)\\}"), // LaTeX
          Pattern.compile("(?m)^[ \\t\"]*\\.\\. _([^:\\n]+):")); // reStructuredText

  /** {@code {#id .class}} of Pandoc, Hugo and Docusaurus, {@code {: #id}} of kramdown. */
  private static final Pattern ATTRIBUTE_ID =
      Pattern.compile("\\{[^{}#\\n]*+#([^\\s{}#]++)[^{}\\n]*+\\}");

  private static final Pattern FOOTNOTE = Pattern.compile("(?m)^[ \\t\">]*\\[(\\^[^\\]\\s]+)\\]:");

  private static final Pattern LINK_DEFINITION =
      Pattern.compile(
          "\\s*\\[((?:[^\\[\\]\\\\]|\\\\.)+)\\]:\\s*(?:<([^<>\\n]*)>|(\\S+)).*", Pattern.DOTALL);

  /** A directive whose argument is a file. */
  private static final Pattern FILE_DIRECTIVE =
      Pattern.compile("[`~:]{3,}\\s*\\{(figure|image|include|literalinclude)\\}[ \\t]+(\\S+)");

  private static final Pattern INCLUSION = Pattern.compile("\\[!.*\\]\\(([^()]*)\\)\\s*\\]");

  /** A shortcode with a key, in a heading. */
  private static final Pattern FILLED_IN =
      Pattern.compile("\\{\\{[%<][^{}\"]*\"([^\"{}]+)\"[^{}]*[%>]\\}\\}");

  private static final Pattern OUTER_UNDERSCORES =
      Pattern.compile("(?<![\\p{L}\\p{N}_])_+|_+(?![\\p{L}\\p{N}_])");

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private record LinkDefinition(String address, int line) {}

  private final Document document;
  private final Map<String, Integer> labels = new HashMap<>();
  private final HeadingAnchors headings = new HeadingAnchors();
  private final Set<String> anchors = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, LinkDefinition> linkDefinitions = new HashMap<>();
  private final Map<String, ReferenceKind> usedNames = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();

  private ReferenceReader(Document document) {
    this.document = document;
  }

  /**
   * Reads the references of a document.
   *
   * @param document the document
   * @param file where it lies
   */
  public static DocumentReferences read(Document document, Path file) {
    return new ReferenceReader(document).read(file);
  }

  private DocumentReferences read(Path file) {
    readDefinitions();
    document.blocks().forEach(this::readBlock);
    readTags();
    usedNames.forEach(
        (name, kind) -> {
          LinkDefinition definition = linkDefinitions.get(name);
          if (definition != null) {
            addAddress(kind, definition.address, definition.line);
          }
        });
    anchors.addAll(headings.anchors());
    references.sort(Comparator.comparingInt(Reference::line));
    return new DocumentReferences(document.name(), file, labels, anchors, names, references);
  }

  private void readDefinitions() {
    String text = document.text();
    for (Pattern pattern : LABELS) {
      Matcher label = pattern.matcher(text);
      while (label.find()) {
        addLabel(label.group(1), label.start(1));
      }
    }
    Matcher id = ATTRIBUTE_ID.matcher(text);
    while (id.find()) {
      anchors.add(id.group(1));
      addLabel(id.group(1), id.start(1));
    }
    Matcher footnote = FOOTNOTE.matcher(text);
    while (footnote.find()) {
      names.add(footnote.group(1).toLowerCase(Locale.ROOT));
    }
  }

  private void addLabel(String label, int at) {
    labels.putIfAbsent(normalized(label), document.source().lineOf(at));
    anchors.add(label.strip());
  }

  /** Labels are the same if they differ in case or white space only. */
  static String normalized(String label) {
    return WHITE_SPACE.matcher(label.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  private void readBlock(Block block) {
    if (block.kind() == BlockKind.HEADING) {
      headings.add(readings(block));
      Matcher filledIn = FILLED_IN.matcher(block.range().of(document.text()));
      while (filledIn.find()) {
        anchors.add(HeadingAnchors.filledIn(filledIn.group(1)));
      }
    }
    // The inlines of a picture are its caption alone.
    if (!block.inlines().isEmpty() && block.kind() != BlockKind.FIGURE) {
      block.inlines().forEach(inline -> readInline(inline, inline.range().start()));
      return;
    }
    String text = block.range().of(document.text());
    Matcher fileDirective = FILE_DIRECTIVE.matcher(text);
    if (fileDirective.lookingAt()) {
      boolean isImage = fileDirective.group(1).matches("figure|image");
      addAddress(
          isImage ? ReferenceKind.IMAGE : ReferenceKind.LINK,
          fileDirective.group(2),
          lineOf(block.range().start()));
    }
    if (block.kind() == BlockKind.CODE) {
      references.addAll(ContentsBlock.entries(text, lineOf(block.range().start())));
      return;
    }
    Matcher definition = LINK_DEFINITION.matcher(text);
    if (block.kind() == BlockKind.DIRECTIVE && definition.matches()) {
      String name = normalized(definition.group(1));
      String address = definition.group(2) == null ? definition.group(3) : definition.group(2);
      names.add(name);
      linkDefinitions.putIfAbsent(name, new LinkDefinition(address, lineOf(block.range().start())));
      return;
    }
    for (Inline inline : new InlineParser().parse(text)) {
      readInline(inline, block.range().start() + inline.range().start());
    }
  }

  private void readInline(Inline inline, int at) {
    switch (inline.kind()) {
      case ROLE -> readRole(inline.text(), lineOf(at));
      case LINK_TARGET -> readTarget(ReferenceKind.LINK, inline.text(), lineOf(at));
      case IMAGE_TARGET -> readTarget(ReferenceKind.IMAGE, inline.text(), lineOf(at));
      case OTHER -> {
        Matcher inclusion = INCLUSION.matcher(inline.text());
        if (inclusion.matches()) {
          addAddress(ReferenceKind.LINK, inclusion.group(1), lineOf(at));
        }
      }
      default -> {}
    }
  }

  private void readRole(String text, int line) {
    if (text.startsWith("[^")) {
      String name = text.substring(1, text.length() - 1).toLowerCase(Locale.ROOT);
      references.add(new Reference(ReferenceKind.FOOTNOTE, name, line));
      return;
    }
    Role.of(text)
        .ifPresent(
            role ->
                role.kind()
                    .ifPresent(
                        kind ->
                            role.targets()
                                .forEach(
                                    target -> references.add(new Reference(kind, target, line)))));
  }

  private void readTarget(ReferenceKind kind, String text, int line) {
    if (text.startsWith("(")) {
      addAddress(kind, destination(text), line);
    } else if (text.startsWith("[") && text.indexOf(']') > 1) {
      String name = normalized(text.substring(1, text.indexOf(']')));
      usedNames.merge(
          name, kind, (a, b) -> a == ReferenceKind.LINK ? a : b); // a picture may be linked to, too
      references.add(new Reference(ReferenceKind.LINK_NAME, name, line));
    }
  }

  /** The address in {@code (address "title")} or {@code (<address>)}. */
  private static String destination(String target) {
    String inside = target.substring(1, target.length() - 1).strip();
    if (inside.startsWith("<")) {
      int end = inside.indexOf('>');
      return end < 0 ? "" : inside.substring(1, end);
    }
    int end = 0;
    while (end < inside.length() && !Character.isWhitespace(inside.charAt(end))) {
      end++;
    }
    return inside.substring(0, end).replaceAll("\\\\(\\p{Punct})", "$1");
  }

  private void addAddress(ReferenceKind kind, String address, int line) {
    if (!LinkTarget.isBeyondTheBook(address)) {
      references.add(new Reference(kind, address, line));
    }
  }

  private void readTags() {
    List<Block> code =
        document.blocks().stream()
            .filter(block -> block.kind() == BlockKind.CODE || block.kind() == BlockKind.MATH)
            .toList();
    // In a notebook, quotation marks stand behind a backslash; the places stay the same.
    String text =
        document.format().equals("notebook")
            ? document.text().replace("\\\"", " \"")
            : document.text();
    for (Tag tag : Tags.in(withoutCode(text, code))) {
      Map<String, String> attributes = tag.attributes();
      anchors.add(attributes.getOrDefault("id", ""));
      if (tag.name().equals("a")) {
        anchors.add(attributes.getOrDefault("name", ""));
        addAddress(ReferenceKind.LINK, attributes.getOrDefault("href", ""), lineOf(tag.at()));
      } else if (tag.name().equals("img")) {
        addAddress(ReferenceKind.IMAGE, attributes.getOrDefault("src", ""), lineOf(tag.at()));
      }
    }
    anchors.remove("");
  }

  /** The text with spaces in place of code and formulas, so that places stay the same. */
  private String withoutCode(String text, List<Block> code) {
    StringBuilder plain = new StringBuilder(text);
    for (Block block : code) {
      blank(plain, block.range().start(), block.range().end());
    }
    for (Block block : document.blocks()) {
      for (Inline inline : block.inlines()) {
        if (inline.kind() == InlineKind.CODE || inline.kind() == InlineKind.MATH) {
          blank(plain, inline.range().start(), inline.range().end());
        }
      }
    }
    return plain.toString();
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      text.setCharAt(i, ' ');
    }
  }

  private int lineOf(int at) {
    return document.source().lineOf(at);
  }

  private static List<String> readings(Block heading) {
    StringBuilder reading = new StringBuilder();
    for (Inline inline : heading.inlines()) {
      String text = inline.text();
      reading.append(
          switch (inline.kind()) {
            case TEXT -> text.replace("*", "");
            case SOFT_BREAK -> " ";
            case CODE -> text.replace("`", "");
            case MATH -> text.replace("$", "");
            case ROLE -> Role.of(text).map(Role::content).orElse("");
            case HTML -> text.startsWith("&") ? Parser.unescapeEntities(text, false) : "";
            case OTHER -> text.startsWith("\\") ? text.substring(1) : "";
            case LINK_TARGET -> text.startsWith("h") ? text : "";
            case IMAGE_TARGET -> "";
          });
    }
    String all = reading.toString();
    return List.of(all, OUTER_UNDERSCORES.matcher(all).replaceAll(""));
  }
}
