package org.amts.server.paralleldata;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amts.server.paralleldata.StoredParallelData.Attempt;
import org.amts.server.paralleldata.StoredParallelData.Imported;
import org.amts.server.protocol.DataLocation;
import org.amts.server.protocol.EncryptionKey;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.Operations;
import org.amts.server.protocol.Page;
import org.amts.server.protocol.ResourceName;
import org.amts.server.protocol.ServiceException;
import org.amts.server.s3.ObjectStore;
import org.amts.server.s3.ServiceBucket;
import org.amts.server.store.ClientTokens;
import org.amts.server.store.Database;
import org.amts.server.store.Resources;
import org.amts.server.tags.Tag;
import org.amts.server.tags.Tags;
import org.jspecify.annotations.Nullable;

/** The parallel data of the account. Safe for use by many threads. */
public final class ParallelDataResources implements AutoCloseable {

  private static final int MOST_RESOURCES = 1000;
  private static final int MOST_WAITING = 100;
  private static final String CREATE = "CreateParallelData";
  private static final String UPDATE = "UpdateParallelData";

  private final Database database;
  private final ServiceBucket files;
  private final InstantSource clock;
  private final Resources<StoredParallelData> stored =
      new Resources<>(StoredParallelData.KIND, StoredParallelData.class);
  private final ParallelDataImporter importer;

  /**
   * @param database where they are listed
   * @param objects where clients put files for import
   * @param files where imported files are kept
   * @param preparation makes the engine ready before parallel data becomes ACTIVE
   */
  public ParallelDataResources(
      Database database,
      ObjectStore objects,
      ServiceBucket files,
      EnginePreparation preparation,
      InstantSource clock) {
    this.database = database;
    this.files = files;
    this.clock = clock;
    importer = new ParallelDataImporter(database, stored, objects, files, preparation, clock);
  }

  record CreateRequest(
      String name,
      @Nullable String description,
      ParallelDataConfig parallelDataConfig,
      @Nullable EncryptionKey encryptionKey,
      String clientToken,
      @Nullable List<Tag> tags) {}

  record StatusAnswer(String name, ParallelDataStatus status) {}

  record UpdateRequest(
      String name,
      @Nullable String description,
      ParallelDataConfig parallelDataConfig,
      String clientToken) {}

  record UpdateAnswer(
      String name,
      ParallelDataStatus status,
      ParallelDataStatus latestUpdateAttemptStatus,
      Instant latestUpdateAttemptAt) {}

  record NameRequest(String name) {}

  record GetAnswer(
      ParallelDataProperties parallelDataProperties,
      @Nullable DataLocation dataLocation,
      @Nullable DataLocation auxiliaryDataLocation,
      @Nullable DataLocation latestUpdateAttemptAuxiliaryDataLocation) {}

  record ListRequest(@Nullable String nextToken, @Nullable Integer maxResults) {}

  record ListAnswer(
      List<ParallelDataProperties> parallelDataPropertiesList, @Nullable String nextToken) {}

  /** Adds the operations on parallel data. */
  public void addTo(Operations.Builder operations) {
    operations
        .on(CREATE, CreateRequest.class, this::create)
        .on(UPDATE, UpdateRequest.class, this::update)
        .on("DeleteParallelData", NameRequest.class, this::delete)
        .on("GetParallelData", NameRequest.class, this::get)
        .on("ListParallelData", ListRequest.class, this::list);
  }

  /** Goes on with imports that an earlier process has left. */
  public void resume() {
    importer.resume();
  }

  /**
   * The version in use of parallel data.
   *
   * @throws ServiceException if there is none of that name, or none that can be used yet
   */
  public ParallelDataVersion current(String name) {
    StoredParallelData data = database.transact(transaction -> require(transaction, name));
    Imported current = data.current();
    if (current == null) {
      throw new ServiceException(
          ErrorType.INVALID_REQUEST,
          "parallel data " + name + " is " + data.status() + "; it can be used when it is ACTIVE");
    }
    return new ParallelDataVersion(
        name,
        current.version(),
        current.source(),
        current.targets(),
        StoredParallelData.fileKey(name, current.version(), current.config()));
  }

  private StatusAnswer create(CreateRequest request) {
    requireFile(request.parallelDataConfig);
    String version = UUID.randomUUID().toString();
    StoredParallelData data =
        database.transact(
            transaction -> {
              Optional<String> earlier =
                  ClientTokens.find(
                      transaction, CREATE, request.clientToken, request, ErrorType.CONFLICT);
              Optional<StoredParallelData> existing = stored.find(transaction, request.name);
              if (existing.isPresent()) {
                if (earlier.isPresent()) {
                  return existing.get();
                }
                throw new ServiceException(
                    ErrorType.CONFLICT,
                    "there is parallel data named " + request.name + " already");
              }
              requireRoom(transaction);
              Instant now = clock.instant();
              StoredParallelData created =
                  new StoredParallelData(
                      request.name,
                      request.description,
                      request.encryptionKey,
                      now,
                      now,
                      ParallelDataStatus.CREATING,
                      null,
                      new Attempt(
                          version,
                          request.parallelDataConfig,
                          null,
                          false,
                          ParallelDataStatus.CREATING,
                          now,
                          null));
              stored.put(transaction, request.name, created);
              Tags.add(
                  transaction,
                  ResourceName.of(StoredParallelData.KIND, request.name),
                  request.tags);
              if (earlier.isEmpty()) {
                ClientTokens.add(transaction, CREATE, request.clientToken, request, request.name);
              }
              return created;
            });
    if (data.attempt().version().equals(version)) {
      importer.begin(request.name, version);
    }
    return new StatusAnswer(data.name(), data.status());
  }

