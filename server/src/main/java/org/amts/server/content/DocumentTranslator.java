package org.amts.server.content;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.document.SourceText;
import org.amts.engine.Translation;
import org.amts.segment.Segment;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.amts.translate.DocumentWriter;
import org.amts.translate.TargetStyle;

/** Plain text and HTML, which must be UTF-8: nothing but the text of sentences changes. */
final class DocumentTranslator implements ContentTranslator {

  /** File names whose ending tells the core which format is meant. */
  private static final Map<String, String> NAMES =
      Map.of("text/plain", "document.txt", "text/html", "document.html");

  @Override
  public Set<String> contentTypes() {
    return NAMES.keySet();
  }

  @Override
  public String sample(byte[] document, String contentType) throws UnreadableContentException {
    // The language is not known yet; it matters for the cuts between sentences only.
    return Sample.of(segment(document, contentType, "en").segments());
  }

  @Override
  public TranslatedContent translate(
      byte[] document,
      String contentType,
      String sourceLanguage,
      String targetLanguage,
      SegmentTranslator translator)
      throws UnreadableContentException {
    SegmentedDocument segmented = segment(document, contentType, sourceLanguage);
    List<Segment> unwrapped =
        segmented.segments().stream()
            .map(segment -> DoNotTranslate.unwrapped(segment.segment()))
            .toList();
    List<Translation> translations = translator.translate(unwrapped);
    Map<Integer, Translation> answers = new HashMap<>();
    for (int i = 0; i < translations.size(); i++) {
      answers.put(i, translations.get(i));
    }
    DocumentWriter.Written written =
        new DocumentWriter(TargetStyle.usual(targetLanguage))
            .write(DoNotTranslate.withKinds(segmented, unwrapped), answers);
    return new TranslatedContent(
        written.bytes(), Sample.characters(segmented.segments()), written.flags().size());
  }

  private static SegmentedDocument segment(byte[] bytes, String contentType, String language)
      throws UnreadableContentException {
    String name = NAMES.get(contentType);
    if (name == null) {
      throw new IllegalArgumentException(contentType + ": not one of " + NAMES.keySet());
    }
    Document document = DocumentFormats.parse(name, bytes);
    SourceText source = document.source();
    if (!source.isText()) {
      throw new UnreadableContentException(
          String.format(
              Locale.ROOT,
              "byte 0x%02X at offset %d is not UTF-8: convert the document to UTF-8",
              source.bytes()[source.firstBadByte()] & 0xff,
              source.firstBadByte()));
    }
    return new Segmenter().segment(document, language);
  }
}
