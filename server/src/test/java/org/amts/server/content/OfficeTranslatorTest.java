package org.amts.server.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.amts.testing.RandomText;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;

class OfficeTranslatorTest {

  @Test
  void wordKeepsRunsLinksBreaksAndTables() throws Exception {
    Translating translating = Translating.loudly();
    byte[] translated = translating.translate(OfficeFiles.word(), OfficeFiles.DOCX);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(translated))) {
      List<XWPFParagraph> paragraphs = document.getParagraphs();
      assertThat(paragraphs.get(0).getText())
          .isEqualTo("THE QUICK FOX READS DEEP LEARNING. SEE THE GUIDE & <MORE>.");
      assertThat(paragraphs.get(0).getRuns().stream().filter(XWPFRun::isBold).map(XWPFRun::text))
          .containsExactly("DEEP LEARNING");
      assertThat(paragraphs.get(1).getText()).isEqualTo("ALL BOLD");
      assertThat(paragraphs.get(1).getRuns()).allMatch(XWPFRun::isBold);
      assertThat(paragraphs.get(2).getText()).isEqualTo("FIRST LINE.\nSECOND LINE.");
      assertThat(document.getTables().get(0).getRow(0).getCell(0).getText()).isEqualTo("A CELL");
      assertThat(document.getHeaderList().get(0).getText()).contains("THE HEADER");
    }
    assertThat(OfficeFiles.parts(translated).get("word/_rels/document.xml.rels"))
        .contains("https://example.org/a?b=c&amp;d");
    assertThat(translating.failedSegments).isZero();
  }

  @Test
  void theEngineGetsSentencesWithoutSeamsOfRuns() throws Exception {
    Translating translating = Translating.loudly();
    translating.translate(OfficeFiles.word(), OfficeFiles.DOCX);
    assertThat(translating.segments)
        .contains(
            "The quick fox reads ⟦0⟧deep learning⟦1⟧.",
            "See ⟦0⟧the guide⟦1⟧ & <more>.",
            "All bold",
            "First line.",
            "Second line.",
            "A cell",
            "The header")
        .doesNotContain("42");
  }

  @Test
  void slidesKeepTheirRuns() throws Exception {
    byte[] translated = Translating.loudly().translate(OfficeFiles.slides(), OfficeFiles.PPTX);
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(translated))) {
      XSLFTextShape box = (XSLFTextShape) show.getSlides().get(0).getShapes().get(0);
      assertThat(box.getText()).isEqualTo("A TITLE\nONE BOLD WORD.");
      assertThat(box.getTextParagraphs().get(1).getTextRuns())
          .anyMatch(run -> run.isBold() && run.getRawText().equals("BOLD"));
    }
  }

  @Test
  void sheetsKeepNumbersFormulasAndRichText() throws Exception {
    byte[] translated = Translating.loudly().translate(OfficeFiles.sheet(), OfficeFiles.XLSX);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(translated))) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("A CELL");
      assertThat(sheet.getRow(0).getCell(1).getNumericCellValue()).isEqualTo(3.5);
      assertThat(sheet.getRow(0).getCell(2).getCellFormula()).isEqualTo("CONCATENATE(A1,\"x\")");
      XSSFRichTextString rich = sheet.getRow(1).getCell(0).getRichStringCellValue();
      assertThat(rich.getString()).isEqualTo("RICH TEXT");
      assertThat(rich.getFontAtIndex(0).getBold()).isTrue();
      assertThat(rich.getFontAtIndex(8)).matches(font -> font == null || !font.getBold());
      assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("LINE ONE\nLINE TWO");
    }
  }

  @Test
  void withoutTranslationsTheTextStays() throws Exception {
    byte[] source = OfficeFiles.word();
    byte[] translated = Translating.with(text -> "").translate(source, OfficeFiles.DOCX);
    assertThat(text(translated)).isEqualTo(text(source));
    assertThat(OfficeFiles.parts(translated).keySet())
        .isEqualTo(OfficeFiles.parts(source).keySet());
  }

  @Test
  void theSameDocumentHasTheSameBytes() throws Exception {
    byte[] source = OfficeFiles.word();
    byte[] first = Translating.loudly().translate(source, OfficeFiles.DOCX);
    Thread.sleep(2100); // times in archives count in steps of two seconds
    assertThat(Translating.loudly().translate(source, OfficeFiles.DOCX)).isEqualTo(first);
  }

  @Test
  void tagsInAnImpossibleOrderKeepTheParagraph() throws Exception {
    Translating translating =
        Translating.with(
            text ->
                text.contains("⟦1⟧")
                    ? text.replace("⟦0⟧", "X").replace("⟦1⟧", "⟦0⟧").replace("X", "⟦1⟧")
                    : text);
    byte[] translated = translating.translate(OfficeFiles.word(), OfficeFiles.DOCX);
    assertThat(text(translated)).contains("The quick fox reads deep learning. See the guide");
    assertThat(translating.failedSegments).isEqualTo(2);
  }

  @Test
  void anyWordsComeThrough() throws Exception {
    for (int seed = 0; seed < 40; seed++) {
      RandomText random = new RandomText(seed);
      byte[] source;
      try (XWPFDocument document = new XWPFDocument()) {
        for (int i = 0; i < 5; i++) {
          XWPFParagraph paragraph = document.createParagraph();
          for (int j = 0; j <= random.number(4); j++) {
            XWPFRun run = paragraph.createRun();
            run.setBold(random.number(2) == 0);
            run.setItalic(random.number(3) == 0);
            run.setText(random.text(1 + random.number(8)) + " \uE101\uE110");
          }
        }
        source = bytes(document);
      }
      Translating translating = Translating.with(text -> text);
      byte[] translated = translating.translate(source, OfficeFiles.DOCX);
      assertThat(squeezed(text(translated))).as("%s", random).isEqualTo(squeezed(text(source)));
      assertThat(translating.failedSegments).as("%s", random).isZero();
    }
  }

  @Test
  void aDocumentTypeIsRefused() throws Exception {
    Map<String, String> parts = OfficeFiles.parts(OfficeFiles.word());
    parts.computeIfPresent(
        "word/document.xml",
        (name, xml) ->
            xml.replaceFirst(
                "(?=<w:document)", "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"));
    assertRefused(OfficeFiles.archive(parts), OfficeFiles.DOCX, "word/document.xml has a document");
  }

  @Test
  void aDocumentOfAnotherKindIsRefused() throws Exception {
    assertRefused(OfficeFiles.word(), OfficeFiles.XLSX, "nothing in xl/");
    assertRefused("plain words".getBytes(), OfficeFiles.DOCX, "not an office file");
    assertRefused(new byte[0], OfficeFiles.DOCX, "not an office file");
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    assertRefused(old, OfficeFiles.DOCX, "has a password");
  }

  @Test
  void aCutDocumentIsRefused() throws Exception {
    byte[] word = OfficeFiles.word();
    byte[] cut = java.util.Arrays.copyOf(word, word.length / 2);
    assertRefused(cut, OfficeFiles.DOCX, "not an office file");
    Map<String, String> parts = OfficeFiles.parts(word);
    parts.computeIfPresent("word/document.xml", (name, xml) -> xml.substring(0, xml.length() / 2));
    assertRefused(OfficeFiles.archive(parts), OfficeFiles.DOCX, "");
  }

  @Test
  void anArchiveThatGrowsWithoutBoundsIsRefusedSoon() throws Exception {
    Map<String, String> parts = OfficeFiles.parts(OfficeFiles.word());
    String spaces = " ".repeat(1 << 20);
    Map<String, String> bomb = new TreeMap<>(parts);
    for (int i = 0; i < 80; i++) {
      bomb.put("word/part" + i + ".xml", "<a>" + spaces + "</a>");
    }
    byte[] archive = OfficeFiles.archive(bomb);
    assertThat(archive.length).isLessThan(200_000);
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertRefused(archive, OfficeFiles.DOCX, "too large when unpacked"));
  }

  @Test
  void deepXmlIsRefused() throws Exception {
    Map<String, String> parts = OfficeFiles.parts(OfficeFiles.word());
    parts.computeIfPresent(
        "word/document.xml",
        (name, xml) -> xml.replaceFirst("<w:body>", "<w:body>" + "<w:sdt>".repeat(100_000)));
    assertRefused(OfficeFiles.archive(parts), OfficeFiles.DOCX, "");
  }

  private static void assertRefused(byte[] document, String type, String message) {
    assertThatThrownBy(() -> Translating.loudly().translate(document, type))
        .isInstanceOf(UnreadableContentException.class)
        .hasMessageContaining(message);
  }

  private static byte[] bytes(XWPFDocument document) throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    document.write(out);
    return out.toByteArray();
  }

  private static String text(byte[] word) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
      StringBuilder text = new StringBuilder();
      document.getParagraphs().forEach(paragraph -> text.append(paragraph.getText()).append('\n'));
      return text.toString();
    }
  }

  private static String squeezed(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC)
        .replaceAll("[\\s\\u00a0]+", "")
        .replace('_', '*'); // one of the two marks of emphasis may become the other
  }
}
