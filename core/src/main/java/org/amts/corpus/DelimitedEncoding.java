package org.amts.corpus;

import java.util.Optional;

/** CSV and TSV. Lines end with LF, and fields stand in quotes only where they must. */
record DelimitedEncoding(char separator, String sourceLanguage, String targetLanguage)
    implements PairEncoding {

  @Override
  public String header() {
    return sourceLanguage + separator + targetLanguage + '\n';
  }

  @Override
  public String record(ParallelPair pair) {
    return DelimitedLine.quoted(pair.source(), separator)
        + separator
        + DelimitedLine.quoted(pair.target(), separator)
        + '\n';
  }

  @Override
  public String footer() {
    return "";
  }

  @Override
  public Optional<String> whyNot(String text) {
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      return Optional.of("has a line break, which no field may");
    }
    return AmazonRules.whyNotAField(text);
  }
}
