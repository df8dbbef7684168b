package org.amts.cli.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.amts.document.AtomicFile;
import org.amts.engine.LanguagePair;

/** Writes a {@link Report} to a folder. */
public final class ReportWriter {

  /** The page. */
  public static final String PAGE = "index.html";

  /** The figures for machines. */
  public static final String JSON = "report.json";

  /** Rises when a field of the JSON changes its meaning or goes. */
  private static final int FORMAT_VERSION = 1;

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .registerModule(
              new SimpleModule()
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addSerializer(LanguagePair.class, ToStringSerializer.instance));

  private ReportWriter() {}

  /**
   * Writes {@value #PAGE} and {@value #JSON}; files that are there are replaced as a whole.
   *
   * @param folder made if it is missing
   * @return the page's path
   */
  public static Path write(Report report, Path folder) throws IOException {
    AtomicFile.write(folder.resolve(JSON), json(report).getBytes(StandardCharsets.UTF_8));
    Path page = folder.resolve(PAGE);
    AtomicFile.write(page, ReportPage.of(report).getBytes(StandardCharsets.UTF_8));
    return page;
  }

  private static String json(Report report) throws IOException {
    ObjectNode root = MAPPER.createObjectNode().put("version", FORMAT_VERSION);
    root.setAll((ObjectNode) MAPPER.valueToTree(report));
    return MAPPER.writeValueAsString(root) + "\n";
  }
}
