package org.amts.server.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request of each operation may hold, and which errors an operation may answer with, as the
 * public model of the service says. Three limits are left to the operations, because these have
 * errors of their own for them: the sizes of a text, a document and a terminology.
 *
 * @param operations by name
 * @param shapes by name
 */
record ServiceModel(Map<String, OperationModel> operations, Map<String, Shape> shapes) {

  /** Version 2017-07-01, which is the only one. */
  static final ServiceModel CURRENT = load();

  /**
   * An operation.
   *
   * @param members names of its input's members, with the names of their shapes; one with an
   *     exclamation mark is required
   * @param errors names of the errors that the model declares, without {@code Exception}
   */
  record OperationModel(Map<String, String> members, Set<String> errors) {}

  /** The type of a value. */
  enum Type {
    @JsonProperty("structure")
    STRUCTURE,
    @JsonProperty("list")
    LIST,
    @JsonProperty("string")
    STRING,
    @JsonProperty("integer")
    INTEGER,
    @JsonProperty("timestamp")
    TIMESTAMP,
    @JsonProperty("blob")
    BLOB
  }

  /**
   * What a value may be.
   *
   * @param type null for a structure
   * @param min least value of an integer, least length of a string or list; null for none
   * @param max greatest value or length; null for none
   * @param pattern what the whole of a string matches; null for anything
   * @param oneOf the values of an enumeration; null if it is none
   * @param of shape of a list's elements
   * @param members of a structure, as in {@link OperationModel}
   */
  record Shape(
      @Nullable Type type,
      @Nullable Integer min,
      @Nullable Integer max,
      @Nullable Pattern pattern,
      @JsonProperty("enum") @Nullable List<String> oneOf,
      @Nullable String of,
      @Nullable Map<String, String> members) {

    Shape {
      type = type == null ? Type.STRUCTURE : type;
    }
  }

  Shape shape(String name) {
    return Objects.requireNonNull(shapes.get(name), name);
  }

  private static ServiceModel load() {
    try (InputStream file = ServiceModel.class.getResourceAsStream("constraints.json")) {
      return new ObjectMapper().readValue(Objects.requireNonNull(file), ServiceModel.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
