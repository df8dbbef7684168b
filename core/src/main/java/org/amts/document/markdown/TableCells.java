package org.amts.document.markdown;

import java.util.ArrayList;
import java.util.List;
import org.amts.document.Escaping;
import org.amts.document.Inline;
import org.amts.document.InlineKind;

/** Text in table cells, where a bar is written {@code \|} whatever stands around it. */
final class TableCells {

  static final Escaping ESCAPING = text -> text.replace("|", "\\|");

  private static final String ESCAPED_BAR = "\\|";

  private TableCells() {}

  /** The inlines as they read: an escaped bar is a bar, also inside code and formulas. */
  static List<Inline> unescaped(List<Inline> inlines) {
    List<Inline> unescaped = new ArrayList<>(inlines.size());
    for (Inline inline : inlines) {
      boolean isBar = inline.text().equals(ESCAPED_BAR);
      unescaped.add(
          new Inline(
              isBar ? InlineKind.TEXT : inline.kind(),
              inline.range(),
              inline.text().replace(ESCAPED_BAR, "|")));
    }
    return unescaped;
  }
}
