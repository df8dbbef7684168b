package org.amts.document.markdown;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Diagnostic;
import org.amts.document.Diagnostic.Severity;
import org.amts.document.SourceText;
import org.amts.document.TextRange;

/**
 * The YAML between two lines {@code ---} at the start of a file, where tools keep a page's title
 * and settings. Only what readers see is translated. TOML between two lines {@code +++} is kept as
 * it is.
 *
 * @param end where the front matter ends and Markdown starts; 0 if there is none
 * @param blocks the translatable values, as metadata, and nothing else
 * @param diagnostics what is wrong with it
 */
record FrontMatter(int end, List<Block> blocks, List<Diagnostic> diagnostics) {

  static final FrontMatter NONE = new FrontMatter(0, List.of(), List.of());

  /** The keys, at any depth, whose values readers see. */
  private static final Set<String> READABLE_KEYS =
      Set.of(
          "title",
          "linktitle",
          "subtitle",
          "description",
          "summary",
          "abstract",
          "excerpt",
          "tagline",
          "sidebar_label",
          "caption");

  private static final Pattern WHOLE =
      Pattern.compile(
          "(?<fence>---|\\+\\+\\+)[ \\t]*(?:\\r\\n?|\\n)"
              + "(?<content>(?s:.*?)(?:\\r\\n?|\\n)|)"
              + "(?:\\k<fence>|\\.\\.\\.)[ \\t]*(?:\\r\\n?|\\n|\\z)");

  /** A line that settings start with, and text between two thematic breaks does not. */
  private static final Pattern SETTING = Pattern.compile("[\\w.\"'-]+\\s*[:=].*");

  FrontMatter {
    blocks = List.copyOf(blocks);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The front matter of a file. Broken YAML is a diagnostic, and nothing of it is translated. */
  static FrontMatter find(SourceText source) {
    Matcher whole = WHOLE.matcher(source.text());
    if (!whole.lookingAt()) {
      return NONE;
    }
    TextRange content = new TextRange(whole.start("content"), whole.end("content"));
    if (!holdsSettings(content.of(source.text()))) {
      return NONE;
    }
    Block untouched = Block.untranslated(BlockKind.DIRECTIVE, content);
    if (whole.group("fence").equals("+++")) {
      return new FrontMatter(whole.end(), List.of(untouched), List.of());
    }
    try {
      return new FrontMatter(whole.end(), readableValues(source.text(), content), List.of());
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : 1 + e.getLocation().getLineNr();
      Diagnostic broken = broken(source, line, e.getOriginalMessage());
      return new FrontMatter(whole.end(), List.of(untouched), List.of(broken));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string is read without any input or output
    }
  }

  private static boolean holdsSettings(String content) {
    return content
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .findFirst()
        .map(line -> SETTING.matcher(line).matches())
        .orElse(true);
  }

  private static Diagnostic broken(SourceText source, int line, String message) {
    return new Diagnostic(
        Severity.WARNING,
        source.name(),
        line,
        "the front matter is not valid YAML and is passed through untouched: "
            + message.lines().findFirst().orElse(""));
  }

  private static List<Block> readableValues(String text, TextRange range) throws IOException {
    String yaml = range.of(text);
    // Positions in YAML are counted in code points.
    boolean needsConversion = yaml.codePointCount(0, yaml.length()) != yaml.length();
    List<Block> blocks = new ArrayList<>();
    try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
      String key = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          key = parser.currentName().toLowerCase(Locale.ROOT);
        } else if (token == JsonToken.VALUE_STRING && READABLE_KEYS.contains(key)) {
          int start = (int) parser.currentTokenLocation().getCharOffset();
          int end = (int) parser.currentLocation().getCharOffset();
          if (needsConversion) {
            start = yaml.offsetByCodePoints(0, start);
            end = yaml.offsetByCodePoints(0, end);
          }
          TextRange value = new TextRange(range.start() + start, range.start() + end);
          blocks.addAll(YamlValue.blocks(text, value, parser.getText()));
        } else if (token != JsonToken.VALUE_STRING) {
          key = "";
        }
      }
    }
    return blocks;
  }
}
