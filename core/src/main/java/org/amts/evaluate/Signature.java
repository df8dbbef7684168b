package org.amts.evaluate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a reader must know to compute a score again, in sacreBLEU's form: {@code
 * nrefs:1|bs:1000|seed:12345|case:mixed|eff:no|tok:13a|smooth:exp|data:0f3a9c21b7de|version:amts-1}.
 *
 * <p>{@code data} is the start of the SHA-256 of the references, one a line: scores of different
 * systems can be compared only if it is equal.
 */
record Signature(
    String references, String resampling, String options, String data, String version) {

  /**
   * Version of the scoring code, to be raised whenever the same input gives another score; {@code
   * amts-1} gives the scores of sacreBLEU 2.6.0.
   */
  private static final String VERSION = "amts-1";

  private static final int DATA_DIGITS = 12;

  static Signature ofCorpus(Metric metric, List<List<String>> references) {
    int count = references.get(0).size();
    boolean same = references.stream().allMatch(each -> each.size() == count);
    return new Signature(
        same ? Integer.toString(count) : "var", "", metric.options(), hash(references), VERSION);
  }

  static Signature ofSentence(Metric metric, int references) {
    return new Signature(Integer.toString(references), "", metric.options(), "", VERSION);
  }

  /**
   * Adds how random samples were drawn.
   *
   * @param kind {@code bs} for bootstrap resampling, {@code ar} for approximate randomization
   */
  Signature withResampling(String kind, int trials, long seed) {
    return new Signature(references, kind + ":" + trials + "|seed:" + seed, options, data, version);
  }

  @Override
  public String toString() {
    return "nrefs:"
        + references
        + (resampling.isEmpty() ? "" : "|" + resampling)
        + "|"
        + options
        + (data.isEmpty() ? "" : "|data:" + data)
        + "|version:"
        + version;
  }

  private static String hash(List<List<String>> references) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    for (List<String> sentence : references) {
      for (String reference : sentence) {
        digest.update(reference.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DATA_DIGITS);
  }
}
