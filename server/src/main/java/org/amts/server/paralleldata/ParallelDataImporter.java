package org.amts.server.paralleldata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amts.corpus.ParallelData;
import org.amts.corpus.ParallelDataImport;
import org.amts.corpus.ParallelDataReader;
import org.amts.corpus.ParallelPair;
import org.amts.engine.EngineException;
import org.amts.server.paralleldata.StoredParallelData.Attempt;
import org.amts.server.paralleldata.StoredParallelData.Imported;
import org.amts.server.s3.ImportReport;
import org.amts.server.s3.ObjectStore;
import org.amts.server.s3.ServiceBucket;
import org.amts.server.store.Database;
import org.amts.server.store.Resources;

/**
 * Imports files in the background, one after the other: as of Amazon's limits, and because an
 * import holds its pairs in memory. What the end of the process interrupts is begun anew by the
 * next.
 */
final class ParallelDataImporter implements AutoCloseable {

  private static final int MOST_RESOURCES = 10_000;

  private final Database database;
  private final Resources<StoredParallelData> stored;
  private final ObjectStore objects;
  private final ServiceBucket files;
  private final EnginePreparation preparation;
  private final InstantSource clock;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread daemon = new Thread(work, "parallel-data");
            daemon.setDaemon(true);
            return daemon;
          });

  ParallelDataImporter(
      Database database,
      Resources<StoredParallelData> stored,
      ObjectStore objects,
      ServiceBucket files,
      EnginePreparation preparation,
      InstantSource clock) {
    this.database = database;
    this.stored = stored;
    this.objects = objects;
    this.files = files;
    this.preparation = preparation;
    this.clock = clock;
  }

  /** Begins what an earlier process has left. */
  void resume() {
    List<StoredParallelData> all =
        database.transact(transaction -> stored.after(transaction, "", MOST_RESOURCES));
    preparation.keepOnly(
        all.stream()
            .flatMap(each -> Stream.ofNullable(each.current()))
            .map(Imported::version)
            .collect(Collectors.toSet()));
    all.stream()
        .filter(each -> each.attempt().isRunning())
        .forEach(each -> begin(each.name(), each.attempt().version()));
  }

  /** Imports a version when the earlier imports have ended. */
  void begin(String name, String version) {
    try {
      thread.execute(() -> run(name, version));
    } catch (RejectedExecutionException e) {
      // The server is stopping; the next one resumes.
    }
  }

  private void run(String name, String version) {
    Optional<StoredParallelData> before = find(name, version);
    if (before.isEmpty()) {
      return;
    }
    try {
      Imported imported = fetch(name, before.get().attempt());
      finish(name, version, data -> data.imported(imported, clock.instant()));
      Imported old = before.get().current();
      if (old != null) {
        deleteFiles(name, old.version(), old.config());
      }
    } catch (ImportFailure | EngineException e) {
      fail(name, version, String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      fail(name, version, "the server could not import the file: " + e.getClass().getSimpleName());
    }
  }

  private Imported fetch(String name, Attempt attempt) throws IOException, ImportFailure {
    ParallelDataConfig config = attempt.config();
    byte[] bytes = ParallelDataFile.fetch(objects, config);
    ParallelDataImport result =
        ParallelDataReader.read(
            "pairs." + StoredParallelData.extension(config), new ByteArrayInputStream(bytes));
    String version = attempt.version();
    files.write(
        StoredParallelData.reportKey(name, version),
        ImportReport.of(result.failed(), result.skipped(), result.problems()),
        "application/json");
    if (result.imported() == 0) {
      throw new ImportFailure(
          result.problems().isEmpty()
              ? "the file has no pairs: its first line names the languages, each other line is a"
                  + " pair"
              : "the file has no pair that can be used: " + result.problems().get(0).message());
    }
    files.write(
        StoredParallelData.fileKey(name, version, config), bytes, "application/octet-stream");
    List<String> targets = new ArrayList<>();
    long characters = 0;
    for (ParallelData data : result.data()) {
      targets.add(data.targetLanguage());
      for (ParallelPair pair : data.pairs()) {
        characters += codePoints(pair.source()) + codePoints(pair.target());
      }
    }
    String source = result.data().get(0).sourceLanguage();
    preparation.prepare(
        new ParallelDataVersion(
            name, version, source, targets, StoredParallelData.fileKey(name, version, config)));
    return new Imported(
        version,
        config,
        source,
        targets,
        characters,
        result.imported(),
        result.failed(),
        result.skipped());
  }

  private void fail(String name, String version, String why) {
    if (!thread.isShutdown()) {
      finish(name, version, data -> data.failed(why, clock.instant()));
    }
  }

  private void finish(String name, String version, UnaryOperator<StoredParallelData> change) {
    database.transact(
        transaction -> {
          Optional<StoredParallelData> now =
              stored
                  .find(transaction, name)
                  .filter(data -> data.attempt().version().equals(version));
          if (now.isPresent()) {
            stored.put(transaction, name, change.apply(now.get()));
          }
          return null;
        });
  }

  private Optional<StoredParallelData> find(String name, String version) {
    return database
        .transact(transaction -> stored.find(transaction, name))
        .filter(data -> data.attempt().version().equals(version))
        .filter(data -> data.attempt().isRunning());
  }

  /** Forgets the files of a version. */
  void deleteFiles(String name, String version, ParallelDataConfig config) {
    files.delete(StoredParallelData.fileKey(name, version, config));
    files.delete(StoredParallelData.reportKey(name, version));
    preparation.forget(version);
  }

  private static long codePoints(String text) {
    return Objects.requireNonNull(text).codePointCount(0, text.length());
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      // It must have ended before the engine and the database do.
      thread.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
