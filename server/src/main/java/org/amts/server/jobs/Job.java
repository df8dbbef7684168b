package org.amts.server.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import org.amts.server.engines.TranslationSettings;
import org.amts.server.protocol.WireFormat;
import org.amts.server.s3.S3Location;
import org.amts.server.store.Database;
import org.amts.server.store.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is kept.
 *
 * @param id 32 hexadecimal digits
 * @param status where it is in its life
 * @param submittedAt when it was asked for
 * @param endedAt when it ended; null before
 * @param message how it ended; null before
 * @param request what was asked for
 * @param documents translations to make: documents times target languages
 * @param translated how many of them are made
 * @param failed how many of them cannot be made
 */
record Job(
    String id,
    JobStatus status,
    Instant submittedAt,
    @Nullable Instant endedAt,
    @Nullable String message,
    JobRequest request,
    int documents,
    int translated,
    int failed) {

  /** What clients are told; the components are the members of the service's shape. */
  record Properties(
      String jobId,
      @Nullable String jobName,
      JobStatus jobStatus,
      JobDetails jobDetails,
      String sourceLanguageCode,
      List<String> targetLanguageCodes,
      @Nullable List<String> terminologyNames,
      @Nullable List<String> parallelDataNames,
      @Nullable String message,
      Instant submittedTime,
      @Nullable Instant endTime,
      JobRequest.InputDataConfig inputDataConfig,
      JobRequest.OutputDataConfig outputDataConfig,
      String dataAccessRoleArn,
      @Nullable TranslationSettings settings) {}

  record JobDetails(
      int translatedDocumentsCount, int documentsWithErrorsCount, int inputDocumentsCount) {}

  /** Reads a row of the table job. */
  static Job read(Database.Row row) {
    try {
      return new Job(
          row.text("id"),
          JobStatus.valueOf(row.text("status")),
          Instant.ofEpochMilli(row.number("submitted_at")),
          row.number("ended_at") == 0 ? null : Instant.ofEpochMilli(row.number("ended_at")),
          row.textOrNull("message"),
          WireFormat.JSON.readValue(row.text("body"), JobRequest.class),
          (int) row.number("documents"),
          (int) row.number("translated"),
          (int) row.number("failed"));
    } catch (JsonProcessingException e) {
      throw new DatabaseException("a job in the database cannot be read", e);
    }
  }

  /** The folder of its documents. */
  S3Location input() {
    return S3Location.of(request.inputDataConfig().s3Uri()).asFolder();
  }

  /** The folder of its translations. */
  S3Location output() {
    return S3Location.of(request.outputDataConfig().s3Uri())
        .asFolder()
        .resolve(request.account() + "-TranslateText-" + id + "/");
  }

  Properties properties() {
    return new Properties(
        id,
        request.jobName(),
        status,
        new JobDetails(translated, failed, documents),
        request.sourceLanguageCode(),
        request.targetLanguageCodes(),
        request.terminologyNames(),
        request.parallelDataNames(),
        message,
        submittedAt,
        endedAt,
        request.inputDataConfig(),
        new JobRequest.OutputDataConfig(
            output().toString(), request.outputDataConfig().encryptionKey()),
        request.dataAccessRoleArn(),
        request.settings());
  }
}
