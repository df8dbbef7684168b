package org.amts.server.jobs;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code details/es.auxiliary-translation-details.json} in the folder of a job's output,
 * in the form of Amazon's, whose counts are strings. How it tells a failed document is not
 * documented; here, it has an {@code error} in the place of the target file.
 */
final class JobReport {

  private static final int AT_ONCE = 1000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private JobReport() {}

  /** Where the report of a language is, below the folder of the output. */
  static String key(String target) {
    return "details/" + target + ".auxiliary-translation-details.json";
  }

  /** Makes the report of one target language. */
  static byte[] of(Job job, String target, JobStore store) throws IOException {
    Map<JobDocument.Outcome, Integer> counts = new EnumMap<>(JobDocument.Outcome.class);
    long characters = 0;
    for (JobDocument document : documents(job, target, store)) {
      characters += document.characters();
      if (document.outcome() != null) {
        counts.merge(document.outcome(), 1, Integer::sum);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("sourceLanguageCode", job.request().sourceLanguageCode());
      out.writeStringField("targetLanguageCode", target);
      out.writeStringField("charactersTranslated", String.valueOf(characters));
      out.writeStringField(
          "documentCountWithCustomerError", count(counts, JobDocument.Outcome.CUSTOMER_ERROR));
      out.writeStringField(
          "documentCountWithServerError", count(counts, JobDocument.Outcome.SERVER_ERROR));
      out.writeStringField("inputDataPrefix", job.input().toString());
      out.writeStringField("outputDataPrefix", job.output().toString());
      out.writeArrayFieldStart("details");
      for (JobDocument document : documents(job, target, store)) {
        write(out, document);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** Why a document failed, of its detail; empty if it did not. */
  static String error(@Nullable String detail) {
    try {
      return detail == null ? "" : JSON.readTree(detail).path("error").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + detail, e);
    }
  }

  private static void write(JsonGenerator out, JobDocument document) throws IOException {
    JsonNode detail = JSON.readTree(document.detail() == null ? "{}" : document.detail());
    out.writeStartObject();
    out.writeStringField("sourceFile", document.key());
    if (document.outcome() == JobDocument.Outcome.TRANSLATED) {
      out.writeStringField("targetFile", document.targetKey());
    }
    if (document.outcome() == null) {
      out.writeStringField("error", "the job was stopped before");
    }
    if (detail.has("error")) {
      out.writeStringField("error", detail.get("error").asText());
    } else {
      out.writeFieldName("auxiliaryData");
      JSON.writeTree(out, detail);
    }
    out.writeEndObject();
  }

  /** The documents in their order, read from the database as they are needed. */
  private static Iterable<JobDocument> documents(Job job, String target, JobStore store) {
    return () ->
        Stream.iterate(
                store.documents(job.id(), target, -1, AT_ONCE),
                page -> !page.isEmpty(),
                page ->
                    store.documents(job.id(), target, page.get(page.size() - 1).number(), AT_ONCE))
            .flatMap(List::stream)
            .iterator();
  }

  private static String count(
      Map<JobDocument.Outcome, Integer> counts, JobDocument.Outcome outcome) {
    return String.valueOf(counts.getOrDefault(outcome, 0));
  }
}
