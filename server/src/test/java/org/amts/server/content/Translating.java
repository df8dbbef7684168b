package org.amts.server.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.amts.engine.Translation;
import org.amts.segment.Segment;

/** Translates documents with a function in the place of an engine, and remembers the segments. */
final class Translating {

  final List<String> segments = new ArrayList<>();
  private final AnyContentTranslator translator = new AnyContentTranslator();
  private final UnaryOperator<String> words;
  int failedSegments;

  private Translating(UnaryOperator<String> words) {
    this.words = words;
  }

  /** Every segment in capital letters. */
  static Translating loudly() {
    return new Translating(text -> text.toUpperCase(java.util.Locale.ROOT));
  }

  static Translating with(UnaryOperator<String> words) {
    return new Translating(words);
  }

  byte[] translate(byte[] document, String contentType) throws UnreadableContentException {
    TranslatedContent content =
        translator.translate(document, contentType, "en", "de", this::translate);
    failedSegments = content.failedSegments();
    return content.document();
  }

  String translate(String document, String contentType) throws UnreadableContentException {
    return new String(translate(document.getBytes(UTF_8), contentType), UTF_8);
  }

  private List<Translation> translate(List<Segment> asked) {
    List<Translation> answers = new ArrayList<>();
    for (Segment segment : asked) {
      segments.add(segment.text());
      String text = words.apply(segment.text());
      answers.add(
          text.isEmpty()
              ? new Translation(segment.text(), Translation.Outcome.FAILED)
              : new Translation(text, Translation.Outcome.TRANSLATED));
    }
    return answers;
  }
}
