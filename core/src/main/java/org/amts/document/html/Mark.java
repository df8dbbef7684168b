package org.amts.document.html;

import org.amts.document.TextRange;
import org.jsoup.nodes.Element;

/**
 * Something that stands at one place of an HTML text.
 *
 * @param kind what it is
 * @param range where it stands
 * @param element the element that it is a tag of, that holds the text, or that is meant as a whole
 */
record Mark(Kind kind, TextRange range, Element element) {

  enum Kind {
    START_TAG,
    END_TAG,
    /** An element that is not looked into, from its start tag to its end tag. */
    WHOLE_ELEMENT,
    TEXT,
    /** A comment, a doctype, a CDATA section. */
    OTHER
  }
}
