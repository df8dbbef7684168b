package org.amts.server.content;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks at what stands before the root of an XML file. A document type may name files of this
 * machine or grow without bounds, and no format here needs one.
 */
final class XmlProlog {

  private XmlProlog() {}

  /**
   * Reads up to the root.
   *
   * @param part what the file is, for messages
   * @return the name of the root, without its prefix
   * @throws UnreadableContentException if there is a document type, or if it is not XML
   */
  static String rootOf(InputStream xml, String part) throws UnreadableContentException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(xml);
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new UnreadableContentException(
              part + " has a document type (<!DOCTYPE …>), which is not allowed: take it out");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          return reader.getLocalName();
        }
      }
    } catch (XMLStreamException e) {
      throw new UnreadableContentException(part + " is not XML: " + e.getMessage(), e);
    }
    throw new UnreadableContentException(part + " is not XML: it has no root element");
  }
}
