package org.amts.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amts.document.Block;
import org.amts.document.Document;
import org.amts.document.Replacement;
import org.amts.document.TextRange;
import org.amts.engine.Translation;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;

/**
 * Puts a translated document together: the source's own bytes, and what an engine made of its
 * segments. Everything that is not the text of a segment stays as it is.
 */
public final class DocumentWriter {

  /**
   * A written document.
   *
   * @param bytes the file
   * @param flags the segments that a person must look at, in file order
   * @param replacements what stands there in place of the source's text
   * @param breaking blocks that stay in the source language, because the engine's text would have
   *     changed the page
   */
  public record Written(
      byte[] bytes, List<Flag> flags, List<Replacement> replacements, Set<Integer> breaking) {}

  private final TargetStyle style;

  /**
   * @param style of the target language
   */
  public DocumentWriter(TargetStyle style) {
    this.style = style;
  }

  /**
   * Writes a document.
   *
   * @param source the source document, whose name tells its format
   * @param answers the engine's translations of its segments, by segment index; a segment without
   *     one, or on which the engine failed, stays in the source language
   */
  public Written write(SegmentedDocument source, Map<Integer, Translation> answers) {
    Document document = source.document();
    Map<Integer, String> texts = style.finish(source, answers);
    List<TargetBlock> blocks = new ArrayList<>();
    for (List<DocumentSegment> segments : byBlock(source)) {
      blocks.add(fromEngine(document, segments, texts));
    }
    List<TargetBlock> broken = new StructureCheck(document).breaking(blocks);
    blocks.removeAll(broken);
    Set<Integer> breaking = new HashSet<>();
    broken.forEach(block -> breaking.add(block.block()));
    List<Replacement> all =
        blocks.stream().flatMap(block -> block.replacements().stream()).toList();
    return new Written(document.render(all), flags(source, answers, breaking), all, breaking);
  }

  private TargetBlock fromEngine(
      Document document, List<DocumentSegment> segments, Map<Integer, String> texts) {
    Block block = document.blocks().get(segments.get(0).block());
    List<Replacement> replacements = new ArrayList<>();
    List<String> written = new ArrayList<>();
    for (DocumentSegment segment : segments) {
      String text = texts.get(segment.index());
      if (text == null) {
        written.add(segment.range().of(document.text()));
      } else {
        String escaped = block.escaping().escape(text);
        written.add(escaped);
        replacements.add(new Replacement(segment.range(), escaped));
      }
    }
    for (int i = 0; i + 1 < segments.size(); i++) {
      if (!texts.containsKey(segments.get(i).index())
          && !texts.containsKey(segments.get(i + 1).index())) {
        continue; // both stay as they are, and so does what stands between them
      }
      TextRange gap =
          new TextRange(segments.get(i).range().end(), segments.get(i + 1).range().start());
      String original = gap.of(document.text());
      String wanted = style.betweenSentences(written.get(i), original, written.get(i + 1));
      if (!wanted.equals(original)) {
        replacements.add(new Replacement(gap, wanted));
      }
    }
    return new TargetBlock(segments.get(0).block(), true, replacements);
  }

  private static List<Flag> flags(
      SegmentedDocument source, Map<Integer, Translation> answers, Set<Integer> breaking) {
    List<Flag> flags = new ArrayList<>();
    for (DocumentSegment segment : source.segments()) {
      Translation answer = answers.get(segment.index());
      if (answer != null && breaking.contains(segment.block())) {
        flags.add(Flag.of(source, segment, "not translated: the translation would break the page"));
      } else if (answer != null && answer.outcome() == Translation.Outcome.FAILED) {
        flags.add(Flag.of(source, segment, "not translated: the engine failed on it"));
      }
    }
    return flags;
  }

  private static List<List<DocumentSegment>> byBlock(SegmentedDocument source) {
    List<List<DocumentSegment>> blocks = new ArrayList<>();
    Map<Integer, List<DocumentSegment>> open = new HashMap<>();
    for (DocumentSegment segment : source.segments()) {
      open.computeIfAbsent(
              segment.block(),
              block -> {
                List<DocumentSegment> added = new ArrayList<>();
                blocks.add(added);
                return added;
              })
          .add(segment);
    }
    return blocks;
  }
}
