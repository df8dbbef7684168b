package org.amts.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.amts.cli.git.GitRepository;
import org.amts.document.Diagnostic;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Segment;
import org.amts.sync.LockFile;
import org.amts.translate.Book;
import org.amts.translate.BookAdaptation;
import org.amts.translate.BookDocument;

/** Looks at everything that a run on a book needs, one thing after the other, and goes on. */
final class Examination {

  /** A sentence to try an engine with, by language. */
  private static final Map<String, String> SENTENCES =
      Map.of("en", "Open the file.", "es", "Abra el archivo.", "zh", "打开文件。");

  private static final double BYTES_PER_GIGABYTE = 1e9;
  private static final double SCARCE_GIGABYTES = 1;

  private final List<Finding> findings = new ArrayList<>();

  /** What was found, in the order in which it was looked at. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void ok(String subject, String text, Object... values) {
    add(Finding.State.OK, subject, String.format(Locale.ROOT, text, values));
  }

  private void add(Finding.State state, String subject, String text) {
    findings.add(new Finding(state, subject, text));
  }

  /** Something to look at, which may fail. */
  @FunctionalInterface
  interface Check {
    void run() throws IOException;
  }

  /** Looks at something; what it fails with becomes a problem. */
  void look(String subject, Check check) {
    try {
      check.run();
    } catch (IOException | RuntimeException e) {
      failed(subject, e);
    }
  }

  /** Takes what something has failed with for a problem. */
  void failed(String subject, Exception e) {
    add(Finding.State.PROBLEM, subject, Amts.message(e));
  }

  /** Looks at the machine. */
  void machine(Path folder) throws IOException {
    Runtime machine = Runtime.getRuntime();
    ok(
        "Java",
        "%s on %s %s, %d cores, up to %.1f GB of memory",
        Runtime.version(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        machine.availableProcessors(),
        machine.maxMemory() / BYTES_PER_GIGABYTE);
    double free = Files.getFileStore(folder).getUsableSpace() / BYTES_PER_GIGABYTE;
    if (!Files.isWritable(folder)) {
      add(
          Finding.State.PROBLEM,
          "disk",
          folder + " cannot be written to: change its owner or mode");
    } else if (free < SCARCE_GIGABYTES) {
      add(
          Finding.State.WARNING,
          "disk",
          String.format(Locale.ROOT, "only %.2f GB are free: make room", free));
    } else {
      ok("disk", "%.0f GB are free", free);
    }
  }

  /** Looks at what the book has as a whole. */
  void book(Book book) throws IOException {
    ok(
        "book",
        "%s, from %s into %s",
        book.root(),
        book.settings().source(),
        String.join(", ", book.settings().targets().keySet()));
    look("lock", () -> lock(book));
    look("Git", () -> git(book));
  }

  private void lock(Book book) throws IOException {
    Path file = LockFile.of(book);
    if (Files.exists(file)) {
      LockFile.read(file);
      ok("lock", "%s can be read", LockFile.FILE_NAME);
    } else {
      ok("lock", "no %s yet; \"amts sync --adopt\" records what is translated", LockFile.FILE_NAME);
    }
  }

  private void git(Book book) {
    Optional<GitRepository> found = GitRepository.containing(book.root());
    if (found.isEmpty()) {
      ok("Git", "the book is in no repository: older sources are known from the runs of AMTS only");
      return;
    }
    try (GitRepository repository = found.get()) {
      if (repository.isShallow()) {
        add(
            Finding.State.WARNING,
            "Git",
            "the clone is shallow, so that older sources cannot be read: git fetch --unshallow, or fetch-depth: 0");
      } else {
        ok("Git", "%s", repository.workTree());
      }
    }
  }

  /** Looks at one target language. */
  void language(Book book, String language, Engines engines) {
    look(language, () -> documents(book, language));
    LanguagePair pair = new LanguagePair(book.settings().source(), language);
    look(language, () -> examples(book, pair));
    look(language, () -> engine(engines.forTarget(book, language), pair, language));
  }

  private void documents(Book book, String language) {
    List<BookDocument> documents = book.documents(language);
    if (documents.isEmpty()) {
      add(
          Finding.State.PROBLEM,
          language,
          "no file below " + book.root() + " is a source: change \"files\" in the settings");
      return;
    }
    long translated =
        documents.stream().filter(document -> Files.exists(document.translation())).count();
    ok(language, "%d documents, %d of them with a translation", documents.size(), translated);
    if (!book.settings().evaluation().heldOut().isEmpty()
        && documents.stream().noneMatch(document -> book.isHeldOut(document.name()))) {
      add(
          Finding.State.WARNING,
          language,
          "\"held-out\" matches no document: amts evaluate has nothing to measure on");
    }
  }

  private void examples(Book book, LanguagePair pair) throws IOException {
    BookAdaptation settings = BookAdaptation.of(book, pair);
    for (Diagnostic problem : settings.problems()) {
      add(Finding.State.WARNING, pair.target(), problem.toString());
    }
    int terms = settings.adaptation().terminology().size();
    int pairs = BookExamples.examples(book, pair).size();
    if (pairs == 0) {
      add(
          Finding.State.WARNING,
          pair.target(),
          "no parallel data: \"amts prepare\" makes it of the present translations ("
              + terms
              + " terms)");
    } else {
      ok(pair.target(), "%d pairs of parallel data, %d terms", pairs, terms);
    }
  }

  /** Lets an engine translate a sentence. */
  void engine(TranslationEngine engine, LanguagePair pair, String subject) {
    if (!engine.languagePairs().contains(pair)) {
      add(
          Finding.State.PROBLEM,
          subject,
          engine.identity()
              + " does not know "
              + pair
              + ": name another engine or model in the settings");
      return;
    }
    String text = SENTENCES.getOrDefault(pair.source(), "OK?");
    long start = System.nanoTime();
    Translation answer = engine.translate(pair, List.of(Segment.of(text)), done -> {}).get(0);
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    if (answer.outcome() == Translation.Outcome.FAILED) {
      add(Finding.State.PROBLEM, subject, engine.identity() + " cannot translate \"" + text + "\"");
    } else {
      ok(
          subject,
          "%s: \"%s\" is \"%s\", %d ms",
          engine.identity(),
          text,
          answer.text(),
          milliseconds);
    }
  }
}
