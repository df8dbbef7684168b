package org.amts.server.jobs;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.amts.server.content.ContentTranslator;
import org.amts.server.content.LanguageDetector;
import org.amts.server.engines.Languages;
import org.amts.server.engines.Translators;
import org.amts.server.paralleldata.ParallelDataResources;
import org.amts.server.paralleldata.ParallelDataVersion;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.Operations;
import org.amts.server.protocol.Page;
import org.amts.server.protocol.ServiceException;
import org.amts.server.s3.ObjectStore;
import org.amts.server.s3.S3Location;
import org.amts.server.store.ClientTokens;
import org.amts.server.store.Database;
import org.amts.server.terminology.Terminologies;
import org.jspecify.annotations.Nullable;

/** The batch jobs of the account. Safe for use by many threads. */
public final class TranslationJobs implements AutoCloseable {

  private static final String START = "StartTextTranslationJob";
  private static final int MOST_TARGETS = 10;
  private static final int MOST_UNFINISHED = 1000;

  private final Database database;
  private final JobStore store;
  private final ObjectStore objects;
  private final ContentTranslator content;
  private final Translators translators;
  private final ParallelDataResources parallelData;
  private final Terminologies terminologies;
  private final InstantSource clock;
  private final JobScheduler scheduler;

  /**
   * @param database where jobs are kept
   * @param objects where documents come from and translations go
   * @param content takes documents apart
   * @param detector finds out languages
   * @param translators find the engine
   */
  public TranslationJobs(
      Database database,
      ObjectStore objects,
      ContentTranslator content,
      LanguageDetector detector,
      Translators translators,
      ParallelDataResources parallelData,
      Terminologies terminologies,
      InstantSource clock) {
    this.database = database;
    this.objects = objects;
    this.content = content;
    this.translators = translators;
    this.parallelData = parallelData;
    this.terminologies = terminologies;
    this.clock = clock;
    store = new JobStore(database);
    scheduler =
        new JobScheduler(
            store,
            objects,
            new DocumentWork(objects, content, detector, translators, parallelData));
  }

  record StartAnswer(String jobId, JobStatus jobStatus) {}

  record IdRequest(String jobId) {}

  record DescribeAnswer(Job.Properties textTranslationJobProperties) {}

  record Filter(
      @Nullable String jobName,
      @Nullable JobStatus jobStatus,
      @Nullable Instant submittedBeforeTime,
      @Nullable Instant submittedAfterTime) {}

  record ListRequest(
      @Nullable Filter filter, @Nullable String nextToken, @Nullable Integer maxResults) {}

  record ListAnswer(
      List<Job.Properties> textTranslationJobPropertiesList, @Nullable String nextToken) {}

  /** Adds the operations on jobs. */
  public void addTo(Operations.Builder operations) {
    operations
        .on(START, JobRequest.class, this::start)
        .on("StopTextTranslationJob", IdRequest.class, this::stop)
        .on("DescribeTextTranslationJob", IdRequest.class, this::describe)
        .on("ListTextTranslationJobs", ListRequest.class, this::list);
  }

  /**
   * Starts to work, first on jobs that an earlier process has left.
   *
   * @param documents in work at the same time; more if they are small
   */
  public void resume(int documents) {
    scheduler.start(documents);
  }

  /**
   * What became of a document of a job in one of its target languages.
   *
   * @param key below the job's input
   * @param target language code
   * @param state in a word: {@code translated}, {@code failed}, {@code waiting}
   * @param error why it failed; empty otherwise
   */
  public record DocumentState(String key, String target, String state, String error) {}

  /**
   * The documents of a job: first those that failed, then those that are done, then the others.
   *
   * @param most how many at most
   */
  public List<DocumentState> documents(String jobId, int most) {
    return store.toShow(jobId, most).stream().map(TranslationJobs::state).toList();
  }

  private static DocumentState state(JobDocument document) {
    String state =
        document.outcome() == null
            ? "waiting"
            : document.outcome() == JobDocument.Outcome.TRANSLATED ? "translated" : "failed";
    return new DocumentState(
        document.key(), document.target(), state, JobReport.error(document.detail()));
  }

  /** How many jobs have not ended. */
  public int unfinished() {
    return store.unfinished().size();
  }

  private StartAnswer start(JobRequest request) {
    String token = Objects.requireNonNull(request.clientToken());
    Optional<String> earlier =
        database.transact(
            transaction ->
                ClientTokens.find(
                    transaction, START, token, request, ErrorType.INVALID_PARAMETER_VALUE));
    if (earlier.isEmpty()) {
      check(request);
      earlier =
          database.transact(
              transaction -> {
                // Again, in the transaction: two may have come at the same time.
                Optional<String> used =
                    ClientTokens.find(
                        transaction, START, token, request, ErrorType.INVALID_PARAMETER_VALUE);
                if (used.isEmpty()) {
                  if (JobStore.unfinished(transaction) >= MOST_UNFINISHED) {
                    throw new ServiceException(
                        ErrorType.TOO_MANY_REQUESTS,
                        "at most " + MOST_UNFINISHED + " jobs wait; try again later");
                  }
                  String id = UUID.randomUUID().toString().replace("-", "");
                  JobStore.add(transaction, id, request, clock.instant());
                  ClientTokens.add(transaction, START, token, request, id);
                  used = Optional.of(id);
                }
                return used;
              });
      scheduler.add(earlier.orElseThrow());
    }
    String id = earlier.orElseThrow();
    return new StartAnswer(id, store.find(id).map(Job::status).orElse(JobStatus.SUBMITTED));
  }

