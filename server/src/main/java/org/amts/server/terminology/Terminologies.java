package org.amts.server.terminology;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amts.corpus.ParallelDataFormat;
import org.amts.corpus.TermTable;
import org.amts.corpus.TermTable.Directionality;
import org.amts.corpus.TerminologyReader;
import org.amts.engine.TermEntry;
import org.amts.server.protocol.DataLocation;
import org.amts.server.protocol.EncryptionKey;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.Operations;
import org.amts.server.protocol.Page;
import org.amts.server.protocol.ResourceName;
import org.amts.server.protocol.ServiceException;
import org.amts.server.s3.ImportReport;
import org.amts.server.s3.ServiceBucket;
import org.amts.server.store.Database;
import org.amts.server.store.Resources;
import org.amts.server.tags.Tag;
import org.amts.server.tags.Tags;
import org.jspecify.annotations.Nullable;

/** The custom terminologies of the account. Safe for use by many threads. */
public final class Terminologies {

  private static final String KIND = "terminology";
  private static final int MOST_BYTES = 10 << 20;
  private static final int MOST_TARGETS = 10;
  private static final int MOST_TERMINOLOGIES = 100;

  private final Database database;
  private final ServiceBucket files;
  private final InstantSource clock;
  private final Resources<StoredTerminology> stored =
      new Resources<>(KIND, StoredTerminology.class);

  /**
   * @param database where they are listed
   * @param files where their files are
   */
  public Terminologies(Database database, ServiceBucket files, InstantSource clock) {
    this.database = database;
    this.files = files;
    this.clock = clock;
  }

  record TerminologyData(
      byte[] file, ParallelDataFormat format, @Nullable Directionality directionality) {}

  record ImportRequest(
      String name,
      String mergeStrategy,
      @Nullable String description,
      TerminologyData terminologyData,
      @Nullable EncryptionKey encryptionKey,
      @Nullable List<Tag> tags) {}

  record ImportAnswer(
      TerminologyProperties terminologyProperties, @Nullable DataLocation auxiliaryDataLocation) {}

  record GetRequest(String name, @Nullable ParallelDataFormat terminologyDataFormat) {}

  record GetAnswer(
      TerminologyProperties terminologyProperties,
      DataLocation terminologyDataLocation,
      @Nullable DataLocation auxiliaryDataLocation) {}

  record DeleteRequest(String name) {}

  record ListRequest(@Nullable String nextToken, @Nullable Integer maxResults) {}

  record ListAnswer(
      List<TerminologyProperties> terminologyPropertiesList, @Nullable String nextToken) {}

  /**
   * The terms of one direction.
   *
   * @param name of the terminology
   * @param version which import they are of
   * @param terms in the order of the file; empty if it has none in this direction
   */
  public record Terms(String name, String version, List<TermEntry> terms) {}

  /** Adds the operations on terminologies. */
  public void addTo(Operations.Builder operations) {
    operations
        .on("ImportTerminology", ImportRequest.class, this::importFile)
        .on("GetTerminology", GetRequest.class, this::get)
        .on("ListTerminologies", ListRequest.class, this::list)
        .onWithoutAnswer("DeleteTerminology", DeleteRequest.class, this::delete);
  }

  /** Which import of a terminology is the current one; empty if there is no such terminology. */
  public Optional<String> version(String name) {
    return find(name).map(StoredTerminology::version);
  }

