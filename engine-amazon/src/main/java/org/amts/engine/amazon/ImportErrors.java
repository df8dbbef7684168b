package org.amts.engine.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;

/** The error file of an import, which the service gives as an address that is open for a while. */
final class ImportErrors {

  private static final int SHOWN = 10;
  private static final int TIMEOUT_MILLISECONDS = 10_000;

  private ImportErrors() {}

  /**
   * The first messages of an error file. One that cannot be read is itself a message: the import is
   * done, whatever can be said about it.
   */
  static List<String> read(String address) {
    List<String> lines = new ArrayList<>();
    try {
      URLConnection connection = URI.create(address).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
      connection.setReadTimeout(TIMEOUT_MILLISECONDS);
      JsonNode messages;
      try (InputStream in = connection.getInputStream()) {
        messages = new ObjectMapper().readTree(in).path("messages");
      }
      for (JsonNode message : messages) {
        if (lines.size() == SHOWN) {
          lines.add("and " + (messages.size() - SHOWN) + " more");
          break;
        }
        lines.add(message.path("content").asText() + ": " + message.path("message").asText());
      }
    } catch (IOException | IllegalArgumentException e) {
      lines.add("its error file cannot be read: " + e.getMessage());
    }
    return lines;
  }
}
