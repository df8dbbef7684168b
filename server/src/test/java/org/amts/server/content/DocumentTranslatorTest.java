package org.amts.server.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.segment.Placeholder;
import org.amts.testing.FakeEngine;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTranslatorTest {

  @Test
  void htmlKeepsItsTagsAndWhatIsNotToBeTranslated() throws Exception {
    Translating translating = Translating.loudly();
    String html =
        "<p class=x>See <b>this</b> and <span translate=\"no\">that thing</span>.</p><p"
            + " translate=no>Kept</p>";
    assertThat(translating.translate(html, "text/html"))
        .isEqualTo(
            "<p class=x>SEE <b>THIS</b> AND <span translate=\"no\">that thing</span>.</p><p"
                + " translate=no>Kept</p>");
    assertThat(translating.segments).containsExactly("See ⟦0⟧this⟦1⟧ and ⟦2⟧.");
  }

  @Test
  void anEngineSeesWhatIsNotToBeTranslatedAsItStandsInParallelData() throws Exception {
    FakeEngine engine = new FakeEngine();
    String html = "<p>See <span translate=\"no\" data-id=\"0\">`a &lt; b`</span>.</p>";
    TranslatedContent content =
        new AnyContentTranslator()
            .translate(
                html.getBytes(StandardCharsets.UTF_8),
                "text/html",
                "en",
                "es",
                segments -> engine.translate(new LanguagePair("en", "es"), segments, done -> {}));
    assertThat(engine.asked())
        .singleElement()
        .satisfies(segment -> assertThat(segment.expanded()).isEqualTo("See `a < b`."));
    assertThat(new String(content.document(), StandardCharsets.UTF_8))
        .isEqualTo(html.replace("See", "ES:See"));
  }

  @ParameterizedTest
  @CsvSource({
    "`a &lt; b`, CODE",
    "$x$, MATH",
    ":numref:`sec_a`, ROLE",
    "&lt;br&gt;, HTML",
    "plain words, HTML",
  })
  void whatItHoldsTellsOfWhichKindAPlaceholderIs(String held, Placeholder.Kind kind)
      throws Exception {
    assertThat(placeholders("<p>See <i translate=\"no\">" + held + "</i> and * or $.</p>"))
        .extracting(Placeholder::kind)
        .containsExactly(kind);
  }

  @Test
  void theWordsAroundItTellOfWhichKindAPlaceholderIs() throws Exception {
    assertThat(
            placeholders(
                "<p>[One]<i translate=\"no\">(a.md)</i>, ![two]<i translate=\"no\">(b.png)</i></p>"))
        .extracting(Placeholder::kind)
        .containsExactly(Placeholder.Kind.LINK, Placeholder.Kind.IMAGE);
  }

  @Test
  void bracketsAroundAFormulaStayAsTheyAreInMarkdown() throws Exception {
    String html =
        "<p>At <i translate=\"no\">$x$</i>(<i translate=\"no\">$1$</i>) it is a label.</p>";
    TranslatedContent content =
        new AnyContentTranslator()
            .translate(
                html.getBytes(StandardCharsets.UTF_8),
                "text/html",
                "en",
                "zh",
                segments ->
                    List.of(new Translation("在⟦0⟧(⟦1⟧)处是标签.", Translation.Outcome.TRANSLATED)));
    assertThat(new String(content.document(), StandardCharsets.UTF_8))
        .isEqualTo("<p>在<i translate=\"no\">$x$</i>(<i translate=\"no\">$1$</i>)处是标签。</p>");
  }

  private static List<Placeholder> placeholders(String html) throws UnreadableContentException {
    FakeEngine engine = new FakeEngine();
    new AnyContentTranslator()
        .translate(
            html.getBytes(StandardCharsets.UTF_8),
            "text/html",
            "en",
            "es",
            segments -> engine.translate(new LanguagePair("en", "es"), segments, done -> {}));
    return engine.asked().get(0).placeholders();
  }

  @Test
  void plainTextKeepsItsParagraphsAndLineEnds() throws Exception {
    Translating translating = Translating.loudly();
    assertThat(translating.translate("One. Two.\r\n\r\n  Three\r\n", "text/plain"))
        .isEqualTo("ONE. TWO.\r\n\r\n  THREE\r\n");
    assertThat(translating.segments).containsExactly("One.", "Two.", "Three");
  }

  @Test
  void whatTheEngineFailsOnStaysAndIsCounted() throws Exception {
    Translating translating = Translating.with(text -> text.startsWith("Bad") ? "" : text + text);
    assertThat(translating.translate("Good.\n\nBad.\n", "text/plain")).startsWith("Good.");
    assertThat(translating.failedSegments).isEqualTo(1);
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    assertThatThrownBy(
            () -> Translating.loudly().translate(new byte[] {'a', (byte) 0xe9}, "text/plain"))
        .isInstanceOf(UnreadableContentException.class)
        .hasMessageContaining("byte 0xE9 at offset 1");
  }

  @Test
  void anEngineAnswersTheSegments() throws Exception {
    FakeEngine engine = new FakeEngine();
    TranslatedContent content =
        new AnyContentTranslator()
            .translate(
                "<h1>Trees</h1>".getBytes(StandardCharsets.UTF_8),
                "text/html",
                "en",
                "es",
                segments -> engine.translate(new LanguagePair("en", "es"), segments, done -> {}));
    assertThat(new String(content.document(), StandardCharsets.UTF_8))
        .isEqualTo("<h1>ES:Trees</h1>");
    assertThat(content.characters()).isEqualTo(5);
  }

  @Test
  void theSampleHoldsWordsOnly() throws Exception {
    String html = "<p>Les <b>arbres</b> sont verts.</p><script>let x = 1</script>";
    assertThat(
            new AnyContentTranslator().sample(html.getBytes(StandardCharsets.UTF_8), "text/html"))
        .isEqualTo("Les arbres sont verts.\n");
  }

  @Test
  void anyTextComesThroughAnEngineThatChangesNothing() throws Exception {
    for (String type : List.of("text/plain", "text/html")) {
      for (int seed = 0; seed < 200; seed++) {
        RandomText random = new RandomText(seed);
        String text = random.text(30);
        String translated = Translating.with(segment -> "").translate(text, type);
        assertThat(translated).as("%s as %s", random, type).isEqualTo(text);
      }
    }
  }
}
