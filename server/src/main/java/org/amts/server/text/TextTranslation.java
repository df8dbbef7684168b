package org.amts.server.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.amts.server.content.ContentTranslator;
import org.amts.server.content.LanguageDetector;
import org.amts.server.content.UnreadableContentException;
import org.amts.server.engines.AppliedTerminology;
import org.amts.server.engines.Languages;
import org.amts.server.engines.TranslationSettings;
import org.amts.server.engines.Translator;
import org.amts.server.engines.Translators;
import org.amts.server.paralleldata.ParallelDataVersion;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.Operations;
import org.amts.server.protocol.ServiceException;
import org.jspecify.annotations.Nullable;

/** Translates texts and documents while the client waits. Safe for use by many threads. */
public final class TextTranslation {

  private static final String PLAIN_TEXT = "text/plain";
  private static final String HTML = "text/html";

  /** The tag of an element that is not to be translated, which makes a text HTML. */
  private static final Pattern DO_NOT_TRANSLATE =
      Pattern.compile(
          "<[a-z][^<>]{0,1000}\\stranslate\\s{0,9}=\\s{0,9}[\"']?no\\b", Pattern.CASE_INSENSITIVE);

  private static final int MOST_TEXT_BYTES = 10_000;
  private static final int MOST_DOCUMENT_BYTES = 102_400;

  /** What Amazon translates in real time; the rest is for batch jobs. */
  private static final Set<String> DOCUMENT_TYPES =
      Set.of(
          PLAIN_TEXT,
          HTML,
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Translators translators;
  private final ContentTranslator content;
  private final LanguageDetector detector;

  /**
   * @param translators find the engine
   * @param content takes documents apart
   * @param detector finds out languages
   */
  public TextTranslation(
      Translators translators, ContentTranslator content, LanguageDetector detector) {
    this.translators = translators;
    this.content = content;
    this.detector = detector;
  }

  record TextRequest(
      String text,
      @Nullable List<String> terminologyNames,
      String sourceLanguageCode,
      String targetLanguageCode,
      @Nullable TranslationSettings settings) {}

  /**
   * A translated text; the components are the members of the service's shape.
   *
   * @param translatedText the translation
   * @param sourceLanguageCode the detected one, if it was to be detected
   * @param targetLanguageCode as asked for
   * @param appliedTerminologies the terms that were used
   * @param appliedSettings those that could be applied
   */
  public record TextAnswer(
      String translatedText,
      String sourceLanguageCode,
      String targetLanguageCode,
      @Nullable List<AppliedTerminology> appliedTerminologies,
      @Nullable TranslationSettings appliedSettings) {}

  record DocumentContent(byte[] content, String contentType) {}

  record DocumentRequest(
      DocumentContent document,
      @Nullable List<String> terminologyNames,
      String sourceLanguageCode,
      String targetLanguageCode,
      @Nullable TranslationSettings settings) {}

  record TranslatedDocument(byte[] content) {}

  record DocumentAnswer(
      TranslatedDocument translatedDocument,
      String sourceLanguageCode,
      String targetLanguageCode,
      @Nullable List<AppliedTerminology> appliedTerminologies,
      @Nullable TranslationSettings appliedSettings) {}

  /** Adds the operations. */
  public void addTo(Operations.Builder operations) {
    operations
        .on("TranslateText", TextRequest.class, this::translateText)
        .on("TranslateDocument", DocumentRequest.class, this::translateDocument);
  }

  /**
   * Translates a text, also with parallel data, which the operation TranslateText has no member
   * for.
   *
   * @param source language code or {@code auto}
   * @param parallelData null for none
   * @param terminologyName null for none
   * @throws ServiceException as TranslateText does
   */
  public TextAnswer translate(
      String text,
      String source,
      String target,
      @Nullable ParallelDataVersion parallelData,
      @Nullable String terminologyName,
      @Nullable TranslationSettings settings) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_TEXT_BYTES) {
      throw new ServiceException(
          ErrorType.TEXT_SIZE_LIMIT_EXCEEDED,
          "a text has at most " + MOST_TEXT_BYTES + " bytes, and this one has " + bytes.length);
    }
    String language = SourceLanguage.of(source, text, detector);
    if (Languages.areSame(language, target)) {
      return new TextAnswer(text, language, target, null, null);
    }
    try (Translator translator =
        translators.open(language, target, parallelData, terminologyName, settings)) {
      byte[] translated =
          content.translate(bytes, contentType(text), language, target, translator).document();
      return new TextAnswer(
          new String(translated, StandardCharsets.UTF_8),
          language,
          target,
          applied(translator),
          translator.appliedSettings());
    } catch (UnreadableContentException e) {
      throw new ServiceException(ErrorType.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private static String contentType(String text) {
    return DO_NOT_TRANSLATE.matcher(text).find() ? HTML : PLAIN_TEXT;
  }

  private TextAnswer translateText(TextRequest request) {
    return translate(
        request.text,
        request.sourceLanguageCode,
        request.targetLanguageCode,
        null,
        one(request.terminologyNames),
        request.settings);
  }

  private DocumentAnswer translateDocument(DocumentRequest request) {
    byte[] bytes = request.document.content;
    if (bytes.length > MOST_DOCUMENT_BYTES) {
      throw new ServiceException(
          ErrorType.LIMIT_EXCEEDED,
          "a document has at most " + MOST_DOCUMENT_BYTES + " bytes; use a batch job");
    }
    String type = baseType(request.document.contentType);
    if (!DOCUMENT_TYPES.contains(type) || !content.contentTypes().contains(type)) {
      throw new ServiceException(
          ErrorType.INVALID_REQUEST, "ContentType must be one of " + DOCUMENT_TYPES);
    }
    String target = request.targetLanguageCode;
    try {
      String language =
          request.sourceLanguageCode.equals(Languages.AUTO)
              ? SourceLanguage.of(request.sourceLanguageCode, content.sample(bytes, type), detector)
              : request.sourceLanguageCode;
      if (Languages.areSame(language, target)) {
        return new DocumentAnswer(new TranslatedDocument(bytes), language, target, null, null);
      }
      try (Translator translator =
          translators.open(
              language, target, null, one(request.terminologyNames), request.settings)) {
        requireFormality(request.settings, translator);
        byte[] translated = content.translate(bytes, type, language, target, translator).document();
        return new DocumentAnswer(
            new TranslatedDocument(translated),
            language,
            target,
            applied(translator),
            translator.appliedSettings());
      }
    } catch (UnreadableContentException e) {
      throw new ServiceException(ErrorType.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  /** For a text it would be ignored; for a document the service refuses it. */
  private static void requireFormality(@Nullable TranslationSettings asked, Translator translator) {
    TranslationSettings applied = translator.appliedSettings();
    if (asked != null
        && asked.formality() != null
        && (applied == null || applied.formality() == null)) {
      throw new ServiceException(
          ErrorType.INVALID_REQUEST, "Formality is not supported for this target language");
    }
  }

  private static @Nullable List<AppliedTerminology> applied(Translator translator) {
    List<AppliedTerminology> applied = translator.appliedTerminologies();
    return applied.isEmpty() ? null : applied;
  }

  private static String baseType(String contentType) {
    return contentType.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String one(@Nullable List<String> names) {
    if (names == null || names.isEmpty()) {
      return null;
    }
    if (names.size() > 1) {
      throw new ServiceException(
          ErrorType.INVALID_REQUEST, "TerminologyNames holds at most one name");
    }
    return names.get(0);
  }
}
