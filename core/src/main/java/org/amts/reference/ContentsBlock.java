package org.amts.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of contents inside a document: {@code toc} of d2lbook, {@code {toctree}} of Sphinx. */
final class ContentsBlock {

  private static final Pattern HEAD = Pattern.compile("[`~:]{3,}\\s*(?:toc|\\{toctree\\})\\s*");

  private static final Pattern TITLED = Pattern.compile(".*<([^<>]+)>\\s*");

  private ContentsBlock() {}

  /**
   * The documents that a block of code lists; none if it is no table of contents.
   *
   * @param block the block with its fences
   * @param line the line of its first fence, from 1
   */
  static List<Reference> entries(String block, int line) {
    List<String> lines = block.lines().toList();
    List<Reference> entries = new ArrayList<>();
    if (lines.isEmpty() || !HEAD.matcher(lines.get(0).strip()).matches()) {
      return entries;
    }
    boolean inOptions = false;
    for (int i = 1; i < lines.size(); i++) {
      String entry = lines.get(i).strip();
      if (entry.equals("---")) {
        inOptions = !inOptions;
      } else if (!inOptions && isDocument(entry)) {
        Matcher titled = TITLED.matcher(entry);
        String name = titled.matches() ? titled.group(1).strip() : entry;
        if (!LinkTarget.isBeyondTheBook(name)) {
          entries.add(new Reference(ReferenceKind.CONTENTS, name, line + i));
        }
      }
    }
    return entries;
  }

  private static boolean isDocument(String entry) {
    return !entry.isEmpty()
        && ":`~#".indexOf(entry.charAt(0)) < 0
        && !entry.equals("self")
        && entry.indexOf('*') < 0;
  }
}
