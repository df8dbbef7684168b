package org.amts.engine.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.amts.engine.EngineException;
import org.amts.engine.Translation;
import software.amazon.awssdk.services.translate.TranslateClient;
import software.amazon.awssdk.services.translate.model.JobStatus;
import software.amazon.awssdk.services.translate.model.StartTextTranslationJobRequest;
import software.amazon.awssdk.services.translate.model.TextTranslationJobProperties;

/**
 * Batch jobs: documents into the bucket, a job over them, answers out of it.
 *
 * <p>A job's name and client token follow from what it translates, and from how many jobs of that
 * name have ended without a usable output; so a run that was killed finds its job again, with or
 * without the {@linkplain PendingJobs record} of it. Safe for use by many threads.
 */
final class BatchJobs {

  private static final Set<JobStatus> RUNNING =
      Set.of(JobStatus.SUBMITTED, JobStatus.IN_PROGRESS, JobStatus.STOP_REQUESTED);

  /** So many documents that failed are named. */
  private static final int FAILURES_SHOWN = 10;

  private final AmazonClients clients;
  private final AmazonSettings settings;
  private final Backoff backoff;
  private final PendingJobs pending;
  private final Consumer<String> notes;

  BatchJobs(
      AmazonClients clients,
      AmazonSettings settings,
      Backoff backoff,
      PendingJobs pending,
      Consumer<String> notes) {
    this.clients = clients;
    this.settings = settings;
    this.backoff = backoff;
    this.pending = pending;
    this.notes = notes;
  }

  /**
   * Translates the documents of a job and remembers the answers.
   *
   * @param progress told what share of the documents is done, 0..1
   * @throws EngineException if the job cannot be started, or fails as a whole
   */
  void translate(
      List<JobDocument> documents,
      Customization customization,
      PaidAnswers paid,
      DoubleConsumer progress) {
    String name = name(documents, customization);
    // First the record: a job that nobody remembers would be paid for nothing.
    pending.add(name, customization);
    try {
      List<TextTranslationJobProperties> earlier = named(name);
      Optional<String> running =
          earlier.stream()
              .filter(job -> RUNNING.contains(job.jobStatus()) || hasOutput(job))
              .findFirst()
              .map(TextTranslationJobProperties::jobId);
      running.ifPresent(id -> notes.accept("amazon: job " + id + " of an earlier run goes on"));
      String id = running.orElseGet(() -> start(name, documents, customization, earlier.size()));
      finish(name, ended(id, progress), customization, paid);
    } finally {
      pending.leave(name);
    }
  }

  /** Takes up the jobs that earlier runs have started and not seen the end of. */
  void finishPending(Customization customization, PaidAnswers paid) {
    for (String name : pending.take(customization)) {
      try {
        Optional<TextTranslationJobProperties> job = named(name).stream().findFirst();
        if (job.isPresent()) {
          notes.accept("amazon: job " + job.get().jobId() + " of an earlier run goes on");
          finish(name, ended(job.get().jobId(), share -> {}), customization, paid);
        } else {
          cleanUp(name); // killed before it was started
        }
      } finally {
        pending.leave(name);
      }
    }
  }

  private static String name(List<JobDocument> documents, Customization customization) {
    Fingerprint fingerprint =
        new Fingerprint().add(customization.pair().toString()).add(customization.fingerprint());
    documents.forEach(document -> fingerprint.add(document.html()));
    return "amts-" + fingerprint.digits(40);
  }

  /** The jobs of a name, the newest first. */
  private List<TextTranslationJobProperties> named(String name) {
    return Failures.explained(
        "list jobs",
        () ->
            clients
                .translate()
                .listTextTranslationJobsPaginator(
                    request -> request.filter(filter -> filter.jobName(name)))
                .stream()
                .flatMap(page -> page.textTranslationJobPropertiesList().stream())
                .filter(job -> name.equals(job.jobName()))
                .sorted(
                    Comparator.comparing(
                        TextTranslationJobProperties::submittedTime,
                        Comparator.nullsFirst(Comparator.reverseOrder())))
                .toList());
  }

  private boolean hasOutput(TextTranslationJobProperties job) {
    return (job.jobStatus() == JobStatus.COMPLETED
            || job.jobStatus() == JobStatus.COMPLETED_WITH_ERROR)
        && !bucket().list(outputFolder(job)).isEmpty();
  }

  private String start(
      String name, List<JobDocument> documents, Customization customization, int attempt) {
    Bucket bucket = bucket();
    for (JobDocument document : documents) {
      bucket.put(input(name) + document.name(), "text/html", document.bytes());
    }
    StartTextTranslationJobRequest.Builder request =
        StartTextTranslationJobRequest.builder()
            .jobName(name)
            .clientToken(name + "-" + attempt)
            .dataAccessRoleArn(settings.role())
            .sourceLanguageCode(customization.pair().source())
            .targetLanguageCodes(customization.pair().target())
            .inputDataConfig(in -> in.s3Uri(bucket.uri(input(name))).contentType("text/html"))
            .outputDataConfig(out -> out.s3Uri(bucket.uri(output(name))))
            .settings(customization.jobSettings());
    if (customization.parallelData() != null) {
      request.parallelDataNames(customization.parallelData());
    }
    if (customization.terminology() != null) {
      request.terminologyNames(customization.terminology());
    }
    TranslateClient translate = clients.translate();
    String id =
        Failures.explained(
            "start a job", () -> translate.startTextTranslationJob(request.build()).jobId());
    notes.accept(
        "amazon: job "
            + id
            + " has begun, "
            + documents.size()
            + " documents; it may take a while");
    return id;
  }

