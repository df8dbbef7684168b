package org.amts.engine.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** English words that are written as one, {@code let's}: no translation tells them from two. */
final class Contractions {

  private static final Map<Pattern, String> WRITTEN_OUT = new LinkedHashMap<>();

  static {
    writtenOut("\\blet's\\b", "let us");
    writtenOut("\\bcannot\\b", "can not");
    writtenOut("\\bcan't\\b", "can not");
    writtenOut("\\bwon't\\b", "will not");
    writtenOut("n't\\b", " not");
    writtenOut("\\b(it|that|there|here|what|where|who|how|he|she)'s\\b", "$1 is");
    writtenOut("'re\\b", " are");
    writtenOut("'ve\\b", " have");
    writtenOut("'ll\\b", " will");
    writtenOut("\\bi'm\\b", "i am");
  }

  private Contractions() {}

  private static void writtenOut(String contraction, String words) {
    WRITTEN_OUT.put(Pattern.compile(contraction), words);
  }

  /**
   * A text with its contractions written out.
   *
   * @param text in lower case
   */
  static String writtenOut(String text) {
    String out = text.replace('’', '\'');
    if (out.indexOf('\'') < 0 && !out.contains("cannot")) {
      return text;
    }
    for (Map.Entry<Pattern, String> each : WRITTEN_OUT.entrySet()) {
      out = each.getKey().matcher(out).replaceAll(each.getValue());
    }
    return out;
  }
}
