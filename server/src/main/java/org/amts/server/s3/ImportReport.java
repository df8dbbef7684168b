package org.amts.server.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.amts.document.Diagnostic;

/** The file that tells what was wrong with an import, in the form of Amazon's. */
public final class ImportReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ImportReport() {}

  /**
   * Makes the file's bytes.
   *
   * @param failed records that break the rules of the format
   * @param skipped records that were left out
   * @param problems the first of both, with their lines
   */
  public static byte[] of(int failed, int skipped, List<Diagnostic> problems) {
    ObjectNode report = JSON.createObjectNode();
    report
        .putObject("summary")
        .put("record_error_count", failed)
        .put("record_skipped_count", skipped);
    ArrayNode messages = report.putArray("messages");
    for (Diagnostic problem : problems) {
      messages
          .addObject()
          .put("content", "Line " + problem.line())
          .put("message", problem.message());
    }
    try {
      return JSON.writeValueAsBytes(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
