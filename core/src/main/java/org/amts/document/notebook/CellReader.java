package org.amts.document.notebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.amts.document.TextRange;

/** Finds the cells of a notebook (nbformat 4) and where their sources stand in the file. */
final class CellReader {

  /** Outputs hold whole pictures as strings. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private final String text;
  private final JsonParser parser;
  private final List<Cell> cells = new ArrayList<>();

  private CellReader(String text, JsonParser parser) {
    this.text = text;
    this.parser = parser;
  }

  /**
   * The cells in file order.
   *
   * @throws IOException if the text is not JSON
   */
  static List<Cell> read(String text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      CellReader reader = new CellReader(text, parser);
      reader.readNotebook();
      return reader.cells;
    }
  }

  private void readNotebook() throws IOException {
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isCells = parser.currentName().equals("cells");
        if (parser.nextToken() == JsonToken.START_ARRAY && isCells) {
          readCells();
        } else {
          parser.skipChildren();
        }
      }
    } else {
      parser.skipChildren();
    }
    while (parser.nextToken() != null) {
      parser.skipChildren();
    }
  }

  private void readCells() throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        readCell();
      } else {
        parser.skipChildren();
      }
    }
  }

  private void readCell() throws IOException {
    String type = "";
    TextRange source = new TextRange(0, 0);
    List<TextRange> strings = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("cell_type") && value == JsonToken.VALUE_STRING) {
        type = parser.getText();
      } else if (name.equals("source") && strings.isEmpty()) {
        source = readSource(strings);
      } else {
        parser.skipChildren();
      }
    }
    if (!source.isEmpty()) {
      cells.add(new Cell(type, source, strings));
    }
  }

  /** Where the source stands; its strings are added to {@code strings}. */
  private TextRange readSource(List<TextRange> strings) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      strings.add(stringRange());
      return strings.get(0);
    }
    int start = tokenStart();
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          strings.add(stringRange());
        } else {
          parser.skipChildren();
        }
      }
      return new TextRange(start, tokenStart() + 1);
    }
    parser.skipChildren();
    return new TextRange(0, 0);
  }

  private TextRange stringRange() {
    int start = tokenStart();
    int end = start + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return new TextRange(start, Math.min(end + 1, text.length()));
  }

  private int tokenStart() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }
}
