package org.amts.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.amts.segment.Segment;
import org.amts.translate.Flag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynchronizationTest {

  private static final String SOURCE =
      """
      # Training loops

      A loop runs for 10 epochs. Each epoch reads all the data once.
      The result is stored in `model.bin`.

      See [the guide](guide.md) for the details of the optimizer.

      ```python
      train(10)
      ```

      ## Summary

      * Data is read in batches.
      * Gradients are averaged over the batch.
      """;

  private static final String TRANSLATION =
      """
      # Bucles de entrenamiento

      Un bucle dura 10 épocas. Cada época lee todos los datos una vez.
      El resultado se guarda en `model.bin`.

      Véase [la guía](guide.md) para los detalles del optimizador.

      ```python
      train(10)
      ```

      ## Resumen

      * Los datos se leen por lotes.
      * Los gradientes se promedian en el lote.
      """;

  @TempDir Path folder;
  private SmallBook book;

  @BeforeEach
  void adopt() throws IOException {
    book = new SmallBook(folder);
    book.write("en/a.md", SOURCE);
    book.write("es/a.md", TRANSLATION);
    book.adopt();
  }

  @Test
  void adoptionChangesNothingButTheLock() throws IOException {
    assertThat(book.read("es/a.md")).isEqualTo(TRANSLATION);
    assertThat(book.entries("en/a.md"))
        .hasSize(8)
        .allMatch(entry -> entry.sources().size() == 1 && entry.targets().size() == 1)
        .allMatch(entry -> entry.equals(entry.approved()) && entry.origin() == Origin.HUMAN);
    assertThat(book.plan().isInStep()).isTrue();
    assertThat(book.plan().unchanged()).isEqualTo(1);
  }

  @Test
  void whatDoesNotChangeKeepsItsBytesAndIsNotShownToTheEngine() throws IOException {
    book.change(
        "en/a.md", "## Summary", "A wholly different sentence stands here now.\n\n## Summary");
    book.sync();
    assertThat(book.read("es/a.md"))
        .isEqualTo(
            TRANSLATION.replace(
                "## Resumen", "ES:A wholly different sentence stands here now.\n\n## Resumen"));
    assertThat(book.engine.asked)
        .extracting(Segment::text)
        .containsExactly("A wholly different sentence stands here now.");
    assertThat(book.entries("en/a.md").get(5))
        .extracting(LockEntry::origin, LockEntry::state, LockEntry::engine)
        .containsExactly(Origin.MACHINE, ReviewState.NEEDS_REVIEW, "echo");
  }

  @Test
  void linesOfTheTranslationStayAsTheyAreWhereASentenceIsChanged() throws IOException {
    String asTheSource = "todos los datos una vez.\nEl resultado";
    String asTheyLikeIt = "todos los datos una vez. El resultado";
    book.write("es/a.md", TRANSLATION.replace(asTheSource, asTheyLikeIt));
    book.adopt();
    book.change("en/a.md", "`model.bin`", "`model.onnx`");
    book.change(
        "en/a.md", "Each epoch reads all the data once.", "Every epoch reads all data twice.");
    book.sync();
    assertThat(book.read("es/a.md"))
        .contains("una vez. (r) El resultado se guarda en `model.onnx`.");
  }

  @Test
  void theTranslatorsOwnStaysBesideASentenceThatChanges() throws IOException {
    String own = "en `model.bin`.\n\nLos traductores lo explican aquí con sus propias palabras.";
    book.write("es/a.md", TRANSLATION.replace("en `model.bin`.", own));
    book.adopt();
    book.change("en/a.md", "`model.bin`", "`model.onnx`");
    book.change("en/a.md", "See [the guide](guide.md) for", "Read [the guide](guide.md) for");
    book.sync();
    assertThat(book.read("es/a.md")).contains(own.replace("model.bin", "model.onnx"));
  }

  @Test
  void aTranslationThatTheLockDoesNotKnowIsFilledUp() throws IOException {
    book.write(
        "en/b.md",
        "# Gradients 17\n\nThe gradient 42 points uphill. We go 7 steps down.\n\n"
            + "A new paragraph 99 about something else entirely.\n\n```\ncode(2)\n```\n\n"
            + "The end 1234 of it.\n");
    String end = "```\ncode(1)\n```\n\nThe end 1234 of it all.\n";
    String theirs =
        "# Gradients (17)\n\nThe gradient 42 points uphill,\nand we go 7 steps down!\n\n" + end;
    book.write("es/b.md", theirs);
    book.sync();
    String added = "ES:A new paragraph 99 about something else entirely.\n\n";
    assertThat(book.read("es/b.md"))
        .isEqualTo(theirs.replace(end, added + end.replace("code(1)", "code(2)")));
    assertThat(book.entries("en/b.md"))
        .extracting(LockEntry::origin)
        .containsExactly(Origin.HUMAN, Origin.HUMAN, Origin.MACHINE, Origin.HUMAN);
    assertThat(book.plan().isInStep()).isTrue();
  }

  @Test
  void ofTextThatLacksSomeOfItsSourceTheCodeMayBeOlderToo() throws IOException {
    book.write("en/b.md", SOURCE.replace("train(10)", "# Ten times\ntrain(10, seed=1)"));
    book.write(
        "es/b.md",
        TRANSLATION
            .replace("train(10)", "# Diez veces\ntrain(10)")
            .replace("\n\nVéase [la guía](guide.md) para los detalles del optimizador.", ""));
    book.sync();
    assertThat(book.read("es/b.md"))
        .contains("ES:See [the guide](guide.md)", "\n# Diez veces\ntrain(10, seed=1)\n");
  }

  @Test
  void cellsThatTheSourceLacksAreLeftOutOnlyIfAsked() throws IOException {
    book.write(
        "en/b.md",
        SOURCE + "\n| Key | Meaning |\n| --- | --- |\n| `rate` | How fast the model learns. |\n");
    String translation =
        TRANSLATION.replace("\n\nVéase [la guía](guide.md) para los detalles del optimizador.", "")
            + "\n| Clave | Desde | Significado |\n| --- | --- | --- |\n"
            + "| `rate` | versión segunda | Lo rápido que aprende el modelo. |\n";
    book.write("es/b.md", translation);
    book.sync();
    assertThat(book.read("es/b.md")).isEqualTo(translation);
    assertThat(book.plan().diagnostics()).singleElement().asString().contains("--fill-up");
    SyncResult result = book.fillUp();
    assertThat(book.read("es/b.md"))
        .contains("ES:See [the guide](guide.md)")
        .contains("| `rate` | Lo rápido que aprende el modelo. |\n")
        .doesNotContain("versión segunda");
    assertThat(result.flags()).extracting(Flag::text).contains("versión segunda");
  }

  @Test
  void rowsThatTranslatorsAddedStay() throws IOException {
    String table = "\n| Key | Meaning |\n| --- | --- |\n| `rate` | How fast the model learns. |\n";
    String theirs =
        "\n| Clave | Significado |\n| --- | --- |\n| `rate` | Lo rápido que aprende el modelo. |\n"
            + "| nuestra clave | Lo explican los traductores con sus propias palabras. |\n";
    book.write("en/b.md", SOURCE + table);
    book.write("es/b.md", TRANSLATION + theirs);
    book.adopt();
    book.change("en/b.md", "## Summary", "A wholly different sentence.\n\n## Summary");
    book.sync();
    assertThat(book.read("es/b.md")).contains("ES:A wholly different sentence.").endsWith(theirs);
  }

  @Test
  void codeStaysAsTranslatorsHaveItButForWhatItsSourceChanges() throws IOException {
    String theirs = "train(10)  # una época lee todos los datos\n\nplot('pérdida')";
    String code = "train(10)  # an epoch reads all the data\n\nplot('loss')";
    book.write("en/b.md", SOURCE.replace("train(10)", code));
    book.write("es/b.md", TRANSLATION.replace("train(10)", theirs));
    book.adopt();
    book.change("en/b.md", "## Summary", "A new sentence.\n\n```python\nstop()\n```\n\n## Summary");
    book.sync();
    String added = "ES:A new sentence.\n\n```python\nstop()\n```\n\n## Resumen";
    assertThat(book.read("es/b.md"))
        .isEqualTo(TRANSLATION.replace("train(10)", theirs).replace("## Resumen", added));
    assertThat(book.plan().isInStep()).isTrue();
    book.change("en/b.md", "Gradients are averaged", "Gradients are summed");
    book.change("en/b.md", "plot('loss')", "plot('loss', 2)");
    book.sync();
    assertThat(book.read("es/b.md"))
        .contains(
            "10)  # una época lee todos los datos\n\nplot('loss', 2)", "stop()", "en el lote. (r)");
    assertThat(book.plan().isInStep()).isTrue();
  }

  @Test
  void blocksThatTranslatorsAddedStay() throws IOException {
    String own =
        """
        ```python
        train(10)
        ```

        ```julia
        fit!(model, epochs = 10)
        ```

        :begin_tab:`julia`
        [Foro](https://foro.example/7)
        :end_tab:
        """;
    String theirs = TRANSLATION.replace("```python\ntrain(10)\n```\n", own);
    book.write("en/b.md", SOURCE);
    book.write("es/b.md", theirs);
    book.adopt();
    book.change("en/b.md", "averaged", "summed");
    book.sync();
    assertThat(book.read("es/b.md")).isEqualTo(theirs.replace("en el lote.", "en el lote. (r)"));
    assertThat(book.plan().isInStep()).isTrue();
    book.change("en/b.md", "train(10)", "train(20)");
    book.change("en/b.md", "## Summary", "A new sentence.\n\n## Summary");
    book.sync();
    assertThat(book.read("es/b.md"))
        .contains(own.replace("train(10)", "train(20)") + "\nES:A new sentence.\n\n## Resumen");
    assertThat(book.plan().isInStep()).isTrue();
    assertThat(book.entries("en/b.md")).anyMatch(entry -> entry.sources().isEmpty());
  }

  @Test
  void aTabThatTranslatorsAddedLastStays() throws IOException {
    String tabs = tab("python", 7) + tab("r", 8);
    String theirs = tab("python", 17) + tab("r", 18) + tab("julia", 19);
    book.write("en/b.md", SOURCE + tabs);
    book.write("es/b.md", TRANSLATION + theirs);
    book.adopt();
    book.change("en/b.md", "averaged", "summed");
    book.sync();
    assertThat(book.read("es/b.md"))
        .isEqualTo(TRANSLATION.replace("en el lote.", "en el lote. (r)") + theirs);
  }

  private static String tab(String name, int thread) {
    return "\n:begin_tab:`%s`\n[Discussions](https://forum.example/%d)\n:end_tab:\n"
        .formatted(name, thread);
  }

  @Test
  void aTabThatTranslatorsPutAroundATranslationIsNotOpenedTwice() throws IOException {
    String inTab =
        ":begin_tab:`julia`\nVéase [la guía](guide.md) para los detalles del optimizador.";
    book.write("en/b.md", SOURCE);
    book.write(
        "es/b.md",
        TRANSLATION.replace(
            "Véase [la guía](guide.md) para los detalles del optimizador.", inTab + "\n:end_tab:"));
    book.adopt();
    book.change("en/b.md", "averaged", "summed");
    book.sync();
    assertThat(book.read("es/b.md"))
        .isEqualTo(TRANSLATION.replace("en el lote.", "en el lote. (r)"));
  }

  @Test
  void aParagraphOfTheTranslatorsOwnBeforeAHeadingIsNoHeading() throws IOException {
    String own =
        "Los traductores explican aquí con sus propias palabras lo anterior.\n\n## Resumen";
    book.write("es/a.md", TRANSLATION.replace("## Resumen", own));
    book.adopt();
    book.change("en/a.md", "train(10)", "train(20)");
    book.sync();
    assertThat(book.read("es/a.md"))
        .isEqualTo(TRANSLATION.replace("## Resumen", own).replace("train(10)", "train(20)"));
    book.change("en/a.md", "## Summary", "### Summary");
    book.sync();
    assertThat(book.read("es/a.md")).contains(own.replace("## ", "### "), "train(20)");
    assertThat(book.plan().isInStep()).isTrue();
  }

  @Test
  void linesThatAreWrappedInAnotherWayAreNoChange() throws IOException {
    book.change("en/a.md", "reads all the data once.\n", "reads all\nthe data once. ");
    assertThat(book.plan().isInStep()).isTrue();
    book.sync();
    assertThat(book.read("es/a.md")).isEqualTo(TRANSLATION);
    assertThat(book.plan().unchanged()).isEqualTo(1);
  }

  @Test
  void codeFollowsTheSourceWithoutAnEngine() throws IOException {
    book.change("en/a.md", "train(10)", "train(20)");
    book.change("en/a.md", "`model.bin`", "`model.onnx`");
    book.change("en/a.md", "(guide.md)", "(../guide/index.md)");
    book.sync();
    assertThat(book.read("es/a.md"))
        .isEqualTo(
            TRANSLATION
                .replace("train(10)", "train(20)")
                .replace("`model.bin`", "`model.onnx`")
                .replace("(guide.md)", "(../guide/index.md)"));
    assertThat(book.engine.asked).isEmpty();
    assertThat(book.entries("en/a.md")).allMatch(entry -> entry.state() == ReviewState.APPROVED);
  }

  @Test
  void anEditedSentenceIsRepairedAndToBeReviewed() throws IOException {
    book.change("en/a.md", "Data is read in batches.", "Data is read in large batches.");
    SyncPlan plan = book.plan();
    SegmentChange change =
        plan.documents().get(0).changes().stream()
            .filter(each -> each.action() == Action.REPAIR)
            .findFirst()
            .orElseThrow();
    assertThat(change.before()).isEqualTo("Data is read in batches.");
    assertThat(change.translation()).isEqualTo("Los datos se leen por lotes.");
    assertThat(change.edit().added()).containsExactly("large");
    assertThat(change.edit().kind()).isEqualTo(EditClass.WORDING);
    assertThat(change.line()).isEqualTo(14);
    book.sync();
    assertThat(book.read("es/a.md")).contains("* Los datos se leen por lotes. (r)\n");
    assertThat(book.entries("en/a.md").get(6))
        .extracting(LockEntry::origin, LockEntry::state)
        .containsExactly(Origin.REPAIRED, ReviewState.NEEDS_REVIEW);
  }

  @Test
  void emphasisThatTheTranslationHasIsNotPutThereAgain() throws IOException {
    book.write("en/e.md", "# Data 17\n\n## Batches 18\n\n### Norm $L_2$\n\nThey have 19 rows.\n");
    book.write(
        "es/e.md",
        "# Datos 17\n\n## [**Lotes 18**]\n\n### (**Norma $L_2$**)\n\nTienen 19 filas.\n");
    book.adopt();
    book.change("en/e.md", "Batches 18", "[**Batches 18**]");
    book.change("en/e.md", "Norm $L_2$", "(**Norm $L_2$**)");
    book.change("en/e.md", "They have 19 rows.", "(**They have 19 rows.**)");

    book.sync();

    assertThat(book.read("es/e.md"))
        .isEqualTo(
            "# Datos 17\n\n## [**Lotes 18**]\n\n### (**Norma $L_2$**)\n\n(**Tienen 19 filas.**)\n");
  }

  @Test
  void aLinkOfTheTranslatorsOwnDoesNotStopTheRepairOfItsNeighbour() throws IOException {
    book.write("en/l.md", "# Links 17\n\nSee [the talk](http://a.org/1). We go 7 steps.\n");
    book.write("es/l.md", "# Enlaces 17\n\nVéase [la charla](http://b.org/7). Damos 7 pasos.\n");
    book.adopt();
    book.change("en/l.md", "We go 7 steps.", "We go 7 steps now.");

    SyncResult result = book.sync();

    assertThat(result.flags()).isEmpty();
    assertThat(book.read("es/l.md"))
        .contains("Véase [la charla](http://b.org/7). Damos 7 pasos. (r)");
  }

  @Test
  void textThatMovesToAnotherFileTakesItsTranslationAlong() throws IOException {
    book.change("en/a.md", "See [the guide](guide.md) for the details of the optimizer.\n\n", "");
    book.write(
        "en/b.md", "# Optimizers\n\nSee [the guide](guide.md) for the details of the optimizer.\n");
    book.sync();
    assertThat(book.read("es/b.md"))
        .isEqualTo(
            "# ES:Optimizers\n\nVéase [la guía](guide.md) para los detalles del optimizador.\n");
    assertThat(book.read("es/a.md"))
        .isEqualTo(
            TRANSLATION.replace(
                "Véase [la guía](guide.md) para los detalles del optimizador.\n\n", ""));
    assertThat(book.engine.asked).extracting(Segment::text).containsExactly("Optimizers");
    assertThat(book.entries("en/b.md").get(1).origin()).isEqualTo(Origin.HUMAN);
  }

  @Test
  void textThatIsCopiedFromAFileWithoutChangesKeepsItsTranslation() throws IOException {
    book.write("en/b.md", "# Training loops\n\nGradients are averaged over the batch.\n");
    book.sync();
    assertThat(book.read("es/b.md"))
        .isEqualTo("# Bucles de entrenamiento\n\nLos gradientes se promedian en el lote.\n");
    assertThat(book.engine.asked).isEmpty();
  }

  @Test
  void aRenamedFileIsNotTranslatedAgain() throws IOException {
    book.delete("en/a.md");
    book.write("en/part/loops.md", SOURCE.replace("10 epochs", "12 epochs"));
    SyncPlan plan = book.plan();
    assertThat(plan.flows())
        .containsExactly(
            new DocumentFlow("en/a.md", "en/part/loops.md", DocumentFlow.Kind.RENAMED, 8));
    SyncResult result = book.sync();
    assertThat(result.deleted()).containsExactly("es/a.md");
    assertThat(book.read("es/part/loops.md"))
        .isEqualTo(TRANSLATION.replace("Un bucle dura 10 épocas.", "Un bucle dura 10 épocas. (r)"));
    assertThat(Files.exists(folder.resolve("es/a.md"))).isFalse();
    assertThat(book.plan().unchanged()).isEqualTo(1);
  }

  @Test
  void whatIsTakenOutIsKeptInTheMemory() throws IOException {
    book.change("en/a.md", "* Data is read in batches.\n", "");
    book.sync();
    assertThat(book.read("es/a.md"))
        .isEqualTo(TRANSLATION.replace("* Los datos se leen por lotes.\n", ""));
    assertThat(new RemovedPairs(book.book, "es").read())
        .extracting(pair -> pair.source() + "|" + pair.target())
        .containsExactly("Data is read in batches.|Los datos se leen por lotes.");
  }

  @Test
  void aSentenceThatWasTranslatedTogetherWithAnotherOneIsRepairedWhenThatIsGone()
      throws IOException {
    String source = "It runs. The machine that it needs is old, and hard to find nowadays.";
    book.write("en/t.md", source + "\n");
    book.write("es/t.md", "Funciona en una máquina vieja.\n");
    LockEntry together =
        LockEntry.byPerson(
            List.of(
                SegmentHash.of("It runs."), SegmentHash.of(source.substring("It runs. ".length()))),
            List.of(SegmentHash.of("Funciona en una máquina vieja.")));
    LockFile.read(LockFile.of(book.book))
        .with(
            List.of(
                new LockedDocument(
                    "es", "en/t.md", id("en/t.md"), "es/t.md", id("es/t.md"), List.of(together))))
        .write(LockFile.of(book.book));
    new KeptSources(book.book).keep(book.read("en/t.md").getBytes(StandardCharsets.UTF_8));
    book.write("en/t.md", "It runs.\n");

    book.sync();

    assertThat(book.engine.revised).hasSize(1);
    assertThat(book.engine.asked).isEmpty();
  }

  private String id(String name) {
    return ContentId.of(book.read(name).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPersonsEditStaysAndIsTheirs() throws IOException {
    book.change("en/a.md", "Data is read in batches.", "Data is read in large batches.");
    book.sync();
    book.change(
        "es/a.md", "Los datos se leen por lotes. (r)", "Los datos se leen en lotes grandes.");
    String edited = book.read("es/a.md");
    book.sync();
    assertThat(book.read("es/a.md")).isEqualTo(edited);
    assertThat(book.entries("en/a.md").get(6))
        .extracting(LockEntry::origin, LockEntry::state)
        .containsExactly(Origin.HUMAN, ReviewState.APPROVED);
  }

  @Test
  void anEditOnBothSidesIsAConflictThatStaysUntilItIsApproved() throws IOException {
    book.change("en/a.md", "Data is read in batches.", "Data is read in large batches.");
    book.change("es/a.md", "por lotes", "en tandas");
    SyncResult result = book.sync();
    assertThat(book.read("es/a.md")).isEqualTo(TRANSLATION.replace("por lotes", "en tandas"));
    assertThat(result.flags())
        .extracting(flag -> flag.document() + ":" + flag.line())
        .containsExactly("en/a.md:14", "es/a.md:14");
    LockEntry conflict = book.entries("en/a.md").get(6);
    assertThat(conflict.was()).containsExactly("Data is read in batches.");
    // Later changes do not resolve it.
    book.change("en/a.md", "large batches", "huge batches");
    book.change("en/a.md", "train(10)", "train(11)");
    book.sync();
    assertThat(book.read("es/a.md"))
        .isEqualTo(TRANSLATION.replace("por lotes", "en tandas").replace("train(10)", "train(11)"));
    assertThat(book.entries("en/a.md").get(6).was()).containsExactly("Data is read in batches.");
    assertThat(book.engine.asked).isEmpty();
  }

  @Test
  void newTextThatAPersonHasAlreadyTranslatedIsTheirs() throws IOException {
    book.change("en/a.md", "## Summary", "The loop can be stopped.\n\n## Summary");
    book.change("es/a.md", "## Resumen", "El bucle puede detenerse.\n\n## Resumen");
    String edited = book.read("es/a.md");
    book.sync();
    assertThat(book.read("es/a.md")).isEqualTo(edited);
    assertThat(book.engine.asked).isEmpty();
    assertThat(book.entries("en/a.md").get(5).origin()).isEqualTo(Origin.HUMAN);
  }

  @Test
  void aTranslatorsNoteStays() throws IOException {
    book.change(
        "es/a.md",
        "optimizador.\n",
        "optimizador.\n\nNota del traductor: la guía está en inglés.\n");
    book.sync();
    book.change("en/a.md", "train(10)", "train(20)");
    String expected = book.read("es/a.md").replace("train(10)", "train(20)");
    book.sync();
    assertThat(book.read("es/a.md")).isEqualTo(expected);
  }

  @Test
  void aRunWithoutChangesIsInStepAndTheSecondRunChangesNothing() throws IOException {
    book.change("en/a.md", "Data is read in batches.", "Data is read in large batches.");
    book.write("en/b.md", "# New\n\nText.\n");
    book.sync();
    List<?> before = List.copyOf(book.files().entrySet());
    assertThat(book.plan().documents()).isEmpty();
    book.sync();
    assertThat(List.copyOf(book.files().entrySet())).isEqualTo(before);
  }

  @Test
  void theSourceThatAnOriginFileHoldsIsWhatWasTranslated() throws IOException {
    book.write("en/c.md", "# Title\n\nThe rate is 0.5 by default.\n");
    book.write("es/c.md", "# Título\n\nLa tasa es 0.1 por defecto.\n");
    book.write("es/c_origin.md", "# Title\n\nThe rate is 0.1 by default.\n");
    SyncPlan plan = book.plan();
    assertThat(plan.adopted()).extracting(AdoptedDocument::evidence).containsExactly("c_origin.md");
    book.sync();
    assertThat(book.read("es/c.md")).isEqualTo("# Título\n\nLa tasa es 0.1 por defecto. (r)\n");
  }

  @Test
  void withoutTheOldSourceNothingIsOverwritten() throws IOException {
    book.change("en/a.md", "Data is read in batches.", "Data is read in large batches.");
    try (var copies = Files.walk(folder.resolve(".amts/sources"))) {
      copies.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
    }
    assertThat(book.plan().diagnostics())
        .anyMatch(diagnostic -> diagnostic.message().contains("not at hand"));
    book.sync();
    assertThat(book.read("es/a.md")).isEqualTo(TRANSLATION);
    assertThat(book.entries("en/a.md").get(6).state()).isEqualTo(ReviewState.NEEDS_REVIEW);
  }
}
