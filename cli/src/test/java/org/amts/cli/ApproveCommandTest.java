package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.amts.segment.SegmentedDocument;
import org.amts.sync.ContentId;
import org.amts.sync.LockEntry;
import org.amts.sync.LockFile;
import org.amts.sync.LockedDocument;
import org.amts.sync.Origin;
import org.amts.sync.ReviewState;
import org.amts.sync.SegmentHash;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;
import org.amts.translate.BookLoader;
import org.amts.translate.LoadedDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Approval, and what the lock file tells {@code status} and {@code prepare}. */
class ApproveCommandTest {

  private static final String SOURCE =
      "The first sentence is about gardens.\n\nThe second sentence is about towers.\n";
  private static final String TARGET = "第一句是关于花园的。\n\n第二句是关于高塔的。\n";

  @TempDir private Path root;

  @BeforeEach
  void makeBook() throws IOException {
    write(
        "amts.yml",
        "files: [{source: '/en/**/*.md', translation: '/%two_letters_code%/**/%original_file_name%'}]\n"
            + "targets: {zh: }\n");
    write("en/a.md", SOURCE);
    write("zh/a.md", TARGET);
    write("en/part/b.md", SOURCE.replace("sentence", "line"));
    write("zh/part/b.md", TARGET.replace("句", "行"));
    lockAll();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(root.resolve(name).getParent());
    Files.writeString(root.resolve(name), text);
  }

  /** A lock as a synchronisation leaves it when an engine wrote everything. */
  private void lockAll() throws IOException {
    Book book = Book.open(root, null);
    List<LockedDocument> sections =
        book.documents("zh").stream().map(ApproveCommandTest::section).toList();
    LockFile.EMPTY.with(sections).write(LockFile.of(book));
  }

  private static LockedDocument section(BookDocument document) {
    LoadedDocument loaded = new BookLoader("en").load(document, "zh");
    List<String> sources = hashes(loaded.source());
    List<String> targets = hashes(loaded.translation());
    List<LockEntry> entries =
        IntStream.range(0, sources.size())
            .mapToObj(
                i ->
                    new LockEntry(
                        List.of(sources.get(i)),
                        List.of(targets.get(i)),
                        Origin.MACHINE,
                        ReviewState.NEEDS_REVIEW,
                        "fake",
                        List.of()))
            .toList();
    return new LockedDocument(
        "zh",
        document.name(),
        ContentId.of(loaded.source().document().source().bytes()),
        document.translationName(),
        ContentId.of(loaded.translation().document().source().bytes()),
        entries);
  }

  private static List<String> hashes(SegmentedDocument document) {
    return document.segments().stream().map(s -> SegmentHash.of(s.segment())).toList();
  }

  private long waiting() throws IOException {
    return LockFile.read(root.resolve(LockFile.FILE_NAME)).documents().stream()
        .flatMap(section -> section.entries().stream())
        .filter(entry -> entry.state() == ReviewState.NEEDS_REVIEW)
        .count();
  }

