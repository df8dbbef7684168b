package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.amts.engine.Translation;
import org.amts.segment.Segment;

/**
 * Translates segments with a model and an adviser. Segments that are equal are translated once;
 * those too long for the model in parts, cut at the ends of clauses. Texts are worked on in
 * portions, so that what the adviser knows about them takes bounded memory. Safe for use by many
 * threads.
 */
final class SegmentTranslator {

  /** Languages that are written without spaces between sentences. */
  private static final Set<String> UNSPACED = Set.of("zh", "ja");

  /** Texts in a portion: enough that there are several of each length for a batch. */
  private static final int PORTION = 512;

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
    // Examples tell what placeholders stand for: with other ones, the same text has another answer.
    Map<Segment, Text> texts = new LinkedHashMap<>();
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
        texts.computeIfAbsent(segment, Text::new).places.add(i);
      }
    }
    progress.accept(known);
    List<Text> all = List.copyOf(texts.values());
    for (int from = 0; from < all.size(); from += PORTION) {
      List<Text> portion = all.subList(from, Math.min(all.size(), from + PORTION));
      decode(portion, part -> {}, progress);
      for (Text text : portion) {
        Translation answer = join(text.segment, text.parts, target);
        text.places.forEach(place -> answers[place] = answer);
        text.parts = List.of();
      }
    }
    return Arrays.asList(answers);
  }

  /**
   * Translates a segment that the adviser has no answer to.
   *
   * @param said told of each part in order when all are decoded, before the adviser looks them over
   */
  Translation translate(Segment segment, Consumer<Part> said) {
    Text text = new Text(segment);
    decode(List.of(text), said, done -> {});
    return join(segment, text.parts, target);
  }

  /** The parts of a segment as they would be given to the decoder; none if it cannot be cut. */
  List<Part> parts(Segment segment) {
    return adviser.advise(cut(segment));
  }

  private void decode(List<Text> texts, Consumer<Part> said, IntConsumer progress) {
    advise(texts);
    Map<Part, Text> textOf = new LinkedHashMap<>();
    for (Text text : texts) {
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
    textOf.keySet().forEach(said);
    List<Adviser.Decoded> decoded = new ArrayList<>();
    textOf.forEach((part, text) -> decoded.add(new Adviser.Decoded(text.partOf(part), part)));
    adviser.revise(decoded);
  }

  private void advise(List<Text> texts) {
    List<List<Adviser.Text>> cut =
        decoder.runAll(
            texts.stream()
                .<Callable<List<Adviser.Text>>>map(text -> () -> cut(text.segment))
                .toList());
    List<Part> parts = adviser.advise(cut.stream().flatMap(List::stream).toList());
    int at = 0;
    for (int i = 0; i < texts.size(); i++) {
      int end = at + cut.get(i).size();
      texts.get(i).parts = parts.subList(at, end);
      at = end;
    }
  }

  private List<Adviser.Text> cut(Segment segment) {
    Map<String, ModelInput> inputs = new HashMap<>();
    Optional<List<String>> parts =
        ClauseSplitter.split(
            segment.text(),
            part -> {
              Optional<ModelInput> input = codec.encode(part, target);
              input.ifPresent(encoded -> inputs.put(part, encoded));
              return input.isPresent();
            });
    return parts.orElse(List.of()).stream()
        .map(
            part ->
                new Adviser.Text(
                    new Segment(part, segment.placeholders()),
                    Objects.requireNonNull(inputs.get(part))))
        .toList();
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
  }
}
