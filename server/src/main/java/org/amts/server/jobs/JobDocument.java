package org.amts.server.jobs;

import org.amts.server.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * A document of a job in one target language.
 *
 * @param number in the job, from 0
 * @param target language code
 * @param key of the document, below the folder of the input
 * @param bytes of the document
 * @param outcome null until it is done
 * @param characters that were translated
 * @param detail JSON for the report; why it failed, if it did
 */
record JobDocument(
    int number,
    String target,
    String key,
    long bytes,
    @Nullable Outcome outcome,
    long characters,
    @Nullable String detail) {

  /** How it ended. */
  enum Outcome {
    /** The translation is written. */
    TRANSLATED,
    /** The document cannot be read: its owner must do something. */
    CUSTOMER_ERROR,
    /** The server failed. */
    SERVER_ERROR
  }

  /** Reads a row of the table job_document. */
  static JobDocument read(Database.Row row) {
    String outcome = row.textOrNull("outcome");
    return new JobDocument(
        (int) row.number("number"),
        row.text("target"),
        row.text("object_key"),
        row.number("bytes"),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.number("characters"),
        row.textOrNull("detail"));
  }

  /** Where the translation goes, below the folder of the output: {@code a/es.b.html}. */
  String targetKey() {
    int name = key.lastIndexOf('/') + 1;
    return key.substring(0, name) + target + "." + key.substring(name);
  }
}
