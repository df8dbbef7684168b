package org.amts.server.tags;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.Operations;
import org.amts.server.protocol.ResourceName;
import org.amts.server.protocol.ServiceException;
import org.amts.server.store.Database;
import org.jspecify.annotations.Nullable;

/** The tags of resources. Safe for use by many threads. */
public final class Tags {

  private static final int MOST = 50;

  private final Database database;

  /**
   * @param database where they are kept
   */
  public Tags(Database database) {
    this.database = database;
  }

  record ListTags(String resourceArn) {}

  record ListTagsAnswer(List<Tag> tags) {}

  record TagResource(String resourceArn, List<Tag> tags) {}

  record UntagResource(String resourceArn, List<String> tagKeys) {}

  /** Adds the operations on tags. */
  public void addTo(Operations.Builder operations) {
    operations
        .on("ListTagsForResource", ListTags.class, this::list)
        .onWithoutAnswer("TagResource", TagResource.class, this::tag)
        .onWithoutAnswer("UntagResource", UntagResource.class, this::untag);
  }

  /**
   * Adds tags to a resource, as part of the transaction that makes it.
   *
   * @throws ServiceException if there are too many
   */
  public static void add(Database.Transaction transaction, String arn, @Nullable List<Tag> tags)
      throws SQLException {
    if (tags == null) {
      return;
    }
    Map<String, String> byKey = new LinkedHashMap<>();
    tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
    for (Map.Entry<String, String> tag : byKey.entrySet()) {
      transaction.update("DELETE FROM tag WHERE arn = ? AND tag_key = ?", arn, tag.getKey());
      transaction.update(
          "INSERT INTO tag (arn, tag_key, tag_value) VALUES (?, ?, ?)",
          arn,
          tag.getKey(),
          tag.getValue());
    }
    if (read(transaction, arn).size() > MOST) {
      throw new ServiceException(
          ErrorType.TOO_MANY_TAGS,
          "a resource has at most " + MOST + " tags",
          Map.of("ResourceArn", arn));
    }
  }

  /** Removes all tags of a resource, as part of the transaction that deletes it. */
  public static void clear(Database.Transaction transaction, String arn) throws SQLException {
    transaction.update("DELETE FROM tag WHERE arn = ?", arn);
  }

  private ListTagsAnswer list(ListTags request) {
    return database.transact(
        transaction -> {
          String arn = existing(transaction, request.resourceArn);
          return new ListTagsAnswer(read(transaction, arn));
        });
  }

  private void tag(TagResource request) {
    database.transact(
        transaction -> {
          add(transaction, existing(transaction, request.resourceArn), request.tags);
          return null;
        });
  }

  private void untag(UntagResource request) {
    database.transact(
        transaction -> {
          String arn = existing(transaction, request.resourceArn);
          for (String key : request.tagKeys) {
            transaction.update("DELETE FROM tag WHERE arn = ? AND tag_key = ?", arn, key);
          }
          return null;
        });
  }

  private static List<Tag> read(Database.Transaction transaction, String arn) throws SQLException {
    return transaction.list(
        "SELECT tag_key, tag_value FROM tag WHERE arn = ? ORDER BY tag_key",
        row -> new Tag(row.text("tag_key"), row.text("tag_value")),
        arn);
  }

  /** The name under which tags are kept, whatever region and account the client names. */
  private static String existing(Database.Transaction transaction, String arn) throws SQLException {
    String[] parts = arn.split(":", 6);
    String[] path = parts.length == 6 ? parts[5].split("/") : new String[0];
    if (path.length < 2 || !parts[0].equals("arn") || !parts[2].equals("translate")) {
      throw new ServiceException(
          ErrorType.INVALID_PARAMETER_VALUE,
          "ResourceArn is not the ARN of a resource of Translate");
    }
    if (transaction
        .first(
            "SELECT name FROM resource WHERE kind = ? AND name = ?",
            row -> row.text("name"),
            path[0],
            path[1])
        .isEmpty()) {
      throw new ServiceException(ErrorType.RESOURCE_NOT_FOUND, "there is no such resource");
    }
    return ResourceName.of(path[0], path[1]);
  }
}