  /** Waits for the end of a job. */
  private TextTranslationJobProperties ended(String id, DoubleConsumer progress) {
    for (int attempt = 0; ; attempt++) {
      TextTranslationJobProperties job =
          Failures.explained(
                  "look after job " + id,
                  () -> clients.translate().describeTextTranslationJob(r -> r.jobId(id)))
              .textTranslationJobProperties();
      if (!RUNNING.contains(job.jobStatus())) {
        return job;
      }
      if (job.jobDetails() != null
          && job.jobDetails().inputDocumentsCount() != null
          && job.jobDetails().translatedDocumentsCount() != null
          && job.jobDetails().inputDocumentsCount() > 0) {
        progress.accept(
            (double) job.jobDetails().translatedDocumentsCount()
                / job.jobDetails().inputDocumentsCount());
      }
      backoff.await(attempt, "job " + id);
    }
  }

  /** Reads what a job that has ended leaves behind, and forgets it. */
  private void finish(
      String name,
      TextTranslationJobProperties job,
      Customization customization,
      PaidAnswers paid) {
    if (job.jobStatus() == JobStatus.FAILED) {
      cleanUp(name);
      throw new EngineException("amazon: job " + job.jobId() + " failed: " + job.message());
    }
    Bucket bucket = bucket();
    String output = outputFolder(job);
    Set<String> written = bucket.list(output);
    Translation.Outcome outcome =
        customization.parallelData() == null
            ? Translation.Outcome.TRANSLATED
            : Translation.Outcome.ADAPTED;
    List<String> missing = new ArrayList<>();
    for (String input : bucket.list(input(name))) {
      String document = input.substring(input(name).length());
      String key = output + customization.pair().target() + "." + document;
      if (!written.contains(key)) {
        missing.add(document);
        continue;
      }
      Map<String, Translation> answers = new HashMap<>();
      JobDocument.read(bucket.get(key))
          .forEach((segment, text) -> answers.put(segment, new Translation(text, outcome)));
      paid.add(answers);
    }
    if (job.jobStatus() != JobStatus.COMPLETED || !missing.isEmpty()) {
      report(job, missing, output, written, customization);
    }
    cleanUp(name);
  }

  private void report(
      TextTranslationJobProperties job,
      List<String> missing,
      String output,
      Set<String> written,
      Customization customization) {
    notes.accept(
        "amazon: job "
            + job.jobId()
            + " ended as "
            + job.jobStatusAsString()
            + ": "
            + missing.size()
            + " documents were not translated"
            + (job.message() == null ? "" : "; " + job.message()));
    String key =
        output + "details/" + customization.pair().target() + ".auxiliary-translation-details.json";
    Map<String, String> reasons = written.contains(key) ? reasons(bucket().get(key)) : Map.of();
    for (String document : missing.subList(0, Math.min(FAILURES_SHOWN, missing.size()))) {
      notes.accept(
          "amazon: " + document + ": " + reasons.getOrDefault(document, "no reason was given"));
    }
  }

  /**
   * What the details say of documents, by name. Only the entry of a document that was translated is
   * documented, so an entry without {@code targetFile} is shown as it is.
   */
  private static Map<String, String> reasons(String details) {
    Map<String, String> reasons = new HashMap<>();
    try {
      for (JsonNode entry : new ObjectMapper().readTree(details).path("details")) {
        JsonNode message = entry.findValue("errorMessage");
        reasons.put(
            entry.path("sourceFile").asText(),
            message == null ? entry.toString() : message.asText());
      }
    } catch (JsonProcessingException e) {
      // Details that cannot be read explain nothing, and the documents are missing all the same.
    }
    return reasons;
  }

  private void cleanUp(String name) {
    if (!settings.keep()) {
      bucket().deleteFolder(folder(name));
    }
    pending.remove(name);
  }

  /**
   * Where a job writes. The service puts the folder's name into the job's description; the name is
   * also made here, for a description that has only what was asked for.
   */
  private String outputFolder(TextTranslationJobProperties job) {
    String folder = settings.account() + "-TranslateText-" + job.jobId() + "/";
    String uri = job.outputDataConfig().s3Uri();
    String key = uri.substring(Math.min(uri.length(), bucket().uri("").length()));
    String withSlash = key.endsWith("/") ? key : key + "/";
    return withSlash.endsWith("-TranslateText-" + job.jobId() + "/")
        ? withSlash
        : withSlash + folder;
  }

  private Bucket bucket() {
    return new Bucket(clients, settings.bucket());
  }

  private String folder(String name) {
    return settings.prefix() + "/jobs/" + name + "/";
  }

  private String input(String name) {
    return folder(name) + "input/";
  }

  private String output(String name) {
    return folder(name) + "output/";
  }
}
