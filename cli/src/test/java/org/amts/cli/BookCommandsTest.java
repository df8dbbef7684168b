package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The commands that work on a book, on a copy of the sample book with an engine that needs no
 * model.
 */
class BookCommandsTest {

  private static final Path SAMPLE = Path.of("../examples/handbook");

  @TempDir private Path book;

  @BeforeEach
  void copySample() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = book.resolve(SAMPLE.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    Path settings = book.resolve("amts.yml");
    Files.writeString(
        settings,
        Files.readString(settings).replaceAll("(?m)^  (zh|es):$", "  $1:\n    engine: fake"));
  }

  @Test
  void statusTellsWhatIsMissingAndStale() throws IOException {
    Run run = Run.amts("status", "-c", book, "--json");
    assertThat(run.code()).isZero();
    JsonNode status = new ObjectMapper().readTree(run.out());
    for (JsonNode language : status) {
      assertThat(language.get("documents").asInt()).isEqualTo(12);
      assertThat(language.get("missing").asInt()).isEqualTo(2);
      assertThat(language.get("stale").asInt()).isEqualTo(1);
    }
    assertThat(Run.amts("status", "-c", book, "--check").code()).isEqualTo(ExitCode.STALE.code());
  }

  @Test
  void theStatusOfOneDocumentIsThatOfTheWholeBook() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode all = mapper.readTree(Run.amts("status", "-c", book, "-l", "zh", "--json").out());
    JsonNode one =
        mapper.readTree(
            Run.amts("status", "-c", book, "-l", "zh", "--json", "gradient-descent.md").out());
    JsonNode alone = one.get(0).get("files").get(0);
    assertThat(one.get(0).get("files")).hasSize(1);
    assertThat(all.get(0).get("files")).contains(alone);
  }

  @Test
  void prepareWritesTheGoodPairsAndListsTheOthers() throws IOException {
    Path rejected = book.resolve("rejected.jsonl");
    Run run = Run.amts("prepare", "-c", book, "-l", "zh", "--rejected", rejected, "--json");
    assertThat(run.code()).isZero();
    JsonNode prepared = new ObjectMapper().readTree(run.out()).get(0);
    int kept = prepared.get("kept").asInt();
    assertThat(kept).isGreaterThan(250);
    assertThat(Files.readAllLines(book.resolve("parallel-data/en-zh.csv"))).hasSize(kept + 1);
    assertThat(Files.readAllLines(rejected)).hasSize(prepared.get("found").asInt() - kept);
    assertThat(Files.readString(rejected)).contains("sentence of a held-out document");
  }

  @Test
  void whatOtherDocumentsRepeatStaysIfTheSettingsSaySo() throws IOException {
    Path settings = book.resolve("amts.yml");
    String text = Files.readString(settings);
    Path rejected = book.resolve("rejected.jsonl");
    try {
      Files.writeString(
          settings, text.replace("  held-out:", "  keep-repetitions: true\n  held-out:"));
      Run.amts("prepare", "-c", book, "-l", "zh", "--rejected", rejected);
    } finally {
      Files.writeString(settings, text);
    }
    assertThat(Files.readString(rejected)).contains("duplicate").doesNotContain("held-out");
  }

  @Test
  void paragraphsAreFewerAndLonger() throws IOException {
    Run sentences = Run.amts("prepare", "-c", book, "-l", "zh", "--json");
    Run paragraphs =
        Run.amts("prepare", "-c", book, "-l", "zh", "--json", "--granularity", "paragraph");
    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readTree(paragraphs.out()).get(0).get("found").asInt())
        .isLessThan(mapper.readTree(sentences.out()).get(0).get("found").asInt());
  }

  @Test
  void syncFillsTheGapsAndIsThenDone() throws IOException {
    byte[] before = Files.readAllBytes(book.resolve("zh/linear-models.md"));

    Run run = Run.amts("sync", "-c", book);

    assertThat(run.err()).doesNotContain("unexpected");
    assertThat(run.code()).isZero();
    assertThat(book.resolve("zh/deployment.md")).exists();
    assertThat(book.resolve("es/notebooks/first-model.ipynb")).exists();
    assertThat(Files.readString(book.resolve("zh/deployment.md"))).contains("ZH:");
    assertThat(Files.readAllBytes(book.resolve("zh/linear-models.md"))).isEqualTo(before);
    new ObjectMapper().readTree(book.resolve("es/notebooks/first-model.ipynb").toFile());
    // The example has no history, and this chapter lags: its code is the present one.
    assertThat(Files.readString(book.resolve("zh/gradient-descent.md")))
        .contains("learning_rate=0.1, epochs=20, batch_size=64, seed=0");
    Run again = Run.amts("sync", "-c", book, "--dry-run", "--json");
    assertThat(new ObjectMapper().readTree(again.out()))
        .hasSize(2)
        .allSatisfy(plan -> assertThat(plan.get("unchangedDocuments").asInt()).isEqualTo(12));
  }

  @Test
  void whatTheEngineWroteIsNotLearntFrom() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Run before = Run.amts("prepare", "-c", book, "-l", "zh", "--json");
    Run.amts("translate", "-c", book, "-l", "zh");
    Run after = Run.amts("prepare", "-c", book, "-l", "zh", "--json");

    JsonNode first = mapper.readTree(before.out()).get(0);
    JsonNode second = mapper.readTree(after.out()).get(0);
    // Not equal: the aligner learns from all documents, and may see a doubtful pair in another
    // light.
    assertThat(second.get("kept").asInt()).isCloseTo(first.get("kept").asInt(), within(5));
    assertThat(second.get("keptOut").get("written by an engine").asInt()).isGreaterThan(50);
    Run evaluation = Run.amts("evaluate", "-c", book, "-l", "zh", "deployment.md");
    assertThat(evaluation.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(evaluation.err()).contains("nothing to evaluate");
  }

  @Test
  void translateTakesFilesAndAFolderForTheOutput() throws IOException {
    Path out = book.resolve("out");
    Run run =
        Run.amts(
            "translate", "-c", book, "-l", "zh", "-o", out, "--amazon-names", "linear-models.md");
    assertThat(run.code()).isZero();
    try (Stream<Path> files = Files.walk(out).filter(Files::isRegularFile)) {
      assertThat(files.map(file -> out.relativize(file).toString().replace('\\', '/')))
          .containsExactly("zh/zh.linear-models.md");
    }
  }

  @Test
  void aDocumentThatFailsIsListedAndTheRestGoesOn() throws IOException {
    Files.write(book.resolve("en/bad.md"), new byte[] {'a', (byte) 0xFF, '\n'});

    Run run = Run.amts("translate", "-c", book, "-l", "zh");

    assertThat(run.code()).isEqualTo(ExitCode.PARTLY_FAILED.code());
    assertThat(run.err()).contains("en/bad.md:1: error", "en/bad.md: not UTF-8 text");
    assertThat(book.resolve("zh/deployment.md")).exists();
  }

  @Test
  void withoutAdaptationTheTermsOfTheSettingsHoldAndExamplesDoNot() throws IOException {
    Path settings = book.resolve("amts.yml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replaceFirst("(?m)^  zh:$", "  zh:\n    terminology: terms.csv"));
    Files.writeString(book.resolve("terms.csv"), "en,zh\nDeployment,部署\n");
    Path data = Files.createDirectories(book.resolve("parallel-data"));
    Files.writeString(data.resolve("en-zh.csv"), "en,zh\nPackaging the Model,打包模型\n");

    assertThat(Run.amts("translate", "-c", book, "-l", "zh", "--no-adaptation").code()).isZero();
    Files.delete(book.resolve("terms.csv"));
    for (String option : List.of("--no-adaptation", "--dry-run")) {
      assertThat(Run.amts("translate", "-c", book, "-l", "zh", option).err())
          .contains("terminology of zh: there is no file");
    }

    assertThat(book.resolve("zh/deployment.md"))
        .content()
        .contains("# 部署\n", "ZH:Packaging the Model")
        .doesNotContain("打包模型");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--threads=2", "--no-adaptation"})
  void aLanguageThatTheEngineDoesNotKnowIsSaidOnceAndTheOthersGoOn(String option)
      throws IOException {
    Path settings = book.resolve("amts.yml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replaceFirst("(?m)^targets:\n", "targets:\n  fr:\n    engine: fake\n"));

    Run run = Run.amts("translate", "-c", book, option);

    assertThat(run.code()).isEqualTo(ExitCode.PARTLY_FAILED.code());
    assertThat(run.err()).doesNotContain("unexpected");
    assertThat(run.err().lines().filter(line -> line.contains("does not translate en-fr")))
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith("en/").contains(" more: engine: "));
    assertThat(book.resolve("zh/deployment.md")).exists();
  }

  @Test
  void aDryRunTellsVolumeAndCostAndWritesNothing() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode free =
        mapper.readTree(Run.amts("translate", "-c", book, "--dry-run", "--json").out()).get(0);
    assertThat(free.get("engine").asText()).isEqualTo("fake");
    assertThat(free.get("segments").asInt()).isBetween(50, 200);
    assertThat(free.get("cost").isNull()).isTrue();
    Run run =
        Run.amts(
            "translate",
            "-c",
            book,
            "--dry-run",
            "--json",
            "--engine",
            "amazon",
            "--engine-setting",
            "price=1000000");
    assertThat(run.code()).isZero();
    JsonNode paid = mapper.readTree(run.out()).get(0);
    assertThat(paid.get("engine").asText()).isEqualTo("amazon");
    // a price of one for each character
    assertThat(paid.get("cost").asLong())
        .isEqualTo(paid.get("characters").asLong())
        .isGreaterThan(free.get("characters").asLong());
    assertThat(book.resolve("zh/deployment.md")).doesNotExist();
  }

  @Test
  void aWrongSettingOfAnEngineIsNamed() {
    Run run =
        Run.amts("translate", "-c", book, "--engine", "amazon", "--engine-setting", "buckett=mine");
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE.code());
    assertThat(run.err()).contains("\"buckett\"", "batch-from, bucket").doesNotContain("\tat ");
  }

  @Test
  void evaluateComparesWithPeopleAndWritesAReport() throws IOException {
    Run run = Run.amts("evaluate", "-c", book, "-l", "es", "--both-directions", "--json");
    assertThat(run.code()).isZero();
    JsonNode scores = new ObjectMapper().readTree(run.out());
    // a document and all, in two directions, without and with adaptation
    assertThat(scores).hasSize(8);
    assertThat(scores.get(0).get("adaptedTo").asText()).isEmpty();
    assertThat(scores.get(1).get("adaptedTo").asText()).isEqualTo("sentences");
    assertThat(scores.get(1).get("pValue").asDouble()).isBetween(0.0, 1.0);
    assertThat(scores.get(0).get("document").asText()).isEqualTo("en/machine-translation.md");
    assertThat(scores.get(0).get("bleu").asDouble()).isBetween(0.0, 60.0);
    assertThat(scores.get(0).get("bleuSignature").asText()).contains("tok:13a", "version:");
    assertThat(Files.readString(book.resolve("amts-report/index.html"))).contains("en-es", "es-en");
    assertThat(book.resolve("amts-report/report.json")).exists();
  }

  @Test
  void initFindsTheLayoutAndKeepsWhatIsThere() throws IOException {
    assertThat(Run.amts("init", book).code()).isEqualTo(ExitCode.FAILURE.code());
    Files.delete(book.resolve("amts.yml"));

    assertThat(Run.amts("init", book).code()).isZero();

    assertThat(Files.readString(book.resolve("amts.yml")))
        .contains("/en/**/*.md", "/%two_letters_code%/**/%original_file_name%", "  zh:", "  es:");
    assertThat(Run.amts("status", "-c", book).code()).isZero();
  }

  @Test
  void aWrongSettingIsExplainedWithItsLine() throws IOException {
    Files.writeString(
        book.resolve("amts.yml"),
        "files:\n  - {source: a.md, translation: b.md}\ntargets: {zh: }\nevalution: {}\n");
    Run run = Run.amts("status", "-c", book);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err())
        .contains("amts.yml:4: unknown setting \"evalution\"")
        .doesNotContain("\tat ");
  }

  @Test
  void aFileOutsideTheBookIsAMistakeOfUsage() {
    Run run = Run.amts("translate", "-c", book, "nowhere.md");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("nowhere.md is no source file of the book");
  }

  @Test
  void demoRunsTheWholePipeline() {
    // The demo's settings name the embedded engine, so this test is also the one of its model.
    Path folder = book.resolve("demo");
    System.setProperty("amts.home", "..");
    Run run = Run.amts("demo", "-o", folder);
    assertThat(run.err()).doesNotContain("unexpected");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsSubsequence("$ amts review", "zh/", "in doubt", "$ amts evaluate");
    assertThat(folder.resolve("zh/deployment.md")).exists();
    assertThat(folder.resolve("amts-report/index.html")).exists();
    assertThat(folder.resolve("parallel-data/en-es.csv")).exists();
  }
}
