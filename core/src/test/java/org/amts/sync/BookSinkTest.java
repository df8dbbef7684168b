package org.amts.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private void translate() {
    SubPipeline pipeline = pipeline();
    pipeline.run(pipeline.work(loaded()), done -> {}, result -> {});
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
