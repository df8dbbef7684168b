package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.amts.corpus.Granularity;
import org.amts.corpus.ParallelDataReader;
import org.amts.corpus.ParallelDataWriter;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.TermEntry;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.translate.Book;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookLoader;
import org.amts.translate.LoadedDocument;
import org.amts.translate.TargetStyle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine {@code amazon} against {@code amts serve}: what comes back through buckets, parallel
 * data and jobs is what the embedded engine makes of the same segments.
 */
class AmazonEngineOnOwnServerTest {

  private static final Path SAMPLE = Path.of("../examples/handbook");
  private static final LanguagePair EN_ZH = new LanguagePair("en", "zh");

  @TempDir private static Path data;
  private static TranslationEngine local;
  private static OwnServer server;

  @BeforeAll
  static void serve() throws IOException {
    local = EngineProvider.named("local").open(EngineSettings.DEFAULT);
    server = new OwnServer(data, local);
  }

  @AfterAll
  static void stop() {
    server.close();
    local.close();
  }

  private static LoadedDocument chapter() {
    Book book = Book.open(SAMPLE, null);
    return new BookLoader("en")
        .load(
            book.documents("zh").stream()
                .filter(document -> document.name().equals("en/machine-translation.md"))
                .toList(),
            "zh")
        .get(0);
  }

  /** The parallel data of the book, as they stand in its file. */
  private static List<Example> examples() throws IOException {
    Book book = Book.open(SAMPLE, null);
    Path file = data.resolve("en-zh.csv");
    ParallelDataWriter.write(
        file, PreparedData.of(book, "zh", Granularity.SENTENCE, new BookAlignment(0.5)).kept());
    return ParallelDataReader.read(file).forTarget("zh").orElseThrow().pairs().stream()
        .map(pair -> Example.of(pair.source(), pair.target()))
        .toList();
  }

  /** What would be written: both go through the same typography. */
  private static Map<Integer, String> texts(LoadedDocument document, List<Translation> answers) {
    Map<Integer, Translation> byIndex = new TreeMap<>();
    for (int i = 0; i < answers.size(); i++) {
      byIndex.put(i, answers.get(i));
    }
    return new TreeMap<>(TargetStyle.usual("zh").finish(document.source(), byIndex));
  }

  @Test
  void aJobGivesWhatTheEmbeddedEngineGives() {
    LoadedDocument document = chapter();
    List<Segment> segments =
        document.source().segments().stream().map(DocumentSegment::segment).toList();
    try (TranslationEngine amazon = server.amazon()) {
      assertThat(texts(document, amazon.translate(EN_ZH, segments, done -> {})))
          .isEqualTo(texts(document, local.translate(EN_ZH, segments, done -> {})));
    }
  }

  @Test
  void anAdaptedJobGivesWhatTheAdaptedEmbeddedEngineGives() throws IOException {
    LoadedDocument document = chapter();
    List<Segment> segments =
        document.source().segments().stream().map(DocumentSegment::segment).toList();
    Adaptation adaptation = Adaptation.NONE.withExamples(examples());
    try (TranslationEngine amazon = server.amazon();
        AdaptedEngine there = amazon.adaptedTo(EN_ZH, adaptation);
        AdaptedEngine here = local.adaptedTo(EN_ZH, adaptation)) {
      here.prepare(done -> {});
      Map<Integer, String> adapted = texts(document, there.translate(EN_ZH, segments, done -> {}));
      Map<Integer, String> expected = texts(document, here.translate(EN_ZH, segments, done -> {}));
      assertThat(adapted).isEqualTo(expected);
      assertThat(adapted)
          .isNotEqualTo(texts(document, local.translate(EN_ZH, segments, done -> {})));
    }
  }

  @Test
  void soDoesOneWithTermsToo() throws IOException {
    LoadedDocument document = chapter();
    List<Segment> segments =
        document.source().segments().stream().map(DocumentSegment::segment).limit(12).toList();
    Adaptation adaptation =
        Adaptation.NONE
            .withExamples(examples())
            .withTerminology(List.of(new TermEntry("sentence", "语句")));
    try (TranslationEngine amazon = server.amazon();
        AdaptedEngine there = amazon.adaptedTo(EN_ZH, adaptation);
        AdaptedEngine here = local.adaptedTo(EN_ZH, adaptation)) {
      here.prepare(done -> {});
      Map<Integer, String> adapted = texts(document, there.translate(EN_ZH, segments, done -> {}));
      assertThat(adapted).isEqualTo(texts(document, here.translate(EN_ZH, segments, done -> {})));
      assertThat(adapted.values()).anyMatch(text -> text.contains("语句"));
    }
  }

  @Test
  void theCommandsWorkWithIt() throws IOException {
    Run line =
        Run.withInput(
            "Read the `README` first.\n",
            "translate",
            "-",
            "-f",
            "en",
            "-t",
            "es",
            "--engine",
            "amazon");
    assertThat(line.code()).isZero();
    assertThat(line.out()).contains("`README`");
    assertThat(line.out())
        .isEqualTo(
            Run.withInput("Read the `README` first.\n", "translate", "-", "-f", "en", "-t", "es")
                .out());

    // Not in the sample's own folder, which may hold what the engine has answered to earlier runs.
    Path book = data.resolve("book");
    Files.createDirectories(book.resolve("en"));
    for (String file : List.of("amts.yml", "en/linear-models.md")) {
      Files.copy(SAMPLE.resolve(file), book.resolve(file));
    }
    Path outA = data.resolve("out-amazon");
    Path outB = data.resolve("out-local");
    assertThat(
            Run.amts(
                    "translate",
                    "-c",
                    book,
                    "-l",
                    "zh",
                    "-o",
                    outA,
                    "--engine",
                    "amazon",
                    "linear-models.md")
                .code())
        .isZero();
    assertThat(Run.amts("translate", "-c", book, "-l", "zh", "-o", outB, "linear-models.md").code())
        .isZero();
    assertThat(Files.readString(outA.resolve("zh/linear-models.md")))
        .isEqualTo(Files.readString(outB.resolve("zh/linear-models.md")));
  }
}