  private void check(JobRequest request) {
    List<String> targets = request.targetLanguageCodes();
    if (targets.size() > MOST_TARGETS || new HashSet<>(targets).size() < targets.size()) {
      throw invalid(
          "TargetLanguageCodes holds at most " + MOST_TARGETS + " codes, each of them once");
    }
    requireAtMostOne("TerminologyNames", request.terminologyNames());
    requireAtMostOne("ParallelDataNames", request.parallelDataNames());
    String source = request.sourceLanguageCode();
    for (String target : targets) {
      if (source.equals(Languages.AUTO)) {
        if (translators.languages().codes().stream()
            .noneMatch(code -> Languages.areSame(code, target))) {
          translators.languages().require("en", target);
        }
      } else {
        translators.languages().require(source, target);
      }
    }
    String type = request.inputDataConfig().contentType().toLowerCase(Locale.ROOT);
    if (!content.contentTypes().contains(type)) {
      throw invalid(
          "ContentType must be one of " + content.contentTypes().stream().sorted().toList());
    }
    checkFolders(request);
    String terminology = request.terminology();
    if (terminology != null && terminologies.version(terminology).isEmpty()) {
      throw new ServiceException(
          ErrorType.RESOURCE_NOT_FOUND, "there is no terminology named " + terminology);
    }
    String name = request.parallelData();
    if (name != null) {
      ParallelDataVersion data = parallelData.current(name);
      for (String target : targets) {
        String from = source.equals(Languages.AUTO) ? data.sourceLanguage() : source;
        if (!Translators.fits(data, from, target)) {
          throw invalid("parallel data " + name + " has no pairs from " + from + " into " + target);
        }
      }
    }
  }

  private void checkFolders(JobRequest request) {
    S3Location input = S3Location.of(request.inputDataConfig().s3Uri());
    S3Location output = S3Location.of(request.outputDataConfig().s3Uri());
    if (input.key().isEmpty()) {
      throw invalid("the input must be a folder of a bucket: s3://bucket/folder/");
    }
    for (S3Location location : List.of(input, output)) {
      try {
        if (!objects.hasBucket(location.bucket())) {
          throw invalid("there is no bucket " + location.bucket());
        }
      } catch (IOException e) {
        throw invalid("the bucket " + location.bucket() + " cannot be read");
      }
    }
  }

  private StartAnswer stop(IdRequest request) {
    require(request.jobId);
    if (store.move(
        request.jobId,
        List.of(JobStatus.SUBMITTED, JobStatus.IN_PROGRESS),
        JobStatus.STOP_REQUESTED,
        null)) {
      scheduler.stop(request.jobId);
    }
    return new StartAnswer(request.jobId, require(request.jobId).status());
  }

  private DescribeAnswer describe(IdRequest request) {
    return new DescribeAnswer(require(request.jobId).properties());
  }

  private ListAnswer list(ListRequest request) {
    Filter filter = Objects.requireNonNullElse(request.filter, new Filter(null, null, null, null));
    long filters =
        Stream.of(
                filter.jobName,
                filter.jobStatus,
                filter.submittedBeforeTime,
                filter.submittedAfterTime)
            .filter(Objects::nonNull)
            .count();
    if (filters > 1) {
      throw new ServiceException(ErrorType.INVALID_FILTER, "a filter has one condition only");
    }
    // The oldest first only where the service has it so.
    boolean ascending = filter.submittedBeforeTime != null;
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    List<Object> parameters = new ArrayList<>();
    if (filter.jobName != null) {
      conditions.add("name = ?");
      parameters.add(filter.jobName);
    }
    if (filter.jobStatus != null) {
      conditions.add("status = ?");
      parameters.add(filter.jobStatus.name());
    }
    if (filter.submittedBeforeTime != null) {
      conditions.add("submitted_at < ?");
      parameters.add(filter.submittedBeforeTime.toEpochMilli());
    }
    if (filter.submittedAfterTime != null) {
      conditions.add("submitted_at > ?");
      parameters.add(filter.submittedAfterTime.toEpochMilli());
    }
    String after = Page.key(request.nextToken, ErrorType.INVALID_REQUEST);
    if (!after.isEmpty()) {
      addPosition(after, ascending ? ">" : "<", conditions, parameters);
    }
    int size = Page.size(request.maxResults);
    String order = ascending ? "submitted_at, id" : "submitted_at DESC, id DESC";
    Page<Job> page =
        Page.of(
            store.list(String.join(" AND ", conditions), order, parameters, size + 1),
            size,
            job -> job.submittedAt().toEpochMilli() + "/" + job.id());
    return new ListAnswer(page.entries().stream().map(Job::properties).toList(), page.nextToken());
  }

  private static void addPosition(
      String key, String comparison, List<String> conditions, List<Object> parameters) {
    String[] parts = key.split("/", 2);
    if (parts.length != 2 || !parts[0].matches("\\d{1,18}")) {
      throw new ServiceException(
          ErrorType.INVALID_REQUEST, "NextToken is not one that this service has given");
    }
    long time = Long.parseLong(parts[0]);
    conditions.add(
        "(submitted_at " + comparison + " ? OR submitted_at = ? AND id " + comparison + " ?)");
    parameters.add(time);
    parameters.add(time);
    parameters.add(parts[1]);
  }

  private Job require(String id) {
    return store
        .find(id)
        .orElseThrow(
            () -> new ServiceException(ErrorType.RESOURCE_NOT_FOUND, "there is no such job"));
  }

  private static void requireAtMostOne(String member, @Nullable List<String> names) {
    if (names != null && names.size() > 1) {
      throw invalid(member + " holds at most one name");
    }
  }

  private static ServiceException invalid(String message) {
    return new ServiceException(ErrorType.INVALID_REQUEST, message);
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
