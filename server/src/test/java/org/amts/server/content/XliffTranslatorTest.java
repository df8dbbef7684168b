package org.amts.server.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.Test;

class XliffTranslatorTest {

  private static final String TYPE = "application/x-xliff+xml";

  @Test
  void targetsAreWrittenAndInlineElementsKept() throws Exception {
    Translating translating = Translating.loudly();
    String translated =
        translating.translate(
            xliff(
                "<trans-unit id='1'><source>Hello <g id='1'>big</g> world<x id='2'/>."
                    + "</source></trans-unit>"),
            TYPE);
    assertThat(translated)
        .contains("<source>Hello <g id=\"1\">big</g> world<x id=\"2\"/>.</source>")
        .containsPattern("<target[^>]*>HELLO <g id=\"1\">BIG</g> WORLD<x id=\"2\"/>\\.</target>")
        .contains("target-language=\"de\"");
    assertThat(translating.segments).containsExactly("Hello ⟦0⟧big⟦1⟧ world⟦2⟧.");
  }

  @Test
  void whatPeopleApprovedOrExcludedStays() throws Exception {
    String translated =
        Translating.loudly()
            .translate(
                xliff(
                    "<trans-unit id='1' approved='yes'><source>Approved</source><target"
                        + " state='final'>Genehmigt</target></trans-unit><trans-unit id='2'"
                        + " translate='no'><source>Kept</source></trans-unit><trans-unit"
                        + " id='3'><source>New</source><target>alt</target></trans-unit>"),
                TYPE);
    assertThat(translated)
        .containsPattern("<target[^>]*>Genehmigt</target>")
        .doesNotContain("KEPT")
        .doesNotContain("APPROVED")
        .containsPattern("<target[^>]*>NEW</target>")
        .doesNotContain(">alt<");
  }

  @Test
  void protectedTermsAndSegmentsStay() throws Exception {
    Translating translating = Translating.loudly();
    String translated =
        translating.translate(
            xliff(
                "<trans-unit id='1'><source>A <mrk mtype='protected'>Name</mrk>"
                    + " here.</source></trans-unit><trans-unit id='2'><source>One. Two.</source>"
                    + "<seg-source><mrk mtype='seg' mid='1'>One.</mrk> <mrk mtype='seg'"
                    + " mid='2'>Two.</mrk></seg-source></trans-unit>"),
            TYPE);
    assertThat(translated)
        .contains("A <mrk mtype=\"protected\">Name</mrk> HERE.")
        .containsPattern("<mrk mid=\"1\" mtype=\"seg\">ONE\\.</mrk>")
        .containsPattern("<mrk mid=\"2\" mtype=\"seg\">TWO\\.</mrk>");
  }

  @Test
  void notesGroupsAndBinariesStay() throws Exception {
    String translated =
        Translating.loudly()
            .translate(
                xliff(
                    "<group id='g'><note>Mind the gap</note><trans-unit id='1'><source>a &lt;b"
                        + " &amp; c</source><note>Short</note></trans-unit></group>"),
                TYPE);
    assertThat(translated)
        .contains("<note>Mind the gap</note>", "<note>Short</note>")
        .containsPattern("<target[^>]*>A &lt;B &amp; C</target>");
  }

  @Test
  void aDocumentTypeIsRefused() {
    assertRefused(
        "<!DOCTYPE xliff [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + xliff("<trans-unit id='1'><source>&e;</source></trans-unit>"),
        "document type");
  }

  @Test
  void whatIsNotXliffIsRefused() {
    assertRefused("", "not XML");
    assertRefused("plain words", "not XML");
    assertRefused("<html/>", "its root is <html>");
    String cut = xliff("<trans-unit id='1'><source>Cut</source></trans-unit>");
    assertRefused(cut.substring(0, cut.length() - 30), "");
    assertRefused(xliff("<group>".repeat(100_000)), "");
  }

  @Test
  void anyTextComesThrough() throws Exception {
    for (int seed = 0; seed < 100; seed++) {
      RandomText random = new RandomText(seed);
      String text = random.text(12).replace("&", "&amp;").replace("<", "&lt;").replace("\r", "");
      String source = "<source xml:space='preserve'>" + text + "</source>";
      String translated =
          Translating.with(segment -> "")
              .translate(xliff("<trans-unit id='1'>" + source + "</trans-unit>"), TYPE);
      assertThat(translated.replace("&gt;", ">"))
          .as("%s", random)
          .contains(">" + text.replace("&gt;", ">") + "</target>");
    }
  }

  @Test
  void otherEncodingsAreRead() throws Exception {
    String xml =
        xliff("<trans-unit id='1'><source>Füße</source></trans-unit>")
            .replace("<xliff", "<?xml version='1.0' encoding='UTF-16'?><xliff");
    byte[] translated =
        Translating.with(text -> text + text)
            .translate(xml.getBytes(StandardCharsets.UTF_16), TYPE);
    assertThat(new String(translated, StandardCharsets.UTF_8)).contains(">FüßeFüße</target>");
  }

  private static String xliff(String body) {
    return "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='a'"
        + " source-language='en' target-language='fr' datatype='plaintext'><body>"
        + body
        + "</body></file></xliff>";
  }

  private static void assertRefused(String document, String message) {
    assertThatThrownBy(() -> Translating.loudly().translate(document, TYPE))
        .isInstanceOf(UnreadableContentException.class)
        .hasMessageContaining(message);
  }
}
