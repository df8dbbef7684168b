package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.amts.corpus.Granularity;
import org.amts.corpus.ParallelDataWriter;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.DocumentSegment;
import org.amts.translate.Book;
import org.amts.translate.BookAlignment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code amts prepare}: parallel data from the existing translations. */
@Command(
    name = "prepare",
    description =
        "Pairs the existing translations with their source sentence by sentence and writes the good pairs as parallel"
            + " data, which Amazon Translate reads, too. Documents held out for evaluation are left out.",
    footer = {
      "",
      "Examples:",
      "  amts prepare",
      "  amts prepare -l zh --granularity paragraph --rejected rejected.json"
    })
final class PrepareCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Mixin private BookOptions options;

  @Option(
      names = "--granularity",
      defaultValue = "sentence",
      description = "What a pair holds: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Granularity granularity = Granularity.SENTENCE;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where the files go; the folder of the settings by default.")
  private Path output;

  @Option(
      names = "--rejected",
      paramLabel = "FILE",
      description = "Write every pair that was kept out, with its reason, as JSON lines.")
  private Path rejected;

  @Option(
      names = "--with-engine",
      description =
          "Translate the sources first, and align with the help of these translations: slower, and meant for books that"
              + " are too small to teach the aligner their words.")
  private boolean withEngine;

  @Mixin private EngineOptions engineOptions;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Book book = options.open();
    Path folder =
        output == null ? book.root().resolve(book.settings().parallelData().folder()) : output;
    ArrayNode all = new ObjectMapper().createArrayNode();
    Table table = new Table("pair", "documents", "pairs found", "kept", "kept out", "file");
    StringBuilder rejections = new StringBuilder();
    Map<String, Integer> reasons = new TreeMap<>();
    for (String language : options.languages(book)) {
      PreparedData data;
      try (Engines engines = engineOptions.openEngines(amts::note)) {
        data = PreparedData.of(book, language, granularity, alignment(book, language, engines));
      }
      Path file =
          folder.resolve(
              book.settings().source()
                  + "-"
                  + language
                  + "."
                  + book.settings().parallelData().format());
      data = data.withUnwritable(ParallelDataWriter.write(file, data.kept()));
      data.reasons().forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
      rejections.append(data.rejectionsAsJsonLines());
      String shown =
          file.startsWith(book.root()) ? book.root().relativize(file).toString() : file.toString();
      table.row(
          book.settings().source() + "-" + language,
          String.valueOf(data.documents()),
          String.valueOf(data.found()),
          String.valueOf(data.keptCount()),
          String.valueOf(data.found() - data.keptCount()),
          shown);
      all.add(toJson(language, data, file));
    }
    if (rejected != null) {
      Files.writeString(rejected, rejections);
    }
    if (json) {
      amts.console().out().println(all.toPrettyString());
    } else {
      table.lines().forEach(amts.console().out()::println);
      if (!reasons.isEmpty()) {
        amts.console()
            .out()
            .println(
                "kept out: "
                    + reasons.entrySet().stream()
                        .map(reason -> reason.getKey() + " " + reason.getValue())
                        .collect(Collectors.joining(", ")));
      }
    }
    return ExitCode.OK.code();
  }

  private BookAlignment alignment(Book book, String language, Engines engines) {
    double minimum = book.settings().parallelData().minimumConfidence();
    if (!withEngine) {
      return new BookAlignment(minimum);
    }
    LanguagePair pair = new LanguagePair(book.settings().source(), language);
    TranslationEngine engine = engines.forTarget(book, language);
    return new BookAlignment(
        minimum,
        document ->
            engine
                .translate(
                    pair,
                    document.segments().stream().map(DocumentSegment::segment).toList(),
                    done -> {})
                .stream()
                .map(Translation::text)
                .toList());
  }

  private ObjectNode toJson(String language, PreparedData data, Path file) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("language", language)
        .put("granularity", granularity.name().toLowerCase(Locale.ROOT))
        .put("documents", data.documents())
        .put("found", data.found())
        .put("kept", data.keptCount())
        .put("file", file.toString());
    ObjectNode keptOut = node.putObject("keptOut");
    data.reasons().forEach(keptOut::put);
    ArrayNode histogram = node.putArray("confidence");
    data.confidence().forEach(histogram::add);
    return node;
  }
}
