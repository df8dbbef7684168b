package org.amts.corpus;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads TMX 1.4b, element by element. Document type declarations are not read, so a file cannot
 * make the program open other files or expand entities.
 *
 * <p>Of a segment the text counts; the codes of another program within it ({@code bpt}, {@code
 * ept}, {@code it}, {@code ph}, {@code ut}) are left out, the text within {@code hi} is not.
 */
final class TmxReader {

  private static final Set<String> NATIVE_CODE = Set.of("bpt", "ept", "it", "ph", "ut");

  /** A variant of a unit: one language. */
  private record Variant(String language, String text, String changeDate) {}

  private final RecordSink sink;
  private String sourceLanguage = "";
  private int units;

  TmxReader(RecordSink sink) {
    this.sink = sink;
  }

  void read(InputStream in) {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      try {
        while (xml.hasNext() && !sink.isUnreadable()) {
          if (xml.next() == XMLStreamConstants.START_ELEMENT) {
            start(xml);
          } else {
            refuseEntity(xml);
          }
        }
      } finally {
        xml.close();
      }
      if (units == 0 && !sink.isUnreadable()) {
        sink.unreadable(0, "no tu element; a TMX file must have one or more");
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
      sink.unreadable(line, "not well-formed XML, repair the file here: " + reason(e));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    // Should the parser ask for anything all the same, it gets nothing.
    factory.setXMLResolver((publicId, systemId, base, name) -> nothing());
    return factory;
  }

  private static InputStream nothing() {
    return new ByteArrayInputStream(new byte[0]);
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "header" -> header(xml);
      case "tu" -> unit(xml);
      default -> {
        // tmx, body, notes and properties have nothing for us.
      }
    }
  }

  private void header(XMLStreamReader xml) {
    String language = attribute(xml, "srclang");
    if (!LanguageCode.isValid(language)) {
      sink.unreadable(
          line(xml),
          "the header element must have the source language as srclang, but has \""
              + language
              + "\"");
      return;
    }
    sourceLanguage = language;
    sink.sourceLanguage(language);
  }

  private void unit(XMLStreamReader xml) throws XMLStreamException {
    int line = line(xml);
    units++;
    if (sourceLanguage.isEmpty()) {
      sink.unreadable(line, "no header element with a srclang before the first tu element");
      return;
    }
    String unitDate = attribute(xml, "changedate");
    List<Variant> variants = new ArrayList<>();
    String problem = "";
    while (!isEnd(xml, xml.next(), "tu")) {
      refuseEntity(xml);
      if (xml.isStartElement() && xml.getLocalName().equals("tuv")) {
        String language = attribute(xml, "lang");
        String date = attribute(xml, "changedate");
        String text = segment(xml);
        if (text == null || !LanguageCode.isValid(language)) {
          problem = "a tuv element must have an xml:lang and a seg element";
        } else {
          variants.add(new Variant(language, text, date.isEmpty() ? unitDate : date));
        }
      }
    }
    List<Variant> sources = variants.stream().filter(this::isSource).toList();
    if (problem.isEmpty() && sources.size() != 1) {
      problem = "a tu element must have exactly one tuv element in " + sourceLanguage;
    } else if (problem.isEmpty() && variants.size() < 2) {
      problem = "a tu element must have two tuv elements or more";
    }
    if (problem.isEmpty()) {
      add(line, sources.get(0), variants);
    } else {
      sink.fail(line, "tu element number " + units + ": " + problem);
    }
  }

  private void add(int line, Variant source, List<Variant> variants) {
    if (!sink.takesSource(line, source.text)) {
      return;
    }
    for (Variant variant : variants) {
      if (variant != source) {
        sink.target(line, variant.language, source.text, variant.text, variant.changeDate);
      }
    }
  }

  private boolean isSource(Variant variant) {
    return variant.language.equalsIgnoreCase(sourceLanguage);
  }

  /** The text of a tuv element, whose start was read; null if it has no segment. */
  private @Nullable String segment(XMLStreamReader xml) throws XMLStreamException {
    String text = null;
    while (!isEnd(xml, xml.next(), "tuv")) {
      refuseEntity(xml);
      if (xml.isStartElement() && xml.getLocalName().equals("seg")) {
        text = text(xml);
      }
    }
    return text;
  }

  private static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int codes = 0;
    for (int event = xml.next(); !isEnd(xml, event, "seg"); event = xml.next()) {
      refuseEntity(xml);
      if (event == XMLStreamConstants.START_ELEMENT && NATIVE_CODE.contains(xml.getLocalName())) {
        codes++;
      } else if (event == XMLStreamConstants.END_ELEMENT
          && NATIVE_CODE.contains(xml.getLocalName())) {
        codes--;
      } else if (codes == 0 && xml.isCharacters()) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }
    return text.toString();
  }

  private static void refuseEntity(XMLStreamReader xml) throws XMLStreamException {
    if (xml.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new XMLStreamException(
          "the entity &" + xml.getLocalName() + "; is not one of XML's own", xml.getLocation());
    }
  }

  private static boolean isEnd(XMLStreamReader xml, int event, String name) {
    return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name);
  }

  /** An attribute by its local name, which finds {@code xml:lang} as well; empty if missing. */
  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i).strip();
      }
    }
    return "";
  }

  private static int line(XMLStreamReader xml) {
    return Math.max(0, xml.getLocation().getLineNumber());
  }

  /** The parser's message without the place, which the diagnostic has already, on one line. */
  private static String reason(XMLStreamException e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message
        .substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9)
        .replaceAll("\\s+", " ");
  }
}
