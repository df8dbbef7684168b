package org.amts.engine.local;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.amts.engine.EngineException;
import org.amts.engine.LanguagePair;

/**
 * What {@code model.json} says of a model. The fields are explained in {@code model/README.md}.
 *
 * @param format version of the format, 2 or 3
 * @param name name of the model
 * @param version version of its weights
 * @param directions the pairs that it was trained on, as {@code en-zh}
 * @param tags the piece that asks for a target language, by language
 * @param network shape of the network
 * @param tokens ids of the special pieces
 * @param placeholders the pieces that stand for protected spans
 * @param maxPieces longest input in pieces, language tag included, end of sentence not
 * @param files size and checksum of each file
 */
@JsonIgnoreProperties({"languages", "training"})
record ModelDescription(
    int format,
    String name,
    String version,
    List<String> directions,
    Map<String, String> tags,
    Network network,
    Tokens tokens,
    List<String> placeholders,
    int maxPieces,
    Map<String, FileCheck> files) {

  /** The versions of the format that this engine reads. */
  private static final Set<Integer> FORMATS = Set.of(2, 3);

  /**
   * Shape of the network.
   *
   * @param d width
   * @param ffn width of the feed-forward layers
   * @param heads attention heads
   * @param encoderLayers layers of the encoder
   * @param decoderLayers layers of the decoder
   * @param vocabulary number of pieces
   * @param positions longest sequence that it has positions for, in pieces
   * @param activations {@code float}, {@code int8-per-tensor} or {@code int8-per-row}
   */
  record Network(
      int d,
      int ffn,
      int heads,
      int encoderLayers,
      int decoderLayers,
      int vocabulary,
      int positions,
      String activations) {

    /** Width of one attention head. */
    int headWidth() {
      return d / heads;
    }

    /**
     * Whether a sentence's numbers are the same, bit by bit, whatever else is in its batch. Where
     * one scale quantises a whole tensor, or where float products are summed in an order that
     * depends on the batch, they are not.
     */
    boolean rowsAreIndependent() {
      return activations.equals("int8-per-row");
    }
  }

  /**
   * Ids of the special pieces.
   *
   * @param pad fills up a batch
   * @param unknown what the vocabulary does not have
   * @param start first input of the decoder
   * @param end end of a sentence
   */
  record Tokens(int pad, int unknown, int start, int end) {}

  /**
   * What a file must be.
   *
   * @param bytes its size
   * @param sha256 its SHA-256 in hexadecimal, lower case
   */
  record FileCheck(long bytes, String sha256) {}

  /** Copies the collections. */
  ModelDescription {
    directions = List.copyOf(directions);
    tags = Map.copyOf(tags);
    placeholders = List.copyOf(placeholders);
    files = Map.copyOf(files);
  }

  /**
   * Reads {@code model.json}.
   *
   * @param location where it was found, for messages
   * @throws EngineException if it is not of this format
   */
  static ModelDescription parse(byte[] json, String location) {
    try {
      JsonMapper mapper = JsonMapper.builder().build();
      JsonNode tree = mapper.readTree(new String(json, StandardCharsets.UTF_8));
      int format = tree.path("format").asInt(0);
      if (!FORMATS.contains(format)) {
        throw new EngineException(
            location
                + ": format "
                + (format == 0 ? "missing" : format)
                + ", this engine reads formats 2 and 3; pack the model again with model/pack.py");
      }
      return mapper.treeToValue(tree, ModelDescription.class);
    } catch (JsonProcessingException | RuntimeException e) {
      if (e instanceof EngineException known) {
        throw known;
      }
      throw new EngineException(
          location + ": not a description of a model: " + e.getMessage() + "; see model/README.md",
          e);
    }
  }

  /** The pairs that it was trained on. */
  Set<LanguagePair> languagePairs() {
    return directions.stream().map(ModelDescription::pair).collect(Collectors.toUnmodifiableSet());
  }

  /** Name, version and the first digits of the weights' checksums. */
  String identity() {
    String sums =
        new TreeMap<>(files)
            .values().stream().map(FileCheck::sha256).collect(Collectors.joining("\n"));
    return name
        + "-"
        + version
        + " sha256:"
        + Checksum.sha256(sums.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  private static LanguagePair pair(String direction) {
    int dash = direction.indexOf('-');
    return new LanguagePair(direction.substring(0, dash), direction.substring(dash + 1));
  }
}
