package org.amts.align;

import java.util.List;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Placeholder;
import org.amts.segment.SegmentedDocument;

/**
 * Makes {@link Units} from sentences and documents, all with one {@link Vocabulary}. Not safe for
 * use by several threads at once.
 */
final class UnitReader {

  /** Blocks that mark a place with more lines than this are known by their first ones. */
  private static final int MOST_LINES = 40;

  private final Vocabulary vocabulary = new Vocabulary();
  private final Tokenizer tokenizer = new Tokenizer();

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * Reads sentences.
   *
   * @param machineTranslations one for each sentence, or none at all
   */
  Units sentences(List<String> sentences, List<String> machineTranslations) {
    Units.Builder units = new Units.Builder();
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      units.unit(i, Units.NO_BLOCK, BlockKind.PARAGRAPH, 0, length(sentence));
      tokenizer.tokenize(sentence, token -> units.token(vocabulary.idOf(token)));
      addMachineTranslation(units, machineTranslations, i);
    }
    return units.build();
  }

  /**
   * Reads a document: its segments, and between them the blocks that are not translated.
   *
   * @param machineTranslations one for each segment, or none at all
   */
  Units document(SegmentedDocument segmented, List<String> machineTranslations) {
    Units.Builder units = new Units.Builder();
    Document document = segmented.document();
    List<DocumentSegment> segments = segmented.segments();
    int next = 0;
    for (int i = 0; i < document.blocks().size(); i++) {
      Block block = document.blocks().get(i);
      boolean isMarker = next == segments.size() || segments.get(next).block() != i;
      if (isMarker) {
        marker(units, document, i);
      }
      for (; next < segments.size() && segments.get(next).block() == i; next++) {
        DocumentSegment segment = segments.get(next);
        units.unit(next, i, block.kind(), block.level(), length(segment.segment().text()));
        tokenizer.tokenize(segment.segment(), token -> units.token(vocabulary.idOf(token)));
        addMachineTranslation(units, machineTranslations, next);
      }
    }
    return units.build();
  }

  private void marker(Units.Builder units, Document document, int block) {
    units.unit(Units.NO_SEGMENT, block, document.blocks().get(block).kind(), 0, 0);
    int[] lines = {0};
    tokenizer.tokenizeUntranslated(
        document.blocks().get(block).range().of(document.text()),
        token -> {
          if (lines[0]++ < MOST_LINES) {
            units.token(vocabulary.idOf(token));
          }
        });
  }

  /** The words of a machine translation are more words of the source sentence. */
  private void addMachineTranslation(Units.Builder units, List<String> translations, int i) {
    if (!translations.isEmpty()) {
      String words = Placeholder.marksIn(translations.get(i)).replaceAll(" ");
      tokenizer.tokenize(words, token -> units.token(vocabulary.idOf(Tokenizer.MACHINE + token)));
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
