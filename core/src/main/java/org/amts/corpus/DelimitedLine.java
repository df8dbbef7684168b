package org.amts.corpus;

import java.util.ArrayList;
import java.util.List;

/** One line of CSV or TSV and its fields, quoted as in RFC 4180. */
final class DelimitedLine {

  /** The quotes of a line do not go up. */
  static final class QuoteException extends Exception {
    private QuoteException(String message) {
      super(message);
    }
  }

  private DelimitedLine() {}

  /**
   * The fields of a line, without their quotes.
   *
   * @throws QuoteException if a quote is not closed, or something follows the closing one
   */
  static List<String> fields(String line, char separator) throws QuoteException {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      int end;
      if (at < line.length() && line.charAt(at) == '"') {
        end = endOfQuoted(line, at);
        if (end < line.length() && line.charAt(end) != separator) {
          throw new QuoteException(
              "text follows a closing double quote; within a quoted field a quote is written twice");
        }
        fields.add(line.substring(at + 1, end - 1).replace("\"\"", "\""));
      } else {
        int next = line.indexOf(separator, at);
        end = next < 0 ? line.length() : next;
        fields.add(line.substring(at, end));
      }
      if (end == line.length()) {
        return fields;
      }
      at = end + 1;
    }
  }

  /** The field as it stands in a line, in quotes if it needs them. */
  static String quoted(String field, char separator) {
    return field.indexOf(separator) < 0 && field.indexOf('"') < 0
        ? field
        : '"' + field.replace("\"", "\"\"") + '"';
  }

  /** The place behind the closing quote of the field that begins at {@code start}. */
  private static int endOfQuoted(String line, int start) throws QuoteException {
    int quote = line.indexOf('"', start + 1);
    while (quote >= 0) {
      if (quote + 1 == line.length() || line.charAt(quote + 1) != '"') {
        return quote + 1;
      }
      quote = line.indexOf('"', quote + 2);
    }
    throw new QuoteException("a double quote is not closed; a field cannot span lines");
  }
}
