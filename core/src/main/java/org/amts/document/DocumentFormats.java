package org.amts.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.amts.document.html.HtmlFormat;
import org.amts.document.markdown.MarkdownFormat;
import org.amts.document.notebook.NotebookFormat;
import org.amts.document.plaintext.PlainTextFormat;

/** The formats that AMTS can read, chosen by file name. */
public final class DocumentFormats {

  private static final PlainTextFormat PLAIN_TEXT = new PlainTextFormat();

  private static final List<DocumentFormat> ALL =
      List.of(new MarkdownFormat(), new NotebookFormat(), new HtmlFormat(), PLAIN_TEXT);

  private DocumentFormats() {}

  /**
   * The format of a file.
   *
   * @param fileName the file's name, with or without directories; case does not matter
   * @return empty if no format claims the extension
   */
  public static Optional<DocumentFormat> forFileName(String fileName) {
    String name = fileName.substring(fileName.lastIndexOf('/') + 1);
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (extension.length() == name.length()) {
      return Optional.empty();
    }
    return ALL.stream().filter(format -> format.extensions().contains(extension)).findFirst();
  }

  /**
   * Parses a file in the format that its name tells; a file of an unknown kind is plain text.
   *
   * @param fileName the file's name as the user knows it
   * @param content the whole file; bytes that are not UTF-8 make a document without blocks and a
   *     diagnostic
   */
  public static Document parse(String fileName, byte[] content) {
    DocumentFormat format = forFileName(fileName).orElse(PLAIN_TEXT);
    return format.parse(SourceText.of(fileName, content));
  }
}
