package org.amts.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.amts.server.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobStoreTest {

  /** Seen once after a killed process: 200 documents were done, and 199 were counted. */
  @Test
  void countsTellWhatTheDocumentsTell(@TempDir Path folder) {
    try (Database database = Database.in(folder)) {
      JobStore store = new JobStore(database);
      database.transact(
          transaction -> {
            JobStore.add(transaction, "job", request(), Instant.EPOCH);
            return null;
          });
      store.begin("job", List.of(document(0), document(1), document(2), document(3)));
      store.end("job", 0, JobDocument.Outcome.TRANSLATED, 10, null);
      store.end("job", 1, JobDocument.Outcome.TRANSLATED, 10, null);
      store.end("job", 2, JobDocument.Outcome.CUSTOMER_ERROR, 0, null);
      database.transact(
          transaction -> transaction.update("UPDATE job SET translated = 1 WHERE id = ?", "job"));
      store.count("job");
      Job job = store.find("job").orElseThrow();
      assertThat(job.documents()).isEqualTo(4);
      assertThat(job.translated()).isEqualTo(2);
      assertThat(job.failed()).isEqualTo(1);
    }
  }

  private static JobDocument document(int number) {
    return new JobDocument(number, "es", number + ".txt", 10, null, 0, null);
  }

  private static JobRequest request() {
    return new JobRequest(
        "job",
        new JobRequest.InputDataConfig("s3://books/in/", "text/plain"),
        new JobRequest.OutputDataConfig("s3://books/out/", null),
        "arn:aws:iam::123456789012:role/any",
        "en",
        List.of("es"),
        null,
        null,
        null,
        null);
  }
}
