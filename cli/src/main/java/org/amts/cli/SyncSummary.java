package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amts.sync.Action;
import org.amts.sync.DocumentFlow;
import org.amts.sync.DocumentPlan;
import org.amts.sync.Edit;
import org.amts.sync.Removal;
import org.amts.sync.SegmentChange;
import org.amts.sync.SyncPlan;

/** What synchronisation does, for people and as JSON. */
final class SyncSummary {

  /** Dollars for a million characters of Amazon Translate with parallel data. */
  private static final double AMAZON_PRICE = 60;

  private static final String AMAZON = "amazon";

  private final Table table =
      new Table("language", "action", "segments", "words", "estimated time", "cost");
  private final List<String> notes = new ArrayList<>();

  void add(SyncPlan plan, String engine) {
    int segments = 0;
    for (Map.Entry<Action, SyncPlan.Volume> entry : plan.volumes().entrySet()) {
      SyncPlan.Volume volume = entry.getValue();
      segments += volume.segments();
      if (volume.segments() > 0) {
        boolean paid = entry.getKey().needsEngine() && engine.equals(AMAZON);
        table.row(
            plan.language(),
            entry.getKey().code(),
            String.valueOf(volume.segments()),
            String.valueOf(volume.words()),
            entry.getKey().needsEngine() ? StatusSummary.estimatedTime(volume.words()) : "",
            paid
                ? String.format(Locale.ROOT, "$%.2f", volume.characters() * AMAZON_PRICE / 1e6)
                : "");
      }
    }
    if (!plan.removals().isEmpty()) {
      table.row(
          plan.language(),
          "remove",
          String.valueOf(plan.removals().size()),
          String.valueOf(plan.removals().stream().mapToInt(Removal::words).sum()),
          "",
          "");
    }
    notes.add(
        plan.language()
            + ": "
            + plan.unchanged()
            + " documents in step, "
            + plan.documents().size()
            + " to look at with "
            + segments
            + " segments, "
            + plan.vanished().size()
            + " without a source");
    for (DocumentFlow flow : plan.flows()) {
      if (flow.kind() != DocumentFlow.Kind.MOVED_TEXT) {
        notes.add(
            flow.kind().name().toLowerCase(Locale.ROOT)
                + ": "
                + flow.from()
                + " -> "
                + flow.to()
                + " ("
                + flow.segments()
                + " segments)");
      }
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(table.lines());
    if (lines.size() == 1) {
      lines.clear();
    }
    lines.addAll(notes);
    return lines;
  }

  /** One line for each change: {@code file:line: action (class: words): text}. */
  static List<String> changes(SyncPlan plan) {
    List<String> lines = new ArrayList<>();
    for (DocumentPlan document : plan.documents()) {
      for (SegmentChange change : document.changes()) {
        if (change.action() != Action.KEEP) {
          lines.add(
              change.document()
                  + ":"
                  + change.line()
                  + ": "
                  + change.action().code()
                  + describe(change.edit())
                  + ": "
                  + change.source().replaceAll("\\s+", " "));
        }
      }
    }
    for (Removal removal : plan.removals()) {
      lines.add(removal.document() + ": remove: " + removal.source().replaceAll("\\s+", " "));
    }
    return lines;
  }

  private static String describe(Edit edit) {
    if (edit == null) {
      return "";
    }
    StringBuilder out = new StringBuilder(" (").append(edit.kind().code());
    edit.removed().forEach(word -> out.append(" -").append(word));
    edit.added().forEach(word -> out.append(" +").append(word));
    return out.append(')').toString();
  }

  static ObjectNode toJson(SyncPlan plan, boolean withChanges) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("language", plan.language()).put("unchangedDocuments", plan.unchanged());
    ObjectNode actions = node.putObject("actions");
    plan.volumes()
        .forEach(
            (action, volume) ->
                actions
                    .putObject(action.code())
                    .put("segments", volume.segments())
                    .put("words", volume.words())
                    .put("characters", volume.characters()));
    node.put("removed", plan.removals().size());
    ArrayNode flows = node.putArray("flows");
    plan.flows()
        .forEach(
            flow ->
                flows
                    .addObject()
                    .put("from", flow.from())
                    .put("to", flow.to())
                    .put("kind", flow.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("segments", flow.segments()));
    if (withChanges) {
      ArrayNode changes = node.putArray("changes");
      for (DocumentPlan document : plan.documents()) {
        document.changes().stream()
            .filter(change -> change.action() != Action.KEEP)
            .forEach(change -> add(change, changes.addObject()));
      }
    }
    return node;
  }

  private static void add(SegmentChange change, ObjectNode node) {
    node.put("document", change.document())
        .put("line", change.line())
        .put("action", change.action().code())
        .put("source", change.source())
        .put("before", change.before())
        .put("translation", change.translation());
    if (change.edit() != null) {
      node.put("class", change.edit().kind().code()).put("similarity", change.edit().similarity());
      ArrayNode removed = node.putArray("removedWords");
      change.edit().removed().forEach(removed::add);
      ArrayNode added = node.putArray("addedWords");
      change.edit().added().forEach(added::add);
    }
  }
}
