package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.amts.cli.progress.Progress;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.QualityEstimator;
import org.amts.engine.QualityEstimator.Doubt;
import org.amts.engine.TranslationEngine;
import org.amts.sync.LockEntry;
import org.amts.sync.LockFile;
import org.amts.sync.LockedDocument;
import org.amts.sync.Origin;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;
import org.amts.translate.BookLoader;
import org.amts.translate.LoadedDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts review}: which of the sentences that engines wrote to read first. */
@Command(
    name = "review",
    description =
        "Lists the sentences that engines wrote and nobody has approved, the most doubtful first, with the word of the"
            + " source that seems lost or mistranslated.",
    footer = {
      "",
      "When they are read: amts approve. The embedded engine judges, whatever engine has translated.",
      "",
      "Examples:",
      "  amts review",
      "  amts review -l zh en/part1 --least 8",
      "  amts review --json --least 0"
    })
final class ReviewCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Mixin private BookOptions options;

  @Mixin private EngineOptions engineOptions;

  @Option(
      names = "--least",
      paramLabel = "NATS",
      defaultValue = "12",
      description =
          "List sentences with a word at least so doubtful, in nats; 0 lists all (default: ${DEFAULT-VALUE}).")
  private double least = 12;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(
      paramLabel = "FILE",
      description = "Source files or folders of the book; all by default.")
  private List<Path> files = List.of();

  /** A sentence that waits to be read. */
  private record Waiting(String file, LockedTexts.Texts texts) {}

  /** A sentence with what is most in doubt about it. */
  private record Doubtful(Waiting sentence, Doubt doubt) {}

  @Override
  public Integer call() throws IOException {
    Book book = options.open();
    LockFile lock = LockFile.read(LockFile.of(book));
    ArrayNode all = new ObjectMapper().createArrayNode();
    Table table = new Table("language", "to review", "in doubt");
    try (TranslationEngine engine = engineOptions.open(amts::note)) {
      for (String language : options.languages(book)) {
        LanguagePair pair = new LanguagePair(book.settings().source(), language);
        if (!(engine instanceof QualityEstimator judge) || !judge.canJudge(pair)) {
          throw new CommandFailure(
              ExitCode.USAGE, engine.identity() + " cannot judge translations " + pair);
        }
        List<Waiting> waiting = waiting(book, lock, language);
        List<Doubtful> doubtful = doubtful(judge, pair, waiting);
        doubtful.forEach(each -> report(language, each, all));
        table.row(language, String.valueOf(waiting.size()), String.valueOf(doubtful.size()));
      }
    }
    if (json) {
      amts.console().out().println(all.toPrettyString());
    } else {
      table.lines().forEach(amts.console().out()::println);
    }
    return ExitCode.OK.code();
  }

  private List<Waiting> waiting(Book book, LockFile lock, String language) {
    List<Waiting> waiting = new ArrayList<>();
    BookLoader loader = new BookLoader(book.settings().source());
    for (BookDocument document : BookOptions.documents(book, language, files)) {
      Optional<LockedDocument> section = lock.find(language, document.name());
      if (section.isEmpty() || section.get().entries().stream().noneMatch(this::isDoubtable)) {
        continue;
      }
      LoadedDocument loaded = loader.load(document, language);
      if (loaded.translation() == null) {
        continue;
      }
      LockedTexts texts = new LockedTexts(loaded);
      section.get().entries().stream()
          .filter(this::isDoubtable)
          .flatMap(entry -> texts.of(entry).stream())
          .forEach(found -> waiting.add(new Waiting(document.translationName(), found)));
    }
    return waiting;
  }

  private boolean isDoubtable(LockEntry entry) {
    return entry.isWaiting() && entry.origin() != Origin.COPIED;
  }

  private List<Doubtful> doubtful(
      QualityEstimator judge, LanguagePair pair, List<Waiting> waiting) {
    List<Example> translations =
        waiting.stream()
            .map(each -> Example.of(each.texts().source(), each.texts().target()))
            .toList();
    List<Optional<Doubt>> doubts;
    try (Progress progress = amts.progressBars().start(pair.toString(), translations.size())) {
      doubts = judge.doubts(pair, translations, progress::step);
    }
    List<Doubtful> doubtful = new ArrayList<>();
    for (int i = 0; i < waiting.size(); i++) {
      Waiting sentence = waiting.get(i);
      doubts
          .get(i)
          .filter(doubt -> doubt.surprise() >= least)
          .ifPresent(doubt -> doubtful.add(new Doubtful(sentence, doubt)));
    }
    doubtful.sort(Comparator.comparingDouble(each -> -each.doubt().surprise()));
    return doubtful;
  }

  private void report(String language, Doubtful each, ArrayNode all) {
    LockedTexts.Texts texts = each.sentence().texts();
    all.addObject()
        .put("language", language)
        .put("translation", each.sentence().file())
        .put("line", texts.line())
        .put("word", each.doubt().word())
        .put("surprise", each.doubt().surprise())
        .put("source", texts.source())
        .put("target", texts.target());
    if (!json) {
      amts.console()
          .out()
          .printf(
              Locale.ROOT,
              "%s:%d: \"%s\" (%.0f)%n  %s%n  %s%n",
              each.sentence().file(),
              texts.line(),
              each.doubt().word(),
              each.doubt().surprise(),
              texts.source(),
              texts.target());
    }
  }
}
