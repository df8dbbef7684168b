package org.amts.engine.local;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amts.engine.EngineException;

/**
 * How often each piece of the vocabulary occurs in the text that a model was trained on, for each
 * language. Immutable.
 *
 * <p>In the file {@link #FILE}: a line {@code AMTS piece rates 1} with the languages after it, and
 * for each language a byte for each piece: minus eight times the logarithm to base two of its share
 * of all pieces, at most 255.
 */
final class PieceRates {

  /** Name of the file; a model need not have it. */
  static final String FILE = "piece-rates.bin";

  private static final String HEADER = "AMTS piece rates 1 ";

  private final Map<String, float[]> byLanguage;

  private PieceRates(Map<String, float[]> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /**
   * Reads the file.
   *
   * @param vocabulary number of pieces
   * @param location where it was found, for messages
   * @throws EngineException if it is not of this format
   */
  static PieceRates parse(byte[] file, int vocabulary, String location) {
    int line = 0;
    while (line < file.length && file[line] != '\n') {
      line++;
    }
    String header = new String(file, 0, line, StandardCharsets.UTF_8);
    List<String> languages =
        header.startsWith(HEADER)
            ? List.of(header.substring(HEADER.length()).split(" "))
            : List.of();
    if (languages.isEmpty() || file.length != line + 1 + languages.size() * vocabulary) {
      throw new EngineException(
          location + ": no rates of " + vocabulary + " pieces; does it belong to model.json?");
    }
    Map<String, float[]> rates = new HashMap<>();
    for (int i = 0; i < languages.size(); i++) {
      float[] ofLanguage = new float[vocabulary];
      int start = line + 1 + i * vocabulary;
      for (int piece = 0; piece < vocabulary; piece++) {
        ofLanguage[piece] =
            (float) StrictMath.pow(2, -Byte.toUnsignedInt(file[start + piece]) / 8.0);
      }
      rates.put(languages.get(i), ofLanguage);
    }
    return new PieceRates(rates);
  }

  /** The share of each piece in the text of a language, by id; empty if it is not known. */
  Optional<float[]> of(String language) {
    return Optional.ofNullable(byLanguage.get(language))
        .map(rates -> Arrays.copyOf(rates, rates.length));
  }
}
