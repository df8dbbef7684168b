package org.amts.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookLoader;
import org.amts.translate.DocumentResult;
import org.amts.translate.LoadedDocument;
import org.amts.translate.OutputOptions;
import org.amts.translate.SubPipeline;
import org.amts.translate.TargetStyle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code amts translate} writes the lock file, too. */
class BookSinkTest {

  @TempDir Path root;

  private SmallBook book;

  @BeforeEach
  void makeBook() {
    book = new SmallBook(root);
  }

  @Test
  void whatAnEngineTranslatesIsItsOwnAndToBeReviewed() throws IOException {
    book.write("en/a.md", "# Title\n\nOne `code`.\n\n```\nx\n```\n\nLast.\n");

    translate();

    assertThat(book.entries("en/a.md"))
        .extracting(LockEntry::sources, LockEntry::targets, LockEntry::origin, LockEntry::engine)
        .containsExactly(
            entry("Title", "ES:Title"),
            entry("One `code`.", "ES:One `code`."),
            entry("Last.", "ES:Last."));
    assertThat(book.entries("en/a.md"))
        .extracting(LockEntry::state)
        .containsOnly(ReviewState.NEEDS_REVIEW);
    assertThat(book.plan().isInStep()).isTrue();
    assertThat(book.plan().documents()).isEmpty();
  }

  @Test
  void whatIsTranslatedIsFollowedFromThenOn() throws IOException {
    book.write("en/a.md", "The first sentence stays.\n\nThe second one has 2 words.\n");
    translate();
    book.engine.asked.clear();
    book.change("en/a.md", "The first sentence stays.\n\n", "");

    book.sync();

    assertThat(book.read("es/a.md")).isEqualTo("ES:The second one has 2 words.\n");
    assertThat(book.engine.asked).isEmpty();
  }

  @Test
  void aSegmentOnWhichTheEngineFailsIsACopy() throws IOException {
    book.write("en/a.md", "A good one. A bad one.\n");
    book.engine.fails = segment -> segment.text().contains("bad");

    translate();

    assertThat(book.entries("en/a.md"))
        .extracting(LockEntry::origin, LockEntry::engine)
        .containsExactly(tuple(Origin.MACHINE, "echo"), tuple(Origin.COPIED, ""));
  }

  @Test
  void whatPeopleWroteStaysTheirsWhenATranslationIsFilledUp() throws IOException {
    book.write(
        "en/a.md",
        "# Gradients 17\n\nThe gradient 42 points uphill. We go 7 steps down.\n\n"
            + "A new paragraph 99 about something else entirely.\n\n```\ncode(2)\n```\n\n"
            + "The end 1234 of it.\n");
    book.write(
        "es/a.md",
        "# Gradients (17)\n\nThe gradient 42 points uphill,\nand we go 7 steps down!\n\n"
            + "```\ncode(1)\n```\n\nThe end 1234 of it all.\n");

    List<DocumentResult> results = fillUp();

    assertThat(results).extracting(DocumentResult::message).containsExactly("");
    assertThat(book.read("es/a.md")).contains("ES:A new paragraph 99", "code(2)");
    List<LockEntry> entries = book.entries("en/a.md");
    assertThat(targets(entries, Origin.MACHINE))
        .containsExactly(SegmentHash.of("ES:A new paragraph 99 about something else entirely."));
    assertThat(targets(entries, Origin.HUMAN))
        .containsExactly(
            SegmentHash.of("Gradients (17)"),
            SegmentHash.of("The gradient 42 points uphill, and we go 7 steps down!"),
            SegmentHash.of("The end 1234 of it all."));
    assertThat(book.plan().documents()).isEmpty();
  }

  @Test
  void whatAPersonChangesMeanwhileStays() throws IOException {
    book.write("en/a.md", "One.\n");
    SubPipeline pipeline = pipeline();
    SubPipeline.Work work = pipeline.work(loaded());
    book.write("es/a.md", "Uno.\n");
    List<DocumentResult> results = new ArrayList<>();
    pipeline.run(work, done -> {}, results::add);

    assertThat(results)
        .extracting(DocumentResult::outcome)
        .containsExactly(DocumentResult.Outcome.FAILED);
    assertThat(book.read("es/a.md")).isEqualTo("Uno.\n");
    assertThat(LockFile.read(LockFile.of(book.book)).documents()).isEmpty();
  }

  private static org.assertj.core.groups.Tuple entry(String source, String target) {
    return tuple(
        List.of(SegmentHash.of(source)), List.of(SegmentHash.of(target)), Origin.MACHINE, "echo");
  }

  private static List<String> targets(List<LockEntry> entries, Origin origin) {
    return entries.stream()
        .filter(entry -> entry.origin() == origin)
        .flatMap(entry -> entry.targets().stream())
        .toList();
  }

  private void translate() {
    SubPipeline pipeline = pipeline();
    pipeline.run(pipeline.work(loaded()), done -> {}, result -> {});
  }

  private List<DocumentResult> fillUp() {
    List<DocumentResult> results = new ArrayList<>();
    SubPipeline pipeline = pipeline();
    pipeline.run(
        pipeline.work(new BookAlignment(0.3).status(loaded()), 0.3), done -> {}, results::add);
    return results;
  }

  private List<LoadedDocument> loaded() {
    return new BookLoader("en").load(book.book.documents("es"), "es");
  }

  private SubPipeline pipeline() {
    return new SubPipeline(
        SmallBook.PAIR,
        book.engine,
        TargetStyle.usual("es"),
        OutputOptions.BOOK,
        new BookSink(book.book));
  }
}
