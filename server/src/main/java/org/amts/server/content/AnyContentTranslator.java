package org.amts.server.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Translates documents of all content types that Amazon Translate knows. */
public final class AnyContentTranslator implements ContentTranslator {

  private final Map<String, ContentTranslator> byType = new HashMap<>();

  /** Knows text, HTML, Word, PowerPoint, Excel and XLIFF. */
  public AnyContentTranslator() {
    for (ContentTranslator translator :
        List.of(new DocumentTranslator(), new OfficeTranslator(), new XliffTranslator())) {
      translator.contentTypes().forEach(type -> byType.put(type, translator));
    }
  }

  @Override
  public Set<String> contentTypes() {
    return Set.copyOf(byType.keySet());
  }

  @Override
  public String sample(byte[] document, String contentType) throws UnreadableContentException {
    return forType(contentType).sample(document, contentType);
  }

  @Override
  public TranslatedContent translate(
      byte[] document,
      String contentType,
      String sourceLanguage,
      String targetLanguage,
      SegmentTranslator translator)
      throws UnreadableContentException {
    return forType(contentType)
        .translate(document, contentType, sourceLanguage, targetLanguage, translator);
  }

  private ContentTranslator forType(String contentType) {
    ContentTranslator translator = byType.get(contentType);
    if (translator == null) {
      throw new IllegalArgumentException(contentType + ": not one of " + byType.keySet());
    }
    return translator;
  }
}
