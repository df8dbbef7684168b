package org.amts.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amts.document.Block;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.Replacement;

/**
 * Finds translations that would change what a document is: a sentence that begins like a list item,
 * a formula that swallows the next word, an asterisk too many. The translated document is parsed
 * again and must have the same blocks, the same untranslated blocks to the letter, and in each
 * block the same protected inlines.
 */
public final class StructureCheck {

  private final Document document;
  private final List<Replacement> given;
  private final List<Signature> expected;

  /**
   * A check of one document.
   *
   * @param document the source document, whose structure the translation must have
   */
  public StructureCheck(Document document) {
    this(document, List.of());
  }

  /**
   * A check of a document that is always written with some stretches replaced.
   *
   * @param document the source document
   * @param given what is replaced; the translation must have the structure that it gives
   */
  public StructureCheck(Document document, List<Replacement> given) {
    this.document = document;
    this.given = List.copyOf(given);
    this.expected = signatures(parsed(List.of()));
  }

  /**
   * The blocks whose new text breaks the document.
   *
   * @param blocks all that is to be written
   * @return those that an engine wrote and that must stay in the source language; usually none
   */
  public List<TargetBlock> breaking(List<TargetBlock> blocks) {
    List<Replacement> all =
        blocks.stream().flatMap(block -> block.replacements().stream()).toList();
    return holds(all) ? List.of() : culprits(blocks);
  }

  /** Those of the blocks that an engine wrote and that break the document, each tried alone. */
  public List<TargetBlock> culprits(List<TargetBlock> blocks) {
    List<TargetBlock> breaking = new ArrayList<>();
    for (TargetBlock block : blocks) {
      if (block.fromEngine() && !holds(block.replacements())) {
        breaking.add(block);
      }
    }
    return breaking;
  }

  /** Whether the document with some of its text replaced has the same structure. */
  public boolean holds(List<Replacement> replacements) {
    return holds(parsed(replacements));
  }

  /** Whether a document that was made of this one has the same structure. */
  public boolean holds(Document rendered) {
    return signatures(rendered).equals(expected);
  }

  /** Whether at least its blocks are the same, though not what is protected inside them. */
  public boolean keepsBlocks(List<Replacement> replacements) {
    return withoutInlines(signatures(parsed(replacements))).equals(withoutInlines(expected));
  }

  private Document parsed(List<Replacement> replacements) {
    List<Replacement> all = new ArrayList<>(given);
    all.addAll(replacements);
    return all.isEmpty() ? document : DocumentFormats.parse(document.name(), document.render(all));
  }

  private static List<Signature> withoutInlines(List<Signature> signatures) {
    return signatures.stream()
        .map(s -> new Signature(s.kind(), s.untranslated(), Map.of()))
        .toList();
  }

  private static List<Signature> signatures(Document document) {
    return document.blocks().stream().map(block -> signature(document, block)).toList();
  }

  private static Signature signature(Document document, Block block) {
    if (!block.isTranslatable()) {
      return new Signature(block.kind().name(), block.range().of(document.text()), Map.of());
    }
    Map<String, Integer> counts = new HashMap<>();
    for (Inline inline : block.inlines()) {
      if (inline.kind() != InlineKind.TEXT && inline.kind() != InlineKind.SOFT_BREAK) {
        counts.merge(inline.kind() + " " + inline.text(), 1, Integer::sum);
      }
    }
    return new Signature(block.kind() + " " + block.level(), "", counts);
  }

  private record Signature(
      String kind, String untranslated, Map<String, Integer> protectedInlines) {
    Signature {
      Objects.requireNonNull(kind);
    }
  }
}
