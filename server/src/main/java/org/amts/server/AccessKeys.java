package org.amts.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * The key with which clients sign their requests.
 *
 * @param id the access key's id, which is no secret
 * @param secret what only the client and the server know
 */
public record AccessKeys(String id, String secret) {

  private static final String FILE = "keys.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** Whether a data folder has keys already. */
  public static boolean exist(Path data) {
    return Files.exists(data.resolve(FILE));
  }

  /**
   * Reads the keys of a data folder, or makes new ones that only the owner of the folder can read.
   *
   * @throws IOException if they cannot be read or written
   */
  public static AccessKeys of(Path data) throws IOException {
    Path file = data.resolve(FILE);
    if (!Files.exists(file)) {
      generate().write(file);
    }
    JsonNode keys = JSON.readTree(Files.readAllBytes(file));
    AccessKeys read =
        new AccessKeys(keys.path("accessKeyId").asText(), keys.path("secretAccessKey").asText());
    if (read.id.isBlank() || read.secret.isBlank()) {
      throw new IOException(
          file + ": no accessKeyId or secretAccessKey; delete the file to get new keys");
    }
    return read;
  }

  /** New keys, in the form of AWS's. */
  static AccessKeys generate() {
    SecureRandom random = new SecureRandom();
    StringBuilder id = new StringBuilder("AKIA");
    for (int i = 0; i < 16; i++) {
      id.append(ID_CHARACTERS.charAt(random.nextInt(ID_CHARACTERS.length())));
    }
    byte[] secret = new byte[30];
    random.nextBytes(secret);
    return new AccessKeys(id.toString(), Base64.getEncoder().encodeToString(secret));
  }

  private void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] json =
        JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(Map.of("accessKeyId", id, "secretAccessKey", secret))
            .getBytes(StandardCharsets.UTF_8);
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      // Made with its permissions, so that nobody can open it in between.
      Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
          .close();
    }
    Files.write(file, json);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "AccessKeys[" + id + "]";
  }
}
