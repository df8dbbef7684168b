package org.amts.server.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.IResource;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.exceptions.OkapiException;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.filterwriter.IFilterWriter;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.Segment;
import net.sf.okapi.common.resource.TextFragment;
import org.amts.engine.Translation;
import org.amts.segment.DocumentSegment;

/**
 * Documents that one of Okapi's filters reads and writes. The file is read twice: for its text, and
 * again to write it with the translations, so that nothing but text is held in between.
 */
abstract class OkapiTranslator implements ContentTranslator {

  /** A new filter for one pass over a document. */
  abstract IFilter filter();

  /**
   * Looks at a file before a filter does.
   *
   * @throws UnreadableContentException if it is not of the content type, or not safe to read
   */
  abstract void check(Path file, String contentType) throws UnreadableContentException, IOException;

  /** The bytes of the translated file, of what the filter wrote. */
  abstract byte[] finish(Path source, byte[] written) throws IOException;

  @Override
  public final String sample(byte[] document, String contentType)
      throws UnreadableContentException {
    return inFile(
        document,
        contentType,
        file -> Sample.of(new CodedText(read(file, LocaleId.ENGLISH), "en").segments()));
  }

  @Override
  public final TranslatedContent translate(
      byte[] document,
      String contentType,
      String sourceLanguage,
      String targetLanguage,
      SegmentTranslator translator)
      throws UnreadableContentException {
    LocaleId target = LocaleId.fromBCP47(targetLanguage);
    return inFile(
        document,
        contentType,
        file -> {
          CodedText text = new CodedText(read(file, target), sourceLanguage);
          List<Translation> translations =
              translator.translate(text.segments().stream().map(DocumentSegment::segment).toList());
          Map<Integer, Translation> answers = new HashMap<>();
          for (int i = 0; i < translations.size(); i++) {
            answers.put(i, translations.get(i));
          }
          CodedText.Translated translated = text.translated(answers, targetLanguage);
          return new TranslatedContent(
              finish(file, write(file, target, translated.fragments())),
              Sample.characters(text.segments()),
              translated.failedSegments());
        });
  }

  private List<TextFragment> read(Path file, LocaleId target) {
    List<TextFragment> fragments = new ArrayList<>();
    try (RawDocument raw = open(file, target);
        IFilter filter = filter()) {
      filter.open(raw);
      while (filter.hasNext()) {
        Event event = filter.next();
        if (event.isTextUnit() && isToTranslate(event.getTextUnit(), target)) {
          for (Segment segment : event.getTextUnit().getSource().getSegments()) {
            fragments.add(segment.getContent());
          }
        }
      }
    }
    return fragments;
  }

  private byte[] write(Path file, LocaleId target, List<TextFragment> translated) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Iterator<TextFragment> next = translated.iterator();
    try (RawDocument raw = open(file, target);
        IFilter filter = filter();
        IFilterWriter writer = filter.createFilterWriter()) {
      filter.open(raw);
      writer.setOptions(target, StandardCharsets.UTF_8.name());
      writer.setOutput(out);
      while (filter.hasNext()) {
        Event event = filter.next();
        if (event.isTextUnit() && isToTranslate(event.getTextUnit(), target)) {
          for (Segment segment :
              event.getTextUnit().createTarget(target, true, IResource.COPY_ALL).getSegments()) {
            segment.setContent(next.next());
          }
        }
        writer.handleEvent(event);
      }
    }
    return out.toByteArray();
  }

  /** Whether a unit is to be translated: its author has not said that it is done, or not to be. */
  boolean isToTranslate(ITextUnit unit, LocaleId target) {
    return unit.isTranslatable();
  }

  private static RawDocument open(Path file, LocaleId target) {
    return new RawDocument(file.toUri(), StandardCharsets.UTF_8.name(), LocaleId.ENGLISH, target);
  }

  private interface Work<T> {
    T with(Path file) throws UnreadableContentException, IOException;
  }

  /** Okapi reads office files by their index, which needs a file. */
  private <T> T inFile(byte[] document, String contentType, Work<T> work)
      throws UnreadableContentException {
    try {
      Path file = Files.createTempFile("amts", ".document");
      try {
        Files.write(file, document);
        check(file, contentType);
        return work.with(file);
      } finally {
        Files.delete(file);
      }
    } catch (OkapiException e) {
      throw new UnreadableContentException("cannot read the document: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("no room for temporary files?", e);
    }
  }
}
