package org.amts.sync;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A section of the lock file: one document in one language. Immutable. */
public final class LockedDocument {

  /** The length of a {@link ContentId}. */
  static final int ID = 40;

  private final String language;
  private final String name;
  private final String sourceId;
  private final String targetName;
  private final String targetId;
  private final LockedEntries entries;

  /**
   * @param language language of the translation, BCP 47
   * @param name the source's path from the book's root, with slashes
   * @param sourceId {@link ContentId} of the source file that the translation was made from
   * @param targetName the translation's path from the book's root, with slashes
   * @param targetId {@link ContentId} of the translated file as synchronisation left it
   * @param entries what renders what, in the order of the translation
   * @throws IllegalArgumentException if an id is not 40 hexadecimal digits
   */
  public LockedDocument(
      String language,
      String name,
      String sourceId,
      String targetName,
      String targetId,
      List<LockEntry> entries) {
    this(language, name, sourceId, targetName, targetId, LockedEntries.of(entries));
    requireId(sourceId);
    requireId(targetId);
  }

  LockedDocument(
      String language,
      String name,
      String sourceId,
      String targetName,
      String targetId,
      LockedEntries entries) {
    this.language = language;
    this.name = name;
    this.sourceId = sourceId;
    this.targetName = targetName;
    this.targetId = targetId;
    this.entries = entries;
  }

  private static void requireId(String id) {
    if (!id.matches("[0-9a-f]{40}")) {
      throw new IllegalArgumentException("not a content id: " + id);
    }
  }

  /** Language of the translation, BCP 47. */
  public String language() {
    return language;
  }

  /** The source's path from the book's root, with slashes. */
  public String name() {
    return name;
  }

  /** {@link ContentId} of the source file that the translation was made from. */
  public String sourceId() {
    return sourceId;
  }

  /** The translation's path from the book's root, with slashes. */
  public String targetName() {
    return targetName;
  }

  /** {@link ContentId} of the translated file as synchronisation left it. */
  public String targetId() {
    return targetId;
  }

  /** What renders what, in the order of the translation. */
  public List<LockEntry> entries() {
    return entries.all();
  }

  /** The lines of the entries. */
  String text() {
    return entries.text();
  }

  /** Whether the translation lacks segments that its source has. */
  public boolean isIncomplete() {
    return entries.anyMissing();
  }

  /** Whether it has a translation of any of these source segments. */
  boolean rendersAny(Set<String> sources) {
    return entries.renderAny(sources);
  }

  /** The same with every entry changed: {@code document.map(LockEntry::approved)}. */
  public LockedDocument map(UnaryOperator<LockEntry> change) {
    return new LockedDocument(
        language,
        name,
        sourceId,
        targetName,
        targetId,
        entries.all().stream().map(change).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LockedDocument that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** As it stands in the lock file. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    LockFileFormat.append(this, out);
    return out.toString();
  }
}