  private UpdateAnswer update(UpdateRequest request) {
    requireFile(request.parallelDataConfig);
    Attempt attempt =
        new Attempt(
            UUID.randomUUID().toString(),
            request.parallelDataConfig,
            request.description,
            true,
            ParallelDataStatus.UPDATING,
            clock.instant(),
            null);
    StoredParallelData before =
        database.transact(
            transaction -> {
              StoredParallelData data = require(transaction, request.name);
              if (ClientTokens.find(
                      transaction, UPDATE, request.clientToken, request, ErrorType.CONFLICT)
                  .isPresent()) {
                return data;
              }
              requireIdle(data);
              requireRoom(transaction);
              stored.put(transaction, request.name, data.updating(attempt));
              ClientTokens.add(transaction, UPDATE, request.clientToken, request, request.name);
              return data;
            });
    importer.begin(request.name, attempt.version());
    return new UpdateAnswer(
        before.name(), before.status(), ParallelDataStatus.UPDATING, attempt.at());
  }

  private StatusAnswer delete(NameRequest request) {
    StoredParallelData deleted =
        database.transact(
            transaction -> {
              StoredParallelData data = require(transaction, request.name);
              requireIdle(data);
              stored.delete(transaction, request.name);
              Tags.clear(transaction, ResourceName.of(StoredParallelData.KIND, request.name));
              return data;
            });
    importer.deleteFiles(deleted.name(), deleted.attempt().version(), deleted.attempt().config());
    Imported current = deleted.current();
    if (current != null) {
      importer.deleteFiles(deleted.name(), current.version(), current.config());
    }
    return new StatusAnswer(request.name, ParallelDataStatus.DELETING);
  }

  private GetAnswer get(NameRequest request) {
    StoredParallelData data = database.transact(transaction -> require(transaction, request.name));
    Imported current = data.current();
    Attempt attempt = data.attempt();
    boolean hasReport = !attempt.isRunning();
    return new GetAnswer(
        data.properties(),
        current == null
            ? null
            : location(
                StoredParallelData.fileKey(data.name(), current.version(), current.config())),
        current != null
            ? report(data, current.version())
            : hasReport ? report(data, attempt.version()) : null,
        attempt.update() && hasReport ? report(data, attempt.version()) : null);
  }

  private ListAnswer list(ListRequest request) {
    int size = Page.size(request.maxResults);
    String after = Page.key(request.nextToken, ErrorType.INVALID_PARAMETER_VALUE);
    Page<StoredParallelData> page =
        Page.of(
            database.transact(transaction -> stored.after(transaction, after, size + 1)),
            size,
            StoredParallelData::name);
    return new ListAnswer(
        page.entries().stream().map(StoredParallelData::properties).toList(), page.nextToken());
  }

  private DataLocation report(StoredParallelData data, String version) {
    return location(StoredParallelData.reportKey(data.name(), version));
  }

  private DataLocation location(String key) {
    return DataLocation.of(files.presigned(key));
  }

  private StoredParallelData require(Database.Transaction transaction, String name)
      throws SQLException {
    return stored
        .find(transaction, name)
        .orElseThrow(
            () ->
                new ServiceException(
                    ErrorType.RESOURCE_NOT_FOUND, "there is no parallel data named " + name));
  }

  private void requireRoom(Database.Transaction transaction) throws SQLException {
    List<StoredParallelData> all = stored.after(transaction, "", MOST_RESOURCES + 1);
    if (all.size() > MOST_RESOURCES) {
      throw new ServiceException(
          ErrorType.LIMIT_EXCEEDED, "there are at most " + MOST_RESOURCES + "; delete one");
    }
    if (all.stream().filter(each -> each.attempt().isRunning()).count() >= MOST_WAITING) {
      throw new ServiceException(
          ErrorType.LIMIT_EXCEEDED, "at most " + MOST_WAITING + " imports wait; try again later");
    }
  }

  private static void requireIdle(StoredParallelData data) {
    if (data.attempt().isRunning()) {
      throw new ServiceException(
          ErrorType.CONCURRENT_MODIFICATION,
          "parallel data " + data.name() + " is " + data.status() + "; wait until that has ended");
    }
  }

  /** The model requires neither member, and nothing can be imported without them. */
  private static void requireFile(ParallelDataConfig config) {
    if (config.s3Uri() == null || config.format() == null) {
      throw new ServiceException(
          ErrorType.INVALID_PARAMETER_VALUE,
          "ParallelDataConfig needs the S3Uri of a file and its Format");
    }
  }

  @Override
  public void close() {
    importer.close();
  }
}
