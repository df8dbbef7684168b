package org.amts.sync;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A section of the lock file: one document in one language. Immutable.
 *
 * @param language language of the translation, BCP 47
 * @param name the source's path from the book's root, with slashes
 * @param sourceId {@link ContentId} of the source file that the translation was made from
 * @param targetName the translation's path from the book's root, with slashes
 * @param targetId {@link ContentId} of the translated file as synchronisation left it
 * @param entries what renders what, in the order of the translation
 */
public record LockedDocument(
    String language,
    String name,
    String sourceId,
    String targetName,
    String targetId,
    List<LockEntry> entries) {

  /**
   * Copies the list and checks the ids.
   *
   * @throws IllegalArgumentException if an id is not 40 hexadecimal digits
   */
  public LockedDocument {
    entries = List.copyOf(entries);
    requireId(sourceId);
    requireId(targetId);
  }

  /** Whether the translation lacks segments that its source has. */
  public boolean isIncomplete() {
    return entries.stream().anyMatch(LockEntry::isMissing);
  }

  /** The same with every entry changed: {@code document.map(LockEntry::approved)}. */
  public LockedDocument map(UnaryOperator<LockEntry> change) {
    return new LockedDocument(
        language, name, sourceId, targetName, targetId, entries.stream().map(change).toList());
  }

  private static void requireId(String id) {
    if (!id.matches("[0-9a-f]{40}")) {
      throw new IllegalArgumentException("not a content id: " + id);
    }
  }
}
