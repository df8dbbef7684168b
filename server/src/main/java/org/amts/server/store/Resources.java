package org.amts.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.amts.server.protocol.WireFormat;

/**
 * Named resources of one kind, each a record that is kept as JSON. Immutable; safe for use by many
 * threads.
 *
 * @param kind in the table
 * @param type of the records
 */
public record Resources<T>(String kind, Class<T> type) {

  /** The resource of a name. */
  public Optional<T> find(Database.Transaction transaction, String name) throws SQLException {
    return transaction.first(
        "SELECT body FROM resource WHERE kind = ? AND name = ?", this::read, kind, name);
  }

  /** The next resources in the order of their names. */
  public List<T> after(Database.Transaction transaction, String name, int most)
      throws SQLException {
    return transaction.list(
        "SELECT body FROM resource WHERE kind = ? AND name > ? ORDER BY name LIMIT " + most,
        this::read,
        kind,
        name);
  }

  /** Keeps a resource, in the place of the one that has its name. */
  public void put(Database.Transaction transaction, String name, T resource) throws SQLException {
    String body;
    try {
      body = WireFormat.JSON.writeValueAsString(resource);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    if (transaction.update(
            "UPDATE resource SET body = ? WHERE kind = ? AND name = ?", body, kind, name)
        == 0) {
      transaction.update(
          "INSERT INTO resource (kind, name, body) VALUES (?, ?, ?)", kind, name, body);
    }
  }

  /** Forgets a resource, and whether there was one. */
  public boolean delete(Database.Transaction transaction, String name) throws SQLException {
    return transaction.update("DELETE FROM resource WHERE kind = ? AND name = ?", kind, name) > 0;
  }

  private T read(Database.Row row) {
    try {
      return WireFormat.JSON.readValue(row.text("body"), type);
    } catch (JsonProcessingException e) {
      throw new DatabaseException("a " + kind + " in the database cannot be read", e);
    }
  }
}
