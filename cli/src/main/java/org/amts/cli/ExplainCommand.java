package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.Explanation;
import org.amts.engine.LanguagePair;
import org.amts.engine.TermEntry;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.amts.translate.Book;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts explain}: why a translation is what it is. */
@Command(
    name = "explain",
    description =
        "Translates a sentence and tells why the translation is what it is: the examples of the parallel data that were"
            + " used, the terms, and how much of each word came from the examples; and what the engine says without"
            + " them.",
    footer = {
      "",
      "In a book, its parallel data and terminology are used, as amts translate does.",
      "",
      "Examples:",
      "  amts explain \"The minibatch is shuffled.\" -l zh",
      "  amts explain \"Hello, how are you?\" -f en -t es --parallel-data pairs.csv"
    })
final class ExplainCommand implements Callable<Integer> {

  /** Below this the neighbours had no say. */
  private static final double LEAST_SHARE = 0.05;

  @ParentCommand private Amts amts;

  @Mixin private BookOptions options;

  @Mixin private EngineOptions engineOptions;

  @Mixin private AdaptationOptions adaptationOptions;

  @Parameters(paramLabel = "SENTENCE", description = "A sentence, in the book's Markdown.")
  private String sentence;

  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANGUAGE",
      description = "Language of the sentence, outside of a book.")
  private @Nullable String from;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANGUAGE",
      description = "Language to translate into, outside of a book.")
  private @Nullable String to;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Segment segment = SegmentParser.parse(sentence);
    if (from != null && to != null) {
      try (TranslationEngine engine = engineOptions.open(amts::note)) {
        LanguagePair pair = TranslateText.pair(engine, from, to);
        try (AdaptedEngine adapted = adaptationOptions.adapt(engine, pair, amts.console())) {
          print(adapted.explain(segment));
        }
      }
      return ExitCode.OK.code();
    }
    if (from != null || to != null || adaptationOptions.isPresent()) {
      throw new CommandFailure(
          ExitCode.USAGE, "outside of a book say both languages: -f LANGUAGE -t LANGUAGE");
    }
    Book book = options.open();
    try (Engines engines = engineOptions.openEngines(amts::note)) {
      for (String language : options.languages(book)) {
        LanguagePair pair = new LanguagePair(book.settings().source(), language);
        Adaptation adaptation = BookExamples.adaptation(book, pair);
        try (AdaptedEngine adapted =
            engines.forTarget(book, language).adaptedTo(pair, adaptation)) {
          Learning.of(adapted, pair, amts.progressBars());
          print(adapted.explain(segment));
        }
      }
    }
    return ExitCode.OK.code();
  }

  private void print(Explanation explanation) {
    if (json) {
      amts.console().out().println(toJson(explanation).toPrettyString());
      return;
    }
    PrintWriter out = amts.console().out();
    Segment segment = explanation.segment();
    out.println("source      " + segment.expanded());
    out.println("adapted     " + segment.expand(explanation.adapted().text()));
    out.println("unadapted   " + segment.expand(explanation.unadapted().text()));
    out.println("outcome     " + explanation.adapted().outcome().name().toLowerCase(Locale.ROOT));
    if (explanation.likeness().isPresent()) {
      out.printf(
          Locale.ROOT,
          "sounds      %s (%+.2f nats per piece)%n",
          explanation.usesLearnt() ? "like the examples" : "unlike the examples",
          explanation.likeness().getAsDouble());
    }
    for (TermEntry term : explanation.terms()) {
      out.println("term        " + term.source() + " = " + term.target());
    }
    for (Explanation.Match match : explanation.matches()) {
      Segment source = match.example().source();
      out.printf(
          Locale.ROOT,
          "%-10s  %.2f  %s%n                  %s%n",
          match.use().name().toLowerCase(Locale.ROOT),
          match.score(),
          source.expanded(),
          source.expand(match.example().target()));
    }
    StringBuilder shares = new StringBuilder();
    for (Explanation.TokenTrust token : explanation.trust()) {
      shares.append(shares.isEmpty() ? "" : " ").append(token.token());
      if (token.share() >= LEAST_SHARE) {
        shares.append(String.format(Locale.ROOT, "(%.0f%%)", 100 * token.share()));
      }
    }
    if (!shares.isEmpty()) {
      out.println("examples'   " + shares);
    }
    out.println();
  }

  private static ObjectNode toJson(Explanation explanation) {
    Segment segment = explanation.segment();
    ObjectNode node =
        new ObjectMapper()
            .createObjectNode()
            .put("source", segment.expanded())
            .put("adapted", segment.expand(explanation.adapted().text()))
            .put("unadapted", segment.expand(explanation.unadapted().text()))
            .put("outcome", explanation.adapted().outcome().name())
            .put("usesLearnt", explanation.usesLearnt());
    explanation.likeness().ifPresent(likeness -> node.put("likeness", likeness));
    ArrayNode terms = node.putArray("terms");
    for (TermEntry term : explanation.terms()) {
      terms.addObject().put("source", term.source()).put("target", term.target());
    }
    ArrayNode matches = node.putArray("matches");
    for (Explanation.Match match : explanation.matches()) {
      Segment source = match.example().source();
      matches
          .addObject()
          .put("use", match.use().name())
          .put("score", match.score())
          .put("source", source.expanded())
          .put("target", source.expand(match.example().target()));
    }
    ArrayNode trust = node.putArray("trust");
    for (Explanation.TokenTrust token : explanation.trust()) {
      trust.addObject().put("token", token.token()).put("share", token.share());
    }
    return node;
  }
}
