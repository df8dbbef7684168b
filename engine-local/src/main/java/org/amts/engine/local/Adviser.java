package org.amts.engine.local;

import java.util.List;
import java.util.Optional;
import org.amts.engine.Translation;
import org.amts.segment.Segment;

/**
 * What is known beside the model: answers to whole segments, and help with the others. Safe for use
 * by many threads.
 */
interface Adviser {

  /** Knows nothing. */
  Adviser NONE =
      new Adviser() {
        @Override
        public Optional<Translation> answer(List<Segment> segments, int index) {
          return Optional.empty();
        }

        @Override
        public List<Part> advise(List<Text> texts) {
          return texts.stream().map(text -> new Part(text.input(), Guidance.NONE)).toList();
        }
      };

  /**
   * A known answer to a segment.
   *
   * @param segments the text, in order
   * @param index of the segment in it
   */
  Optional<Translation> answer(List<Segment> segments, int index);

  /**
   * A text that fits the model.
   *
   * @param segment the text with its placeholders
   * @param input the text as the model reads it
   */
  record Text(Segment segment, ModelInput input) {}

  /** Prepares texts for decoding; the parts are in the same order. */
  List<Part> advise(List<Text> texts);

  /**
   * A text that was decoded.
   *
   * @param segment the text with its placeholders
   * @param part what became of it
   */
  record Decoded(Segment segment, Part part) {}

  /** Looks over texts when all are decoded, and may replace their answers. */
  default void revise(List<Decoded> decoded) {}
}
