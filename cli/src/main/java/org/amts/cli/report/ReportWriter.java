package org.amts.cli.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
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
    Files.createDirectories(folder);
    replace(folder.resolve(JSON), json(report));
    return replace(folder.resolve(PAGE), ReportPage.of(report));
  }

  private static String json(Report report) throws IOException {
    ObjectNode root = MAPPER.createObjectNode().put("version", FORMAT_VERSION);
    root.setAll((ObjectNode) MAPPER.valueToTree(report));
    return MAPPER.writeValueAsString(root) + "\n";
  }

  private static Path replace(Path file, String content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.writeString(temporary, content, StandardCharsets.UTF_8);
      return Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
