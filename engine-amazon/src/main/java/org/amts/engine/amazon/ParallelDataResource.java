package org.amts.engine.amazon;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.amts.engine.EngineException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.translate.model.ConcurrentModificationException;
import software.amazon.awssdk.services.translate.model.ConflictException;
import software.amazon.awssdk.services.translate.model.GetParallelDataResponse;
import software.amazon.awssdk.services.translate.model.LimitExceededException;
import software.amazon.awssdk.services.translate.model.ParallelDataConfig;
import software.amazon.awssdk.services.translate.model.ParallelDataDataLocation;
import software.amazon.awssdk.services.translate.model.ParallelDataFormat;
import software.amazon.awssdk.services.translate.model.ParallelDataProperties;
import software.amazon.awssdk.services.translate.model.ParallelDataStatus;
import software.amazon.awssdk.services.translate.model.ResourceNotFoundException;

/**
 * The parallel data of one language pair at the service. Its description has the fingerprint of its
 * file, so that a run finds what an earlier one has made, and imports only what is new. Not safe
 * for use by several threads.
 */
final class ParallelDataResource {

  /** The service makes one at a time; so long, in looks, to wait for others. */
  private static final int MOST_LOOKS = 1000;

  private final AmazonClients clients;
  private final Bucket bucket;
  private final String name;
  private final String key;
  private final Backoff backoff;
  private final Consumer<String> notes;

  /**
   * @param folder in the bucket, for the file
   */
  ParallelDataResource(
      AmazonClients clients,
      Bucket bucket,
      String folder,
      String name,
      Backoff backoff,
      Consumer<String> notes) {
    this.clients = clients;
    this.bucket = bucket;
    this.name = name;
    this.key = folder + "/" + name + ".csv";
    this.backoff = backoff;
    this.notes = notes;
  }

  String name() {
    return name;
  }

  /**
   * Sees to it that the service has these pairs, and waits until it can use them.
   *
   * @throws EngineException if it cannot import them
   */
  void provide(PairFile file) {
    Optional<GetParallelDataResponse> there = settled();
    if (there.isPresent() && isCurrent(there.get(), file)) {
      return;
    }
    bucket.put(key, "text/csv", file.bytes());
    ParallelDataConfig config =
        ParallelDataConfig.builder().s3Uri(bucket.uri(key)).format(ParallelDataFormat.CSV).build();
    // The client token is the SDK's, at random: what names the resource is its name, and a token
    // that followed from the content would be known already when it is made anew after a deletion.
    if (there.isEmpty()) {
      whenFree(
          "create parallel data " + name,
          () ->
              clients
                  .translate()
                  .createParallelData(
                      request ->
                          request
                              .name(name)
                              .description(description(file))
                              .parallelDataConfig(config)));
    } else {
      whenFree(
          "update parallel data " + name,
          () ->
              clients
                  .translate()
                  .updateParallelData(
                      request ->
                          request
                              .name(name)
                              .description(description(file))
                              .parallelDataConfig(config)));
    }
    GetParallelDataResponse made =
        settled()
            .orElseThrow(
                () ->
                    new EngineException(
                        "amazon: parallel data " + name + " was deleted while it was made"));
    report(made);
    if (!isUsable(made)) {
      throw new EngineException(
          "amazon: parallel data "
              + name
              + " cannot be imported: "
              + made.parallelDataProperties().message());
    }
  }

  /** Deletes the resource and its file. */
  void delete() {
    try {
      whenFree(
          "delete parallel data " + name,
          () -> clients.translate().deleteParallelData(request -> request.name(name)));
    } catch (EngineException e) {
      if (!(e.getCause() instanceof ResourceNotFoundException)) {
        throw e;
      }
    }
    bucket.delete(List.of(key));
  }

  private static String description(PairFile file) {
    return "AMTS " + file.fingerprint();
  }

  private boolean isCurrent(GetParallelDataResponse there, PairFile file) {
    return isUsable(there)
        && description(file).equals(there.parallelDataProperties().description());
  }

  private static boolean isUsable(GetParallelDataResponse there) {
    ParallelDataProperties properties = there.parallelDataProperties();
    return properties.status() == ParallelDataStatus.ACTIVE
        && properties.latestUpdateAttemptStatus() != ParallelDataStatus.FAILED;
  }

  /** The resource when nothing is being done to it; nothing if it does not exist. */
  private Optional<GetParallelDataResponse> settled() {
    for (int look = 0; ; look++) {
      GetParallelDataResponse there;
      try {
        there = clients.translate().getParallelData(request -> request.name(name));
      } catch (ResourceNotFoundException e) {
        return Optional.empty();
      } catch (SdkException e) {
        throw Failures.explain("look after parallel data " + name, e);
      }
      ParallelDataProperties properties = there.parallelDataProperties();
      boolean busy =
          switch (properties.status()) {
            case CREATING, UPDATING, DELETING -> true;
            default -> properties.latestUpdateAttemptStatus() == ParallelDataStatus.UPDATING;
          };
      if (!busy) {
        return Optional.of(there);
      }
      if (look == 0) {
        notes.accept("amazon: parallel data " + name + " is " + properties.statusAsString());
      }
      backoff.await(look, "parallel data " + name);
    }
  }

  /** Makes a request as soon as the service is not busy with other parallel data. */
  private void whenFree(String doing, Supplier<?> request) {
    for (int look = 0; ; look++) {
      try {
        request.get();
        return;
      } catch (ConcurrentModificationException | ConflictException | LimitExceededException e) {
        // The limit may also be that of resources in the account, which no waiting helps against.
        if (look == MOST_LOOKS || (e instanceof LimitExceededException && look > 20)) {
          throw Failures.explain(doing, e);
        }
        backoff.await(look, "other parallel data");
      } catch (SdkException e) {
        throw Failures.explain(doing, e);
      }
    }
  }

  private void report(GetParallelDataResponse made) {
    ParallelDataProperties properties = made.parallelDataProperties();
    long skipped = orZero(properties.skippedRecordCount());
    long failed = orZero(properties.failedRecordCount());
    notes.accept(
        "amazon: parallel data "
            + name
            + " is "
            + properties.statusAsString()
            + ": "
            + orZero(properties.importedRecordCount())
            + " records imported, "
            + skipped
            + " skipped, "
            + failed
            + " failed");
    ParallelDataDataLocation location =
        made.latestUpdateAttemptAuxiliaryDataLocation() == null
            ? made.auxiliaryDataLocation()
            : made.latestUpdateAttemptAuxiliaryDataLocation();
    if (skipped + failed > 0 && location != null) {
      ImportErrors.read(location.location())
          .forEach(line -> notes.accept("amazon: parallel data " + name + ": " + line));
    }
  }

  private static long orZero(@org.jspecify.annotations.Nullable Long count) {
    return count == null ? 0 : count;
  }
}