  /**
   * The terms of a terminology.
   *
   * @throws ServiceException if there is none of that name
   */
  public Terms terms(String name, String source, String target) {
    StoredTerminology terminology = require(name);
    TerminologyProperties properties = terminology.properties();
    try (InputStream file = files.read(terminology.fileKey())) {
      List<TermEntry> terms =
          TerminologyReader.read(terminology.fileKey(), file)
              .pairs(source, target, properties.directionality())
              .orElse(List.of())
              .stream()
              .map(pair -> new TermEntry(pair.source(), pair.target()))
              .toList();
      return new Terms(name, terminology.version(), terms);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportAnswer importFile(ImportRequest request) {
    TerminologyData data = request.terminologyData;
    if (data.file.length > MOST_BYTES) {
      throw new ServiceException(
          ErrorType.LIMIT_EXCEEDED, "a terminology has at most " + MOST_BYTES + " bytes");
    }
    TermTable table = read(data);
    List<String> targets = table.languages().subList(1, table.languages().size());
    if (targets.size() > MOST_TARGETS) {
      throw new ServiceException(
          ErrorType.LIMIT_EXCEEDED, "a terminology has at most " + MOST_TARGETS + " targets");
    }
    Optional<StoredTerminology> before = find(request.name);
    StoredTerminology now =
        new StoredTerminology(
            new TerminologyProperties(
                request.name,
                request.description,
                ResourceName.of(KIND, request.name) + "/LATEST",
                table.languages().get(0),
                targets,
                request.encryptionKey,
                data.file.length,
                table.rows().size(),
                before.map(each -> each.properties().createdAt()).orElseGet(clock::instant),
                clock.instant(),
                Objects.requireNonNullElse(data.directionality, Directionality.UNI),
                table.problems().isEmpty()
                    ? null
                    : table.failed() + " records failed, " + table.skipped() + " were skipped",
                table.skipped() + table.failed(),
                data.format),
            UUID.randomUUID().toString());
    files.write(now.fileKey(), data.file, "application/octet-stream");
    files.write(
        now.reportKey(),
        ImportReport.of(table.failed(), table.skipped(), table.problems()),
        "application/json");
    try {
      database.transact(
          transaction -> {
            stored.put(transaction, request.name, now);
            if (stored.after(transaction, "", MOST_TERMINOLOGIES + 1).size() > MOST_TERMINOLOGIES) {
              throw new ServiceException(
                  ErrorType.LIMIT_EXCEEDED,
                  "there are at most " + MOST_TERMINOLOGIES + " terminologies; delete one");
            }
            Tags.add(transaction, ResourceName.of(KIND, request.name), request.tags);
            return null;
          });
    } catch (RuntimeException e) {
      deleteFiles(now);
      throw e;
    }
    before.ifPresent(this::deleteFiles);
    return new ImportAnswer(now.properties(), reportOf(now));
  }

  private static TermTable read(TerminologyData data) {
    TermTable table;
    try {
      table =
          TerminologyReader.read(
              "terms." + data.format.extension(), new ByteArrayInputStream(data.file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (table.languages().size() < 2 || table.rows().isEmpty()) {
      throw new ServiceException(
          ErrorType.INVALID_PARAMETER_VALUE,
          table.problems().isEmpty()
              ? "the terminology has no terms: its first line names the languages, each other line"
                  + " is a term in all of them"
              : "the terminology cannot be used: " + table.problems().get(0));
    }
    return table;
  }

  private GetAnswer get(GetRequest request) {
    StoredTerminology terminology = require(request.name);
    ParallelDataFormat format = terminology.properties().format();
    if (request.terminologyDataFormat != null && request.terminologyDataFormat != format) {
      throw new ServiceException(
          ErrorType.INVALID_PARAMETER_VALUE,
          "the terminology was imported as " + format + " and can be had in this format only");
    }
    return new GetAnswer(
        terminology.properties(),
        DataLocation.of(files.presigned(terminology.fileKey())),
        reportOf(terminology));
  }

  private ListAnswer list(ListRequest request) {
    int size = Page.size(request.maxResults);
    String after = Page.key(request.nextToken, ErrorType.INVALID_PARAMETER_VALUE);
    Page<StoredTerminology> page =
        Page.of(
            database.transact(transaction -> stored.after(transaction, after, size + 1)),
            size,
            each -> each.properties().name());
    return new ListAnswer(
        page.entries().stream().map(StoredTerminology::properties).toList(), page.nextToken());
  }

  private void delete(DeleteRequest request) {
    StoredTerminology terminology = require(request.name);
    database.transact(
        transaction -> {
          stored.delete(transaction, request.name);
          Tags.clear(transaction, ResourceName.of(KIND, request.name));
          return null;
        });
    deleteFiles(terminology);
  }

  private Optional<StoredTerminology> find(String name) {
    return database.transact(transaction -> stored.find(transaction, name));
  }

  private StoredTerminology require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new ServiceException(
                    ErrorType.RESOURCE_NOT_FOUND, "there is no terminology named " + name));
  }

  private @Nullable DataLocation reportOf(StoredTerminology terminology) {
    return terminology.properties().message() == null
        ? null
        : DataLocation.of(files.presigned(terminology.reportKey()));
  }

  private void deleteFiles(StoredTerminology terminology) {
    files.delete(terminology.fileKey());
    files.delete(terminology.reportKey());
  }
}
