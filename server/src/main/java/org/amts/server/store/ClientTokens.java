package org.amts.server.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.ServiceException;

/**
 * The tokens by which clients mark a request that they may send again: it is fulfilled once. Tokens
 * are kept for good; one takes some 200 bytes.
 */
public final class ClientTokens {

  private ClientTokens() {}

  /**
   * What a token was used for before.
   *
   * @param request the whole request, which must be the same
   * @param mismatch the error to answer with if it is not
   * @return name or id of what was made; empty if the token is new
   * @throws ServiceException if the token was used for another request
   */
  public static Optional<String> find(
      Database.Transaction transaction,
      String operation,
      String token,
      Object request,
      ErrorType mismatch)
      throws SQLException {
    record Used(String fingerprint, String resource) {}
    Optional<Used> used =
        transaction.first(
            "SELECT fingerprint, resource FROM client_token WHERE operation = ? AND token = ?",
            row -> new Used(row.text("fingerprint"), row.text("resource")),
            operation,
            token);
    if (used.isPresent() && !used.get().fingerprint.equals(fingerprint(request))) {
      throw new ServiceException(
          mismatch, "the ClientToken was used for another request; make a new one");
    }
    return used.map(Used::resource);
  }

  /** Remembers what a token was used for. */
  public static void add(
      Database.Transaction transaction,
      String operation,
      String token,
      Object request,
      String resource)
      throws SQLException {
    transaction.update(
        "INSERT INTO client_token (operation, token, fingerprint, resource, created_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        operation,
        token,
        fingerprint(request),
        resource,
        Instant.now().toEpochMilli());
  }

  private static String fingerprint(Object request) {
    try {
      // Requests are records of records, lists and strings: their text says all that is in them.
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(request.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
