package org.amts.sync;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.amts.document.Diagnostic;

/**
 * What a synchronisation of one language will do. Nothing has been changed yet. Immutable.
 *
 * @param language the target language
 * @param documents documents with anything to do, by name; all others stay as they are
 * @param unchanged how many documents stay as they are
 * @param vanished documents whose source is gone; their translations are removed
 * @param removals translations whose source is gone
 * @param flows text that went from one document to another
 * @param diagnostics what could not be compared, and why
 * @param lock the lock file that the plan starts from
 * @param adopted sections for documents that the lock did not know, by evidence
 */
public record SyncPlan(
    String language,
    List<DocumentPlan> documents,
    int unchanged,
    List<LockedDocument> vanished,
    List<Removal> removals,
    List<DocumentFlow> flows,
    List<Diagnostic> diagnostics,
    LockFile lock,
    List<AdoptedDocument> adopted) {

  /** Copies the lists. */
  public SyncPlan {
    documents = List.copyOf(documents);
    vanished = List.copyOf(vanished);
    removals = List.copyOf(removals);
    flows = List.copyOf(flows);
    diagnostics = List.copyOf(diagnostics);
    adopted = List.copyOf(adopted);
  }

  /**
   * How much work an action is.
   *
   * @param segments segments of the new source
   * @param words their words
   * @param characters their characters, which paid engines count
   */
  public record Volume(int segments, int words, long characters) {

    /** Nothing. */
    public static final Volume NONE = new Volume(0, 0, 0);

    Volume plus(SegmentChange change) {
      return new Volume(
          segments + change.segments(),
          words + change.words(),
          characters + change.source().length());
    }
  }

  /** The volume of each action in the documents with anything to do; none is missing. */
  public Map<Action, Volume> volumes() {
    Map<Action, Volume> volumes = new EnumMap<>(Action.class);
    for (Action action : Action.values()) {
      volumes.put(action, Volume.NONE);
    }
    for (DocumentPlan document : documents) {
      for (SegmentChange change : document.changes()) {
        volumes.computeIfPresent(change.action(), (action, volume) -> volume.plus(change));
      }
    }
    return volumes;
  }

  /** Whether the translations are as the source is: nothing would be written. */
  public boolean isInStep() {
    return vanished.isEmpty() && documents.stream().allMatch(DocumentPlan::keepsFile);
  }
}
