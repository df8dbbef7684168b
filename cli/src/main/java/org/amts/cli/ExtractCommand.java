package org.amts.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Placeholder;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts extract}: the segments of a document. */
@Command(
    name = "extract",
    description = "Print the segments of a document, a JSON object a line.",
    footer = {
      "",
      "Examples:",
      "  amts extract chapter.md",
      "  amts extract -f zh chapter.zh.md | jq -r .text",
      "  git show HEAD:chapter.md | amts extract - --name chapter.md"
    })
final class ExtractCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Parameters(paramLabel = "FILE", description = "The document; - for standard input.")
  private String file;

  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANGUAGE",
      description = "Language of the text; guessed from its script if not given.")
  private String language;

  @Option(
      names = "--name",
      paramLabel = "FILE-NAME",
      defaultValue = "input.md",
      description = "What standard input is called; the extension decides its format.")
  private String name;

  @Override
  public Integer call() throws IOException {
    byte[] content = InputFiles.bytes(file, amts.console());
    Document document =
        DocumentFormats.parse(file.equals(InputFiles.STANDARD_INPUT) ? name : file, content);
    amts.console().report(document.diagnostics());
    String textLanguage = language == null ? LanguageGuess.of(document.text()) : language;
    SegmentedDocument segmented = new Segmenter().segment(document, textLanguage);
    try (JsonGenerator json = JsonLines.to(amts.console().out())) {
      for (DocumentSegment segment : segmented.segments()) {
        write(segment, document, json);
      }
    }
    return ExitCode.OK.code();
  }

  private static void write(DocumentSegment segment, Document document, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("index", segment.index());
    json.writeStringField("block", lowerCase(document.blocks().get(segment.block()).kind()));
    json.writeNumberField("line", document.source().lineOf(segment.range().start()));
    json.writeStringField("text", segment.segment().text());
    json.writeArrayFieldStart("placeholders");
    for (Placeholder placeholder : segment.segment().placeholders()) {
      json.writeStartObject();
      json.writeNumberField("number", placeholder.number());
      json.writeStringField("kind", lowerCase(placeholder.kind()));
      json.writeStringField("original", placeholder.original());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("expanded", segment.segment().expanded());
    JsonLines.endLine(json);
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
