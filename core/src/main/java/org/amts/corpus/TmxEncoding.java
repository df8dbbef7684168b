package org.amts.corpus;

import java.util.Optional;

/** TMX 1.4b, a unit a line. There are no dates, so the same pairs give the same bytes. */
record TmxEncoding(String sourceLanguage, String targetLanguage) implements PairEncoding {

  @Override
  public String header() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4">
        <header creationtool="AMTS" creationtoolversion="1" segtype="sentence" o-tmf="AMTS" \
        adminlang="en" srclang="%s" datatype="plaintext"/>
        <body>
        """
        .formatted(sourceLanguage);
  }

  @Override
  public String record(ParallelPair pair) {
    return "<tu>"
        + variant(sourceLanguage, pair.source())
        + variant(targetLanguage, pair.target())
        + "</tu>\n";
  }

  @Override
  public String footer() {
    return "</body>\n</tmx>\n";
  }

  @Override
  public Optional<String> whyNot(String text) {
    return text.codePoints().allMatch(TmxEncoding::isXmlCharacter)
        ? Optional.empty()
        : Optional.of("has a control character, which XML cannot hold");
  }

  private static String variant(String language, String text) {
    return "<tuv xml:lang=\"" + language + "\"><seg>" + escaped(text) + "</seg></tuv>";
  }

  private static String escaped(String text) {
    // A bare CR would be read as LF.
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#13;");
  }

  /** spec: Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF] */
  private static boolean isXmlCharacter(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
