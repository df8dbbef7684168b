package org.amts.segment;

import java.util.Random;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.document.InlineKind;

/** Documents of random inlines, the same for the same state of the generator. */
final class RandomDocument {

  private static final String[] WORDS = {
    "word",
    "Word",
    ". ",
    "。",
    "？”",
    " ",
    "  ",
    "e.g. ",
    "Fig. ",
    "3.14",
    "汉字",
    "“",
    "(",
    ")",
    "[",
    "]",
    "**",
    "⟦",
    "⟦0⟧",
    "e\u0301",
    "\u0301",
    "\u00a0",
    "\u3000",
    "\ud83c\udf89",
    "¿Qué? ",
    "! ",
    "…"
  };
  private static final InlineKind[] PROTECTED = {
    InlineKind.CODE,
    InlineKind.MATH,
    InlineKind.ROLE,
    InlineKind.LINK_TARGET,
    InlineKind.IMAGE_TARGET,
    InlineKind.HTML,
    InlineKind.OTHER
  };
  private static final String[] SPANS = {"`x`", "`y`", "<br>", "</b>", "[^1]", "(a.md)", "$⟦1⟧$"};

  private RandomDocument() {}

  static Document next(Random random, String lineEnd) {
    DocumentBuilder builder = new DocumentBuilder();
    for (int blocks = random.nextInt(4); blocks >= 0; blocks--) {
      for (int inlines = random.nextInt(12); inlines >= 0; inlines--) {
        addInline(random, lineEnd, builder);
      }
      builder.end(random.nextInt(5) == 0 ? BlockKind.HEADING : BlockKind.PARAGRAPH);
    }
    return builder.build();
  }

  private static void addInline(Random random, String lineEnd, DocumentBuilder builder) {
    switch (random.nextInt(6)) {
      case 0 -> builder.add(PROTECTED[random.nextInt(PROTECTED.length)], pick(random, SPANS));
      case 1 -> builder.add(InlineKind.SOFT_BREAK, lineEnd + (random.nextBoolean() ? "> " : ""));
      case 2 -> builder.add(InlineKind.OTHER, (random.nextBoolean() ? "\\" : "  ") + lineEnd);
      case 3 -> builder.add(InlineKind.TEXT, "&#46;&#32;", ". ");
      default -> {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
          words.append(pick(random, WORDS));
        }
        builder.words(words.toString());
      }
    }
  }

  private static String pick(Random random, String[] from) {
    return from[random.nextInt(from.length)];
  }
}
