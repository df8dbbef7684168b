package org.amts.server.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Office files, made by POI. */
public final class OfficeFiles {

  /** Content type of Word documents. */
  public static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  public static final String PPTX =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private OfficeFiles() {}

  /** Bold words, a link, a line break, a table, a header, a footnote mark, runs cut at random. */
  public static byte[] word() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document
          .createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
          .createParagraph()
          .createRun()
          .setText("The header");
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.createRun().setText("The qu");
      paragraph.createRun().setText("ick fox reads ");
      XWPFRun bold = paragraph.createRun();
      bold.setBold(true);
      bold.setText("deep learning");
      paragraph.createRun().setText(". See ");
      paragraph.createHyperlinkRun("https://example.org/a?b=c&d").setText("the guide");
      paragraph.createRun().setText(" & <more>.");
      XWPFRun title = document.createParagraph().createRun();
      title.setBold(true);
      title.setText("All bold");
      XWPFRun broken = document.createParagraph().createRun();
      broken.setText("First line.");
      broken.addBreak();
      broken.setText("Second line.");
      XWPFTable table = document.createTable(1, 2);
      table.getRow(0).getCell(0).setText("A cell");
      table.getRow(0).getCell(1).setText("42");
      return bytes(document);
    }
  }

  public static byte[] slides() throws IOException {
    try (XMLSlideShow show = new XMLSlideShow()) {
      XSLFTextBox box = show.createSlide().createTextBox();
      box.setText("A title");
      XSLFTextParagraph paragraph = box.addNewTextParagraph();
      paragraph.addNewTextRun().setText("One ");
      XSLFTextRun bold = paragraph.addNewTextRun();
      bold.setBold(true);
      bold.setText("bold");
      paragraph.addNewTextRun().setText(" word.");
      return bytes(show);
    }
  }

  public static byte[] sheet() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet("Sheet");
      sheet.createRow(0).createCell(0).setCellValue("A cell");
      sheet.getRow(0).createCell(1).setCellValue(3.5);
      sheet.getRow(0).createCell(2).setCellFormula("CONCATENATE(A1,\"x\")");
      XSSFFont bold = book.createFont();
      bold.setBold(true);
      XSSFRichTextString rich = new XSSFRichTextString("Rich text");
      rich.applyFont(0, 4, bold);
      sheet.createRow(1).createCell(0).setCellValue(rich);
      sheet.createRow(2).createCell(0).setCellValue("Line one\nLine two");
      return bytes(book);
    }
  }

  private static byte[] bytes(POIXMLDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.write(out);
    return out.toByteArray();
  }

  /** The parts of an office file by name, as text. */
  static Map<String, String> parts(byte[] file) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  /** An archive of such parts. */
  static byte[] archive(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
