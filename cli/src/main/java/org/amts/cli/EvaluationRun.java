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
import org.amts.segment.Segment;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.TargetStyle;

/** Translates documents that people have translated, so that both translations can be compared. */
public final class EvaluationRun {

  /**
   * A document with two translations.
   *
   * @param name the source's name
   * @param hypothesis the engine's translation, the segments in a row
   * @param reference people's translation, the segments in a row
   * @param pairs the engine's and people's translation of aligned segments
   */
  public record Compared(String name, String hypothesis, String reference, List<Pair> pairs) {
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
   * Translates documents and puts people's translations beside.
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
    List<Segment> prepared =
        source.segments().stream().map(segment -> style.prepare(segment.segment())).toList();
    List<Translation> answers = engine.translate(pair, prepared, progress);
    Map<Integer, Translation> byIndex = new HashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      byIndex.put(i, answers.get(i));
    }
    Map<Integer, String> finished = style.finish(source, byIndex);
    List<String> hypotheses = new ArrayList<>();
    for (DocumentSegment segment : source.segments()) {
      hypotheses.add(finished.getOrDefault(segment.index(), segment.segment().expanded()));
    }
    List<String> references =
        reference.segments().stream().map(segment -> segment.segment().expanded()).toList();
    List<Pair> pairs = new ArrayList<>();
    for (Bead bead : alignment.beads()) {
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
        source.document().name(), join(hypotheses.stream()), join(references.stream()), pairs);
  }

  /**
   * Sentences in a row. A space between Chinese sentences changes no score: the tokenizer drops it.
   */
  private static String join(Stream<String> sentences) {
    return sentences.collect(Collectors.joining(" "));
  }
}
