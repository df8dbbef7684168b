package org.amts.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.amts.cli.progress.Progress;
import org.amts.cli.progress.ProgressBars;
import org.amts.cli.report.Review;
import org.amts.corpus.Flaws;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.QualityEstimator;
import org.amts.engine.QualityEstimator.Doubt;
import org.amts.sync.LockEntry;
import org.amts.sync.LockFile;
import org.amts.sync.LockedDocument;
import org.amts.sync.Origin;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;
import org.amts.translate.BookLoader;
import org.amts.translate.LoadedDocument;

/**
 * The sentences that engines wrote and nobody has approved, and which of them to read first.
 *
 * @param waiting how many there are
 * @param doubtful those with flaws, most flaws first, then those with a word in doubt, the most
 *     doubtful first
 * @param isJudged whether words were looked at; else there is no engine that knows the language
 */
record ReadFirst(int waiting, List<Sentence> doubtful, boolean isJudged) {

  /** A word so hard to tell from a translation, in nats, is most often lost or mistranslated. */
  static final double IN_DOUBT = 12;

  /** Sentences in a pull request, whose text has a limit. */
  private static final int MOST_LINES = 20;

  private static final int MOST_CHARACTERS = 300;

  private static final Pattern BACKTICKS = Pattern.compile("`+");

  /**
   * A sentence to read.
   *
   * @param file the translation
   * @param texts the sentence
   * @param flaws what can be seen to be wrong, as of {@link Flaws}
   * @param doubt about a word; nothing if no word is hard enough to tell
   */
  record Sentence(String file, LockedTexts.Texts texts, List<String> flaws, Optional<Doubt> doubt) {

    /** {@code zh/intro.md:12: said twice: the the; "word" (21)}. */
    String heading() {
      List<String> reasons = new ArrayList<>(flaws);
      doubt.ifPresent(
          each ->
              reasons.add(
                  String.format(Locale.ROOT, "\"%s\" (%.0f)", each.word(), each.surprise())));
      return file + ":" + texts.line() + ": " + String.join("; ", reasons);
    }

    private double surprise() {
      return doubt.map(Doubt::surprise).orElse(0.0);
    }
  }

  private record Waiting(String file, LockedTexts.Texts texts) {}

  /**
   * Looks through documents.
   *
   * @param least what a word's surprise must be at least, in nats
   * @param engines have one that judges; it is opened if there is anything to judge
   */
  static ReadFirst of(
      Book book,
      String language,
      List<BookDocument> documents,
      double least,
      Engines engines,
      ProgressBars bars)
      throws IOException {
    LanguagePair pair = new LanguagePair(book.settings().source(), language);
    List<Waiting> waiting = waiting(book, language, documents);
    if (waiting.isEmpty()) {
      return new ReadFirst(0, List.of(), true);
    }
    QualityEstimator judge = engines.judge(book, language);
    boolean isJudged = judge.canJudge(pair);
    List<Optional<Doubt>> doubts =
        isJudged
            ? doubts(judge, pair, waiting, bars)
            : Collections.nCopies(waiting.size(), Optional.empty());
    Flaws visible = new Flaws(language);
    // A sentence that is there twice is found in its first place only.
    Set<Sentence> found = new LinkedHashSet<>();
    for (int i = 0; i < waiting.size(); i++) {
      Waiting each = waiting.get(i);
      List<String> flaws = visible.in(each.texts().source(), each.texts().target());
      Optional<Doubt> doubt = doubts.get(i).filter(worst -> worst.surprise() >= least);
      if (!flaws.isEmpty() || doubt.isPresent()) {
        found.add(new Sentence(each.file(), each.texts(), flaws, doubt));
      }
    }
    List<Sentence> doubtful = new ArrayList<>(found);
    doubtful.sort(
        Comparator.<Sentence>comparingInt(each -> -each.flaws().size())
            .thenComparingDouble(each -> -each.surprise()));
    return new ReadFirst(waiting.size(), doubtful, isJudged);
  }

  private static List<Optional<Doubt>> doubts(
      QualityEstimator judge, LanguagePair pair, List<Waiting> waiting, ProgressBars bars) {
    List<Example> translations =
        waiting.stream()
            .map(each -> Example.of(each.texts().source(), each.texts().target()))
            .toList();
    try (Progress progress = bars.start(pair + " review", translations.size())) {
      return judge.doubts(pair, translations, progress::step);
    }
  }

  private static List<Waiting> waiting(Book book, String language, List<BookDocument> documents)
      throws IOException {
    LockFile lock = LockFile.read(LockFile.of(book));
    BookLoader loader = new BookLoader(book.settings().source());
    List<Waiting> waiting = new ArrayList<>();
    for (BookDocument document : documents) {
      Optional<LockedDocument> section = lock.find(language, document.name());
      if (section.isEmpty() || section.get().entries().stream().noneMatch(ReadFirst::isWaiting)) {
        continue;
      }
      LoadedDocument loaded = loader.load(document, language);
      if (loaded.translation() != null) {
        LockedTexts texts = new LockedTexts(loaded);
        section.get().entries().stream()
            .filter(ReadFirst::isWaiting)
            .flatMap(entry -> texts.of(entry).stream())
            .forEach(found -> waiting.add(new Waiting(document.translationName(), found)));
      }
    }
    return waiting;
  }

  private static boolean isWaiting(LockEntry entry) {
    return entry.isWaiting() && entry.origin() != Origin.COPIED;
  }

  /** The same for a page. */
  Review.Language forPage(LanguagePair pair) {
    return new Review.Language(
        pair,
        waiting,
        doubtful.stream()
            .map(
                each ->
                    new Review.Sentence(
                        each.file(),
                        each.texts().line(),
                        each.flaws(),
                        each.doubt(),
                        each.texts().source(),
                        each.texts().target()))
            .toList());
  }

  /** A list for a pull request; empty if nothing is in doubt. */
  String markdown() {
    if (doubtful.isEmpty()) {
      return "";
    }
    StringBuilder out =
        new StringBuilder(
            "\nTo be read first (flaws, and *words* that seem lost or mistranslated):\n\n");
    for (Sentence each : doubtful.subList(0, Math.min(MOST_LINES, doubtful.size()))) {
      out.append("- `").append(each.file()).append(':').append(each.texts().line()).append("` ");
      List<String> reasons = new ArrayList<>();
      each.flaws().forEach(flaw -> reasons.add(quoted(flaw)));
      each.doubt().ifPresent(doubt -> reasons.add("*" + doubt.word() + "*"));
      out.append(String.join("; ", reasons)).append(": ");
      out.append(quoted(each.texts().source())).append(" → ");
      out.append(quoted(each.texts().target())).append('\n');
    }
    if (doubtful.size() > MOST_LINES) {
      out.append("- and ").append(doubtful.size() - MOST_LINES).append(" more: `amts review`\n");
    }
    return out.toString();
  }

  /** As code, so that marks, links and mentions in it are nothing but text. */
  private static String quoted(String text) {
    String shown =
        text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    int longest =
        BACKTICKS.matcher(shown).results().mapToInt(run -> run.group().length()).max().orElse(0);
    String fence = "`".repeat(longest + 1);
    String space = longest > 0 ? " " : "";
    return fence + space + shown + space + fence;
  }
}
