package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.amts.engine.LanguagePair;
import org.amts.engine.TranslationEngine;
import org.amts.translate.Book;
import org.amts.translate.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code amts doctor}: whether all is there that AMTS needs here. */
@Command(
    name = "doctor",
    description =
        "Looks at the machine, the book's settings, its files and its engines, and tells what is wrong and what to do.",
    footer = {
      "",
      "Every engine of the book translates one sentence of a few letters, Amazon's for a fraction of a cent.",
      "Exit code 1 if there is a problem.",
      "",
      "Examples:",
      "  amts doctor",
      "  amts doctor -c my-book --json"
    })
final class DoctorCommand implements Callable<Integer> {

  /** What the embedded engine is tried with where there is no book. */
  private static final LanguagePair ANY = new LanguagePair("en", "es");

  @ParentCommand private Amts amts;

  @Mixin private BookOptions options;

  @Mixin private EngineOptions engineOptions;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Examination examination = new Examination();
    Optional<Book> book = book(examination);
    examination.look(
        "machine", () -> examination.machine(book.map(Book::root).orElse(Path.of("."))));
    if (book.isPresent()) {
      look(book.get(), examination);
    } else {
      examination.look("engine", () -> look(examination));
    }
    List<Finding> findings = examination.findings();
    if (json) {
      ArrayNode all = new ObjectMapper().createArrayNode();
      findings.forEach(
          each ->
              all.addObject()
                  .put("state", name(each.state()))
                  .put("subject", each.subject())
                  .put("text", each.text()));
      amts.console().out().println(all.toPrettyString());
    } else {
      findings.stream()
          .filter(each -> !amts.isQuiet() || each.state() != Finding.State.OK)
          .forEach(
              each ->
                  amts.console()
                      .out()
                      .printf("%-8s %-8s %s%n", name(each.state()), each.subject(), each.text()));
    }
    boolean sound = findings.stream().noneMatch(each -> each.state() == Finding.State.PROBLEM);
    return (sound ? ExitCode.OK : ExitCode.FAILURE).code();
  }

  private Optional<Book> book(Examination examination) {
    try {
      return Optional.of(options.open());
    } catch (SettingsException e) {
      examination.failed("book", e);
      return Optional.empty();
    }
  }

  private void look(Book book, Examination examination) {
    examination.look("book", () -> examination.book(book));
    try (Engines engines = engineOptions.openEngines(amts::note)) {
      for (String language : options.languages(book)) {
        examination.language(book, language, engines);
      }
    }
  }

  private void look(Examination examination) {
    try (TranslationEngine engine = engineOptions.open(amts::note)) {
      examination.engine(engine, ANY, "engine");
    }
  }

  private static String name(Finding.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
