package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.amts.engine.Translation;
import org.amts.segment.Segment;

/**
 * Translates segments with a model and an adviser. Segments that are equal are translated once;
 * those too long for the model in parts, cut at the ends of clauses. Safe for use by many threads.
 */
final class SegmentTranslator {

  /** Languages that are written without spaces between sentences. */
  private static final Set<String> UNSPACED = Set.of("zh", "ja");

  private final SegmentCodec codec;
  private final PartDecoder decoder;
  private final String target;
  private final Adviser adviser;

  /**
   * @param target the language to translate into
   */
  SegmentTranslator(SegmentCodec codec, PartDecoder decoder, String target, Adviser adviser) {
    this.codec = codec;
    this.decoder = decoder;
    this.target = target;
    this.adviser = adviser;
  }

  /** Translates segments; the answers are in the same order. */
  List<Translation> translate(List<Segment> segments, IntConsumer progress) {
    Translation[] answers = new Translation[segments.size()];
    Map<String, Text> texts = new LinkedHashMap<>();
    int known = 0;
    for (int i = 0; i < answers.length; i++) {
      Segment segment = segments.get(i);
      Optional<Translation> answer =
          segment.hasNoWords()
              ? Optional.of(new Translation(segment.text(), Translation.Outcome.COPIED))
              : adviser.answer(segments, i);
      if (answer.isPresent()) {
        answers[i] = answer.get();
        known++;
      } else {
        texts.computeIfAbsent(segment.text(), text -> new Text(segment)).places.add(i);
      }
    }
    progress.accept(known);
    prepare(texts.values());
    Map<Part, Text> textOf = new LinkedHashMap<>();
    for (Text text : texts.values()) {
      text.parts.forEach(part -> textOf.put(part, text));
      if (text.parts.isEmpty()) {
        decoder.countFailure();
        progress.accept(text.places.size());
      }
    }
    decoder.decode(
        List.copyOf(textOf.keySet()),
        part -> {
          Text text = Objects.requireNonNull(textOf.get(part));
          if (text.partsDone.incrementAndGet() == text.parts.size()) {
            progress.accept(text.places.size());
          }
        });
    List<Adviser.Decoded> decoded = new ArrayList<>();
    textOf.forEach((part, text) -> decoded.add(new Adviser.Decoded(text.partOf(part), part)));
    adviser.revise(decoded);
    for (Text text : texts.values()) {
      Translation answer = text.translation(target);
      text.places.forEach(place -> answers[place] = answer);
    }
    return Arrays.asList(answers);
  }

  /** The parts of a segment as they would be given to the decoder; none if it cannot be cut. */
  List<Part> parts(Segment segment) {
    Optional<List<String>> parts =
        ClauseSplitter.split(segment.text(), part -> codec.encode(part, target).isPresent());
    return parts.orElse(List.of()).stream()
        .map(
            part ->
                adviser.advise(
                    new Segment(part, segment.placeholders()),
                    codec.encode(part, target).orElseThrow()))
        .toList();
  }

  private void prepare(Iterable<Text> texts) {
    List<Callable<Void>> preparations = new ArrayList<>();
    for (Text text : texts) {
      preparations.add(
          () -> {
            text.parts = parts(text.segment);
            return null;
          });
    }
    decoder.runAll(preparations);
  }

  /** The translation that the parts' answers make. */
  static Translation join(Segment segment, List<Part> parts, String target) {
    if (parts.isEmpty() || parts.stream().anyMatch(part -> part.answer() == null)) {
      return new Translation(segment.text(), Translation.Outcome.FAILED);
    }
    String text =
        String.join(
            UNSPACED.contains(target) ? "" : " ",
            parts.stream().map(part -> Objects.requireNonNull(part.answer())).toList());
    Translation.Outcome outcome =
        parts.stream().anyMatch(Part::isRetried)
            ? Translation.Outcome.RETRIED
            : parts.stream().anyMatch(part -> part.guidance().isUsed())
                ? Translation.Outcome.ADAPTED
                : Translation.Outcome.TRANSLATED;
    return new Translation(text, outcome);
  }

  /** A text to translate, for all segments that have it. */
  private static final class Text {

    private final Segment segment;
    private final List<Integer> places = new ArrayList<>();
    private final AtomicInteger partsDone = new AtomicInteger();
    private volatile List<Part> parts = List.of();

    Text(Segment segment) {
      this.segment = segment;
    }

    Segment partOf(Part part) {
      return new Segment(part.input().text(), segment.placeholders());
    }

    Translation translation(String target) {
      return join(segment, parts, target);
    }
  }
}
