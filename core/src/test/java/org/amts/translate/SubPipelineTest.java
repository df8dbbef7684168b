package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineException;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Segment;
import org.amts.translate.DocumentResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubPipelineTest {

  private static final LanguagePair PAIR = new LanguagePair("en", "xx");

  /** Capitals show what was translated. */
  private static final UnaryOperator<String> SHOUT = text -> text.toUpperCase(Locale.ROOT);

  @TempDir Path root;

  @Test
  void translatesTheWordsAndNothingElse() throws IOException {
    write(
        "en/a.md",
        """
        # Title

        One `code` and $x_1$ in
        a line. Two see [this](b.md "t").

        ```python
        keep(this)
        ```

        | a | b |
        |---|---|
        | cell | `c` |
        """);

    List<DocumentResult> results = translate(engine(SHOUT), OutputOptions.BOOK);

    assertThat(results).extracting(DocumentResult::outcome).containsExactly(Outcome.TRANSLATED);
    assertThat(read("xx/a.md"))
        .isEqualTo(
            """
            # TITLE

            ONE `code` AND $x_1$ IN A LINE. TWO SEE [THIS](b.md "t").

            ```python
            keep(this)
            ```

            | A | B |
            |---|---|
            | CELL | `c` |
            """);
  }

  @Test
  void leavesWhatIsTranslatedAlone() throws IOException {
    write("en/a.md", "One.\n");
    write("en/b.md", "Two.\n");
    write("xx/a.md", "Hand-made.\n");

    List<DocumentResult> results = translate(engine(SHOUT), OutputOptions.BOOK);

    assertThat(results)
        .extracting(DocumentResult::outcome)
        .containsExactly(Outcome.SKIPPED, Outcome.TRANSLATED);
    assertThat(read("xx/a.md")).isEqualTo("Hand-made.\n");
    assertThat(read("xx/b.md")).isEqualTo("TWO.\n");
  }

  @Test
  void aSegmentFailsAlone() throws IOException {
    write("en/a.md", "Good one. Bad one. Good two.\n");
    TranslationEngine engine =
        engineOf(
            segment ->
                segment.text().startsWith("Bad")
                    ? new Translation(segment.text(), Translation.Outcome.FAILED)
                    : new Translation(SHOUT.apply(segment.text()), Translation.Outcome.TRANSLATED));

    List<DocumentResult> results = translate(engine, OutputOptions.BOOK);

    assertThat(read("xx/a.md")).isEqualTo("GOOD ONE. Bad one. GOOD TWO.\n");
    assertThat(results.get(0).flags())
        .extracting(Flag::toString)
        .containsExactly("en/a.md:1: not translated: the engine failed on it: Bad one.");
  }

  @Test
  void aTranslationThatBreaksThePageIsNotWritten() throws IOException {
    write("en/a.md", "First paragraph.\n\nSecond paragraph.\n\nThird paragraph.\n");
    UnaryOperator<String> breaks =
        text -> text.startsWith("Second") ? "# not a heading" : SHOUT.apply(text);

    List<DocumentResult> results = translate(engine(breaks), OutputOptions.BOOK);

    assertThat(read("xx/a.md"))
        .isEqualTo("FIRST PARAGRAPH.\n\nSecond paragraph.\n\nTHIRD PARAGRAPH.\n");
    assertThat(results.get(0).flags()).extracting(Flag::line).containsExactly(3);
    assertThat(results.get(0).flags().get(0).reason()).contains("would break the page");
  }

  @Test
  void aDocumentFailsAlone() throws IOException {
    write("en/a.md", "One.\n");
    Files.write(root.resolve("en/b.md"), new byte[] {'T', 'w', 'o', (byte) 0xC3, '.', '\n'});
    write("en/c.md", "Three.\n");

    List<DocumentResult> results = translate(engine(SHOUT), OutputOptions.BOOK);

    assertThat(results)
        .extracting(DocumentResult::outcome)
        .containsExactly(Outcome.TRANSLATED, Outcome.FAILED, Outcome.TRANSLATED);
    assertThat(results.get(1).diagnostics()).isNotEmpty();
    assertThat(root.resolve("xx/b.md")).doesNotExist();
  }

  @Test
  void anEngineThatCannotGoOnFailsItsDocuments() throws IOException {
    write("en/a.md", "One.\n");
    UnaryOperator<String> broken =
        text -> {
          throw new EngineException("out of order");
        };

    List<DocumentResult> results = translate(engine(broken), OutputOptions.BOOK);

    assertThat(results.get(0).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(results.get(0).message()).isEqualTo("engine: out of order");
    assertThat(root.resolve("xx")).doesNotExist();
  }

  @Test
  void aLanguagePairThatTheEngineDoesNotKnowIsSaid() throws IOException {
    write("en/a.md", "One.\n");
    UnaryOperator<String> other =
        text -> {
          throw new IllegalArgumentException("knows no en-xx");
        };

    List<DocumentResult> results = translate(engine(other), OutputOptions.BOOK);

    assertThat(results.get(0).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(results.get(0).message()).isEqualTo("engine: knows no en-xx");
  }

  @Test
  void writesElsewhereAndByAmazonsNames() throws IOException {
    write("en/sub/a.md", "One.\n");
    write("xx/sub/a.md", "Hand-made.\n");
    Path other = root.resolve("out");

    translate(engine(SHOUT), new OutputOptions(other, true));

    assertThat(read("out/xx/sub/xx.a.md")).isEqualTo("ONE.\n");
    assertThat(read("xx/sub/a.md")).isEqualTo("Hand-made.\n");
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  private List<DocumentResult> translate(TranslationEngine engine, OutputOptions output)
      throws IOException {
    List<DocumentResult> results = new ArrayList<>();
    List<LoadedDocument> loaded = new BookLoader("en").load(book().documents("xx"), "xx");
    SubPipeline pipeline =
        new SubPipeline(PAIR, engine, TargetStyle.usual("xx"), output, DocumentSink.FILES);
    pipeline.run(pipeline.work(loaded), done -> {}, results::add);
    return results;
  }

  private Book book() {
    return new Book(
        root,
        new BookSettings(
            "en",
            List.of(new FilePattern("/en/**/*.md", "/xx/**/%original_file_name%")),
            List.of(),
            Map.of("xx", TargetSettings.DEFAULT),
            ParallelDataSettings.DEFAULT,
            Map.of(),
            EvaluationSettings.NONE));
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private String read(String name) throws IOException {
    return Files.readString(root.resolve(name));
  }

  private interface SegmentTranslator {
    Translation translate(Segment segment);
  }

  private static TranslationEngine engine(UnaryOperator<String> translator) {
    return engineOf(
        segment ->
            new Translation(translator.apply(segment.text()), Translation.Outcome.TRANSLATED));
  }

  private static TranslationEngine engineOf(SegmentTranslator translator) {
    return new TranslationEngine() {
      @Override
      public String identity() {
        return "test";
      }

      @Override
      public Set<LanguagePair> languagePairs() {
        return Set.of(PAIR);
      }

      @Override
      public List<Translation> translate(
          LanguagePair pair, List<Segment> segments, IntConsumer progress) {
        return segments.stream().map(translator::translate).toList();
      }

      @Override
      public AdaptedEngine adaptedTo(LanguagePair pair, Adaptation adaptation) {
        throw new AssertionError("not asked for");
      }

      @Override
      public void close() {}
    };
  }
}
