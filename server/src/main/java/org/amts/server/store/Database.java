package org.amts.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The database. What a transaction has written is there after a crash of the process. Safe for use
 * by many threads.
 */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 16;

  private final HikariDataSource connections;

  private Database(HikariDataSource connections) {
    this.connections = connections;
  }

  /**
   * Opens the database of a data folder, and makes it if it is missing.
   *
   * @throws DatabaseException if it cannot be opened: another server may use it
   */
  public static Database in(Path data) {
    // Without a delay, a commit is on its way to the disk before it is reported.
    return open("jdbc:h2:file:" + data.toAbsolutePath().resolve("amts") + ";WRITE_DELAY=0");
  }

  /**
   * Opens a database, and makes its tables if they are missing.
   *
   * @param url JDBC URL, with user and password if it needs them
   * @throws DatabaseException if it cannot be opened
   */
  public static Database open(String url) {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(url);
    configuration.setMaximumPoolSize(CONNECTIONS);
    configuration.setPoolName("amts");
    try {
      Database database = new Database(new HikariDataSource(configuration));
      database.makeTables();
      return database;
    } catch (RuntimeException e) {
      throw new DatabaseException("cannot open the database: " + rootMessage(e), e);
    }
  }

  /** Work on the database that is done as a whole or not at all. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {

    /** Does it. */
    T run(Transaction transaction) throws SQLException;
  }

  /**
   * Does work in a transaction; an exception undoes it.
   *
   * @throws DatabaseException if the database fails
   */
  public <T extends @Nullable Object> T transact(Work<T> work) {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(new Transaction(connection));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseException("the database failed: " + e.getMessage(), e);
    }
  }

  /** Statements of one transaction. Used by one thread, and not after its work has ended. */
  public static final class Transaction {

    private final Connection connection;

    private Transaction(Connection connection) {
      this.connection = connection;
    }

    /**
     * Changes rows.
     *
     * @return how many
     */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
      try (PreparedStatement statement = prepare(sql, parameters)) {
        return statement.executeUpdate();
      }
    }

    /** Changes rows by the same statement with many lists of parameters. */
    public void updateAll(String sql, List<@Nullable Object[]> parameterLists) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (@Nullable Object[] parameters : parameterLists) {
          set(statement, parameters);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, Function<Row, T> reader, @Nullable Object... parameters)
        throws SQLException {
      try (PreparedStatement statement = prepare(sql, parameters);
          ResultSet rows = statement.executeQuery()) {
        List<T> list = new ArrayList<>();
        Row row = new Row(rows);
        while (rows.next()) {
          list.add(reader.apply(row));
        }
        return list;
      }
    }

    /** The first row of a query. */
    public <T> Optional<T> first(
        String sql, Function<Row, T> reader, @Nullable Object... parameters) throws SQLException {
      List<T> rows = list(sql, reader, parameters);
      return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters)
        throws SQLException {
      PreparedStatement statement = connection.prepareStatement(sql);
      set(statement, parameters);
      return statement;
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters)
        throws SQLException {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
    }
  }

  /** A row of a result. Valid while it is read. */
  public static final class Row {

    private final ResultSet rows;

    private Row(ResultSet rows) {
      this.rows = rows;
    }

    /** A text; empty if it is null. */
    public String text(String column) {
      String text = textOrNull(column);
      return text == null ? "" : text;
    }

    /** A text, or null. */
    public @Nullable String textOrNull(String column) {
      try {
        return rows.getString(column);
      } catch (SQLException e) {
        throw new DatabaseException("no column " + column, e);
      }
    }

    /** A number; 0 if it is null. */
    public long number(String column) {
      try {
        return rows.getLong(column);
      } catch (SQLException e) {
        throw new DatabaseException("no column " + column, e);
      }
    }
  }

  @Override
  public void close() {
    connections.close();
  }

  private void makeTables() {
    String script;
    try (InputStream file = Database.class.getResourceAsStream("tables.sql")) {
      script =
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
              .replaceAll("--[^\n]*", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    transact(
        transaction -> {
          for (String statement : script.split(";")) {
            if (!statement.isBlank()) {
              transaction.update(statement);
            }
          }
          return null;
        });
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
