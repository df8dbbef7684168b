package org.amts.server.paralleldata;

import java.time.Instant;
import java.util.List;
import org.amts.server.protocol.EncryptionKey;
import org.amts.server.protocol.ResourceName;
import org.jspecify.annotations.Nullable;

/**
 * Parallel data as it is kept. Immutable.
 *
 * @param name its name
 * @param description for people
 * @param encryptionKey as the client gave it
 * @param createdAt when it was asked for
 * @param lastUpdatedAt when it changed
 * @param status where it is in its life
 * @param current the version in use; null before the first import has succeeded
 * @param attempt the latest import, whether it has ended or not
 */
record StoredParallelData(
    String name,
    @Nullable String description,
    @Nullable EncryptionKey encryptionKey,
    Instant createdAt,
    Instant lastUpdatedAt,
    ParallelDataStatus status,
    @Nullable Imported current,
    Attempt attempt) {

  /** What the tables of the database and names of AWS call it. */
  static final String KIND = "parallel-data";

  /**
   * What an import has brought.
   *
   * @param version id of the import; each has files of its own
   * @param config where it came from
   * @param source language code
   * @param targets language codes
   * @param characters of all pairs, in code points
   * @param records pairs that were taken
   * @param failed records that break the rules of the format
   * @param skipped records that were left out
   */
  record Imported(
      String version,
      ParallelDataConfig config,
      String source,
      List<String> targets,
      long characters,
      long records,
      long failed,
      long skipped) {}

  /**
   * An import.
   *
   * @param version id of the import
   * @param config where the file is
   * @param description the new one; null to leave it
   * @param update whether it is not the first
   * @param status CREATING or UPDATING while it lasts, then ACTIVE or FAILED
   * @param at when it was asked for
   * @param message why it failed
   */
  record Attempt(
      String version,
      ParallelDataConfig config,
      @Nullable String description,
      boolean update,
      ParallelDataStatus status,
      Instant at,
      @Nullable String message) {

    boolean isRunning() {
      return status == ParallelDataStatus.CREATING || status == ParallelDataStatus.UPDATING;
    }

    Attempt ended(ParallelDataStatus outcome, @Nullable String why) {
      return new Attempt(version, config, description, update, outcome, at, why);
    }
  }

  /** The same with an update that has been asked for. */
  StoredParallelData updating(Attempt update) {
    return new StoredParallelData(
        name,
        description,
        encryptionKey,
        createdAt,
        lastUpdatedAt,
        ParallelDataStatus.UPDATING,
        current,
        update);
  }

  /** The same after its import has succeeded. */
  StoredParallelData imported(Imported result, Instant now) {
    return new StoredParallelData(
        name,
        attempt.description == null ? description : attempt.description,
        encryptionKey,
        createdAt,
        now,
        ParallelDataStatus.ACTIVE,
        result,
        attempt.ended(ParallelDataStatus.ACTIVE, null));
  }

  /** The same after its import has failed; an earlier version stays in use. */
  StoredParallelData failed(String why, Instant now) {
    return new StoredParallelData(
        name,
        description,
        encryptionKey,
        createdAt,
        now,
        current == null ? ParallelDataStatus.FAILED : ParallelDataStatus.ACTIVE,
        current,
        attempt.ended(ParallelDataStatus.FAILED, why));
  }

  ParallelDataProperties properties() {
    return new ParallelDataProperties(
        name,
        ResourceName.of(KIND, name),
        description,
        status,
        current == null ? null : current.source,
        current == null ? null : current.targets,
        current == null ? attempt.config : current.config,
        attempt.message,
        current == null ? null : current.characters,
        current == null ? null : current.records,
        current == null ? null : current.failed,
        current == null ? null : current.skipped,
        encryptionKey,
        createdAt,
        lastUpdatedAt,
        attempt.update ? attempt.status : null,
        attempt.update ? attempt.at : null);
  }

  static String reportKey(String name, String version) {
    return KIND + "/" + name + "/" + version + "/problems.json";
  }

  static String fileKey(String name, String version, ParallelDataConfig config) {
    return KIND + "/" + name + "/" + version + "/pairs." + extension(config);
  }

  static String extension(ParallelDataConfig config) {
    if (config.format() == null) {
      throw new IllegalArgumentException("no format");
    }
    return config.format().extension();
  }
}