  private List<String> parallelData() throws IOException {
    Path file = root.resolve("parallel-data/en-zh.csv");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Test
  void reviewNamesTheWordThatIsLost() throws IOException {
    write("en/a.md", "Open the file.\n\nDelete the temporary files of the application.\n");
    write("zh/a.md", "打开文件。\n\n删除应用程序的文件。\n");
    lockAll();
    Run run = Run.amts("review", "-c", root, "--least", "5", "a.md");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "zh/a.md:3: \"temporary\" (",
            "  Delete the temporary files of the application.",
            "  删除应用程序的文件。");
    assertThat(run.out().lines().reduce((a, b) -> b).orElseThrow()).matches("zh +2 +1");

    Run.amts("approve", "-c", root, root.resolve("zh/a.md"));
    JsonNode left =
        new ObjectMapper().readTree(Run.amts("review", "-c", root, "--least", "0", "--json").out());
    assertThat(left)
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.get("translation").asText()).isEqualTo("zh/part/b.md"));
  }

  @Test
  void whatIsApprovedJoinsTheParallelDataAtOnce() throws IOException {
    Run run = Run.amts("approve", "-c", root, "zh/a.md");
    assertThat(run.code()).isZero();
    assertThat(run.lines().get(1)).matches("zh/a\\.md +2 +0");
    assertThat(waiting()).isEqualTo(2);
    assertThat(parallelData())
        .hasSize(3)
        .anyMatch(line -> line.contains("about gardens") && line.contains("关于花园"));
    // Again, nothing happens.
    Run again = Run.amts("approve", "-c", root, "en/a.md");
    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("0 pairs added");
    assertThat(parallelData()).hasSize(3);
  }

  @Test
  void foldersAndSourcesNameTranslations() throws IOException {
    assertThat(Run.amts("approve", "-c", root, "en/part", "--json").code()).isZero();
    assertThat(waiting()).isEqualTo(2);
    assertThat(Run.amts("approve", "-c", root, root.resolve("zh")).code()).isZero();
    assertThat(waiting()).isZero();
  }

  @Test
  void mistakesAreExplained() throws IOException {
    assertThat(Run.amts("approve", "-c", root).code()).isEqualTo(ExitCode.USAGE.code());
    Run run = Run.amts("approve", "-c", root, "zh/a.md", "nowhere.md");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("nowhere.md: no source or translation of the book");
    assertThat(waiting()).isEqualTo(4);
    Files.delete(root.resolve(LockFile.FILE_NAME));
    assertThat(Run.amts("approve", "-c", root, "zh/a.md").err())
        .contains("amts.lock does not know it");
  }

  @Test
  void whatChangedSinceIsNotApprovedBySight() throws IOException {
    write("zh/a.md", TARGET.replace("花园", "公园"));
    Run.amts("approve", "-c", root, "zh/a.md");
    assertThat(waiting()).isEqualTo(3);
    assertThat(parallelData()).hasSize(2);
  }

  @Test
  void heldOutDocumentsStayOutOfTheParallelData() throws IOException {
    write(
        "amts.yml",
        Files.readString(root.resolve("amts.yml")) + "evaluation: {held-out: [/en/a.md]}\n");
    Run.amts("approve", "-c", root, "zh/a.md");
    assertThat(waiting()).isEqualTo(2);
    assertThat(parallelData()).isEmpty();
  }

  @Test
  void prepareBelievesTheLock() throws IOException {
    write( // so few sentences teach the aligner nothing
        "amts.yml",
        Files.readString(root.resolve("amts.yml")) + "parallel-data: {minimum-confidence: 0}\n");
    ObjectMapper mapper = new ObjectMapper();
    JsonNode before = mapper.readTree(Run.amts("prepare", "-c", root, "--json").out()).get(0);
    assertThat(before.get("kept").asInt()).isZero();
    int fromEngine = before.get("keptOut").get("written by an engine").asInt();
    assertThat(fromEngine).isGreaterThan(1);
    Run.amts("approve", "-c", root, "zh/part/b.md");
    JsonNode after = mapper.readTree(Run.amts("prepare", "-c", root, "--json").out()).get(0);
    assertThat(after.get("keptOut").path("written by an engine").asInt()).isLessThan(fromEngine);
    assertThat(after.get("kept").asInt()).isPositive();
  }

  @Test
  void withALockStatusKnowsEverySentence() throws IOException {
    assertThat(Run.amts("status", "-c", root, "--check").code()).isZero();
    write("en/a.md", SOURCE.replace("towers", "high towers"));
    Run run = Run.amts("status", "-c", root, "--check", "--format", "github");
    assertThat(run.code()).isEqualTo(ExitCode.STALE.code());
    assertThat(run.lines())
        .containsExactly(
            "::warning file=en/a.md,line=3::zh: zh/a.md is out of date: 1 segments, 7 words, in lines 3");
    // White space is no change.
    write("en/a.md", SOURCE.replace("The first sentence", "The first\nsentence"));
    assertThat(Run.amts("status", "-c", root, "--check").code()).isZero();
    write("en/c.md", "New.\n");
    assertThat(Run.amts("status", "-c", root, "--format", "github").lines())
        .containsExactly(
            "::warning file=en/c.md,line=1::zh: has no translation: zh/c.md is missing");
  }

  @Test
  void changedFromNeedsARepository() {
    Run run = Run.amts("status", "-c", root, "--changed-from", "main");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("is in no Git repository");
  }
}
