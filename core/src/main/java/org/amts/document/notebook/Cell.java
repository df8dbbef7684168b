package org.amts.document.notebook;

import java.util.List;
import org.amts.document.TextRange;

/**
 * A cell of a notebook.
 *
 * @param type {@code markdown}, {@code code} or {@code raw}
 * @param source its source in the notebook's text: a JSON string or an array of them
 * @param strings the JSON strings of the source, with their quotes
 */
record Cell(String type, TextRange source, List<TextRange> strings) {

  Cell {
    strings = List.copyOf(strings);
  }

  boolean isMarkdown() {
    return type.equals("markdown");
  }
}
