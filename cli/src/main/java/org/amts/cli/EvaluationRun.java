package org.amts.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amts.align.Alignment;
import org.amts.align.Bead;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.DocumentSegment;
import org.amts.segment.EmptyAnchors;
import org.amts.segment.Segment;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.SlideMarks;
import org.amts.translate.TargetStyle;

/**
 * Translates documents that people have translated, so that both translations can be compared.
 * Anchors with nothing in them and marks for slides are left out of either.
 */
public final class EvaluationRun {

  /**
   * A document with two translations.
   *
   * @param name the source's name
   * @param hypothesis the engine's translation, the segments in a row
   * @param reference people's translation, the segments in a row
   * @param pairs the engine's and people's translation of aligned segments
   * @param answers what the engine made of each segment of the source, with marks
   */
  public record Compared(
      String name,
      String hypothesis,
      String reference,
      List<Pair> pairs,
      List<Translation> answers) {
    /** The engine's translations. */
    public List<String> hypotheses() {
      return pairs.stream().map(Pair::hypothesis).toList();
    }

    /** People's translations. */
    public List<String> references() {
      return pairs.stream().map(Pair::reference).toList();
    }
  }

  /**
   * What source segments became, twice.
   *
   * @param source the source, placeholders put back
   * @param line line of the source, from 1
   * @param hypothesis the engine's translation
   * @param reference people's translation
   * @param outcome the least good outcome of the segments
   */
  public record Pair(
      String source, int line, String hypothesis, String reference, Translation.Outcome outcome) {}

  private final LanguagePair pair;
  private final TranslationEngine engine;
  private final TargetStyle style;

  /**
   * @param pair from which language into which
   * @param engine translates; stays open
   * @param style what the target language asks for
   */
  public EvaluationRun(LanguagePair pair, TranslationEngine engine, TargetStyle style) {
    this.pair = pair;
    this.engine = engine;
    this.style = style;
  }

  /**
   * A document that people have translated.
   *
   * @param source the document
   * @param reference its translation by people
   * @param alignment how they correspond
   */
  public record Document(
      SegmentedDocument source, SegmentedDocument reference, Alignment alignment) {}

  /**
   * Translates a document and puts people's translation beside.
   *
   * @param source a document
   * @param reference its translation by people
   * @param alignment how they correspond
   * @param progress told how many more segments are done
   */
  public Compared compare(
      SegmentedDocument source,
      SegmentedDocument reference,
      Alignment alignment,
      IntConsumer progress) {
    return compare(List.of(new Document(source, reference, alignment)), progress).get(0);
  }

  /**
   * Translates documents and puts people's translations beside. The engine gets all of them at
   * once: one of them may be a job that takes minutes.
   *
   * @param progress told how many more segments are done
   */
  public List<Compared> compare(List<Document> documents, IntConsumer progress) {
    List<Segment> prepared = new ArrayList<>();
    for (Document document : documents) {
      document.source().segments().forEach(s -> prepared.add(style.prepare(s.segment())));
    }
    List<Translation> answers = engine.translate(pair, prepared, progress);
    List<Compared> compared = new ArrayList<>();
    int next = 0;
    for (Document document : documents) {
      int end = next + document.source().segments().size();
      compared.add(compare(document, answers.subList(next, end)));
      next = end;
    }
    return compared;
  }

  private Compared compare(Document document, List<Translation> answers) {
    SegmentedDocument source = document.source();
    SegmentedDocument reference = document.reference();
    Map<Integer, Translation> byIndex = new HashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      byIndex.put(i, answers.get(i));
    }
    Map<Integer, String> finished = style.finish(source, byIndex);
    List<String> hypotheses = new ArrayList<>();
    for (DocumentSegment segment : source.segments()) {
      hypotheses.add(
          withoutMarks(finished.getOrDefault(segment.index(), segment.segment().expanded())));
    }
    List<String> references =
        reference.segments().stream()
            .map(segment -> withoutMarks(segment.segment().expanded()))
            .toList();
    List<Pair> pairs = new ArrayList<>();
    for (Bead bead : document.alignment().beads()) {
      if (bead.isPair()) {
        pairs.add(
            new Pair(
                join(
                    bead.source().stream().map(i -> source.segments().get(i).segment().expanded())),
                source
                    .document()
                    .source()
                    .lineOf(source.segments().get(bead.source().get(0)).range().start()),
                join(bead.source().stream().map(hypotheses::get)),
                join(bead.target().stream().map(references::get)),
                bead.source().stream()
                    .map(i -> answers.get(i).outcome())
                    .max(Enum::compareTo)
                    .orElseThrow()));
      }
    }
    return new Compared(
        source.document().name(),
        join(hypotheses.stream()),
        join(references.stream()),
        pairs,
        List.copyOf(answers));
  }

  /**
   * Sentences in a row. A space between Chinese sentences changes no score: the tokenizer drops it.
   */
  private static String join(Stream<String> sentences) {
    return sentences.collect(Collectors.joining(" "));
  }

  private static String withoutMarks(String text) {
    return SlideMarks.removedFrom(EmptyAnchors.removedFrom(text));
  }
}
