package org.amts.server.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.amts.server.protocol.WireFormat;
import org.amts.server.store.Database;
import org.jspecify.annotations.Nullable;

/** Jobs and their documents in the database. Safe for use by many threads. */
final class JobStore {

  private static final String UNFINISHED = "status IN ('SUBMITTED','IN_PROGRESS','STOP_REQUESTED')";

  private final Database database;

  JobStore(Database database) {
    this.database = database;
  }

  /** Adds a job, as part of a transaction. */
  static void add(Database.Transaction transaction, String id, JobRequest request, Instant now)
      throws SQLException {
    try {
      transaction.update(
          "INSERT INTO job (id, name, status, submitted_at, body, documents, translated, failed)"
              + " VALUES (?, ?, ?, ?, ?, 0, 0, 0)",
          id,
          request.jobName(),
          JobStatus.SUBMITTED.name(),
          now.toEpochMilli(),
          WireFormat.JSON.writeValueAsString(request));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many jobs have not ended, as part of a transaction. */
  static long unfinished(Database.Transaction transaction) throws SQLException {
    return transaction
        .first("SELECT COUNT(*) AS n FROM job WHERE " + UNFINISHED, row -> row.number("n"))
        .orElse(0L);
  }

  Optional<Job> find(String id) {
    return database.transact(
        transaction -> transaction.first("SELECT * FROM job WHERE id = ?", Job::read, id));
  }

  /** The ids of jobs that have not ended, the oldest first. */
  List<String> unfinished() {
    return database.transact(
        transaction ->
            transaction.list(
                "SELECT id FROM job WHERE " + UNFINISHED + " ORDER BY submitted_at, id",
                row -> row.text("id")));
  }

  /** Jobs that a condition holds for, in an order. */
  List<Job> list(String condition, String order, List<Object> parameters, int most) {
    return database.transact(
        transaction ->
            transaction.list(
                "SELECT * FROM job WHERE " + condition + " ORDER BY " + order + " LIMIT " + most,
                Job::read,
                parameters.toArray()));
  }

  /**
   * Notes what a job consists of, and that it has begun.
   *
   * @return whether it has; not if it was begun or stopped before
   */
  boolean begin(String id, List<JobDocument> documents) {
    return database.transact(
        transaction -> {
          if (transaction.update(
                  "UPDATE job SET status = 'IN_PROGRESS', documents = ?"
                      + " WHERE id = ? AND status = 'SUBMITTED'",
                  documents.size(),
                  id)
              == 0) {
            return false;
          }
          List<@Nullable Object[]> rows = new ArrayList<>();
          for (JobDocument document : documents) {
            rows.add(
                new Object[] {
                  id, document.number(), document.target(), document.key(), document.bytes()
                });
          }
          transaction.updateAll(
              "INSERT INTO job_document (job, number, target, object_key, bytes)"
                  + " VALUES (?, ?, ?, ?, ?)",
              rows);
          return true;
        });
  }

  /** The next documents that are not done. */
  List<JobDocument> open(String id, int after, int most) {
    return database.transact(
        transaction ->
            transaction.list(
                "SELECT * FROM job_document WHERE job = ? AND number > ? AND outcome IS NULL"
                    + " ORDER BY number LIMIT "
                    + most,
                JobDocument::read,
                id,
                after));
  }

  /** Documents for people to look at: first those that failed, then those that are done. */
  List<JobDocument> toShow(String id, int most) {
    return database.transact(
        transaction ->
            transaction.list(
                "SELECT * FROM job_document WHERE job = ? ORDER BY CASE WHEN outcome IS NULL THEN 2"
                    + " WHEN outcome = 'TRANSLATED' THEN 1 ELSE 0 END, number LIMIT "
                    + most,
                JobDocument::read,
                id));
  }

  /** The next documents of a language, done or not. */
  List<JobDocument> documents(String id, String target, int after, int most) {
    return database.transact(
        transaction ->
            transaction.list(
                "SELECT * FROM job_document WHERE job = ? AND target = ? AND number > ?"
                    + " ORDER BY number LIMIT "
                    + most,
                JobDocument::read,
                id,
                target,
                after));
  }

  /** Whether a job has a document, by its key below the folder of the input. */
  boolean hasDocument(String id, String target, String key) {
    return database.transact(
        transaction ->
            transaction
                .first(
                    "SELECT number FROM job_document"
                        + " WHERE job = ? AND target = ? AND object_key = ?",
                    row -> row.number("number"),
                    id,
                    target,
                    key)
                .isPresent());
  }

  /** Notes how a document has ended; the second time nothing happens. */
  void end(
      String id,
      int number,
      JobDocument.Outcome outcome,
      long characters,
      @Nullable String detail) {
    database.transact(
        transaction -> {
          if (transaction.update(
                  "UPDATE job_document SET outcome = ?, characters = ?, detail = ?"
                      + " WHERE job = ? AND number = ? AND outcome IS NULL",
                  outcome.name(),
                  characters,
                  detail,
                  id,
                  number)
              > 0) {
            String counter = outcome == JobDocument.Outcome.TRANSLATED ? "translated" : "failed";
            transaction.update(
                "UPDATE job SET " + counter + " = " + counter + " + 1 WHERE id = ?", id);
          }
          return null;
        });
  }

  /**
   * Counts the documents of a job that are done, and notes it. The counts are kept while a job
   * runs, for those who ask how far it is; whether it is complete, the documents themselves tell.
   */
  void count(String id) {
    database.transact(
        transaction ->
            transaction.update(
                "UPDATE job SET translated = (SELECT COUNT(*) FROM job_document"
                    + " WHERE job = ? AND outcome = 'TRANSLATED'),"
                    + " failed = (SELECT COUNT(*) FROM job_document"
                    + " WHERE job = ? AND outcome IS NOT NULL AND outcome <> 'TRANSLATED')"
                    + " WHERE id = ?",
                id,
                id,
                id));
  }

  /** Moves a job from one of some states to another, and says whether it was in one of them. */
  boolean move(String id, List<JobStatus> from, JobStatus to, @Nullable String message) {
    String states =
        from.stream().map(status -> "'" + status + "'").collect(Collectors.joining(","));
    boolean ended =
        switch (to) {
          case SUBMITTED, IN_PROGRESS, STOP_REQUESTED -> false;
          default -> true;
        };
    return database.transact(
        transaction ->
            transaction.update(
                    "UPDATE job SET status = ?, message = ?, ended_at = "
                        + (ended ? Instant.now().toEpochMilli() : "NULL")
                        + " WHERE id = ? AND status IN ("
                        + states
                        + ")",
                    to.name(),
                    message,
                    id)
                > 0);
  }
}
