package org.amts.server.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.amts.server.content.ContentTranslator;
import org.amts.server.content.LanguageDetector;
import org.amts.server.content.TranslatedContent;
import org.amts.server.content.UnreadableContentException;
import org.amts.server.engines.AppliedTerminology;
import org.amts.server.engines.Languages;
import org.amts.server.engines.Translator;
import org.amts.server.engines.Translators;
import org.amts.server.paralleldata.ParallelDataResources;
import org.amts.server.paralleldata.ParallelDataVersion;
import org.amts.server.protocol.ServiceException;
import org.amts.server.s3.NoSuchObjectException;
import org.amts.server.s3.ObjectStore;
import org.amts.server.text.SourceLanguage;
import org.jspecify.annotations.Nullable;

/** Translates one document of a job: reads it, has it translated, writes it. */
final class DocumentWork {

  private static final int MOST_BYTES = 20 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectStore objects;
  private final ContentTranslator content;
  private final LanguageDetector detector;
  private final Translators translators;
  private final ParallelDataResources parallelData;

  DocumentWork(
      ObjectStore objects,
      ContentTranslator content,
      LanguageDetector detector,
      Translators translators,
      ParallelDataResources parallelData) {
    this.objects = objects;
    this.content = content;
    this.detector = detector;
    this.translators = translators;
    this.parallelData = parallelData;
  }

  /**
   * What came of it.
   *
   * @param outcome how it ended
   * @param characters that were translated
   * @param detail JSON for the report
   */
  record Result(JobDocument.Outcome outcome, long characters, String detail) {}

  /** Does it; what goes wrong is in the result. */
  Result run(Job job, JobDocument document) {
    try {
      return translate(job, document);
    } catch (UnreadableContentException | ServiceException | NoSuchObjectException e) {
      return failed(JobDocument.Outcome.CUSTOMER_ERROR, String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      // The message may hold a piece of the document.
      return failed(
          JobDocument.Outcome.SERVER_ERROR, "the server failed: " + e.getClass().getSimpleName());
    }
  }

  private Result translate(Job job, JobDocument document)
      throws IOException, UnreadableContentException {
    JobRequest request = job.request();
    byte[] bytes = read(job, document);
    String type = request.inputDataConfig().contentType().toLowerCase(Locale.ROOT);
    String language =
        request.sourceLanguageCode().equals(Languages.AUTO)
            ? SourceLanguage.of(Languages.AUTO, content.sample(bytes, type), detector)
            : request.sourceLanguageCode();
    if (Languages.areSame(language, document.target())) {
      write(job, document, bytes);
      return new Result(JobDocument.Outcome.TRANSLATED, 0, detail(List.of(), 0));
    }
    try (Translator translator = open(request, language, document.target())) {
      TranslatedContent translated =
          content.translate(bytes, type, language, document.target(), translator);
      write(job, document, translated.document());
      return new Result(
          JobDocument.Outcome.TRANSLATED,
          translated.characters(),
          detail(translator.appliedTerminologies(), translated.failedSegments()));
    }
  }

  private Translator open(JobRequest request, String language, String target) {
    ParallelDataVersion version = current(request);
    while (true) {
      try {
        return translators.open(
            language, target, version, request.terminology(), request.settings());
      } catch (UncheckedIOException e) {
        // An update has put another version in its place, and deleted its file.
        ParallelDataVersion now = current(request);
        if (Objects.equals(version, now)) {
          throw e;
        }
        version = now;
      }
    }
  }

  private @Nullable ParallelDataVersion current(JobRequest request) {
    String name = request.parallelData();
    return name == null ? null : parallelData.current(name);
  }

  private byte[] read(Job job, JobDocument document)
      throws IOException, UnreadableContentException {
    try (InputStream in = objects.read(job.input().resolve(document.key()))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new UnreadableContentException("larger than " + MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }

  private void write(Job job, JobDocument document, byte[] bytes) throws IOException {
    objects.write(
        job.output().resolve(document.targetKey()),
        bytes,
        job.request().inputDataConfig().contentType());
  }

  private static String detail(List<AppliedTerminology> applied, int untranslatedSegments) {
    ObjectNode detail = JSON.createObjectNode();
    if (untranslatedSegments > 0) {
      detail.put("untranslatedSegments", String.valueOf(untranslatedSegments));
    }
    ArrayNode terminologies = JSON.createArrayNode();
    for (AppliedTerminology terminology : applied) {
      ArrayNode terms = terminologies.addObject().put("name", terminology.name()).putArray("terms");
      terminology
          .terms()
          .forEach(
              term ->
                  terms
                      .addObject()
                      .put("sourceText", term.sourceText())
                      .put("targetText", term.targetText()));
    }
    if (!terminologies.isEmpty()) {
      detail.set("appliedTerminologies", terminologies);
    }
    return write(detail);
  }

  private static Result failed(JobDocument.Outcome outcome, String why) {
    return new Result(outcome, 0, write(JSON.createObjectNode().put("error", why)));
  }

  private static String write(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
