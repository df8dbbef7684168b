package org.amts.server.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * JSON 1.1 of AWS: names begin with a capital, what is null is left out, times are seconds since
 * 1970 with fractions, bytes are in base 64.
 */
public final class WireFormat {

  /** Requests hold at most a terminology of 10 MB, which is a third longer in base 64. */
  private static final int LONGEST_STRING = 15_000_000;

  private static final int DEEPEST_NESTING = 32;

  /** Reads and writes records as shapes: the component {@code jobId} is the member JobId. */
  public static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(LONGEST_STRING)
                          .maxNestingDepth(DEEPEST_NESTING)
                          .build())
                  .build())
          .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, new InstantWriter())
                  .addDeserializer(Instant.class, new InstantReader()))
          .build();

  private WireFormat() {}

  /**
   * Reads the body of a request.
   *
   * @throws ServiceException if it is no JSON object
   */
  public static ObjectNode request(byte[] body) {
    if (body.length == 0) {
      return JSON.createObjectNode();
    }
    try {
      if (JSON.readTree(body) instanceof ObjectNode object) {
        return object;
      }
      throw new ServiceException(ErrorType.SERIALIZATION, "the body must be a JSON object");
    } catch (JsonProcessingException e) {
      // The message of the parser would repeat a piece of the text.
      throw new ServiceException(
          ErrorType.SERIALIZATION,
          "the body is not valid JSON at byte "
              + (e.getLocation() == null ? 0 : e.getLocation().getByteOffset()));
    } catch (IOException e) {
      throw new ServiceException(ErrorType.SERIALIZATION, "the body cannot be read");
    }
  }

  /** The body of an answer. */
  public static byte[] bytes(JsonNode answer) {
    try {
      return JSON.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The body that tells an error. */
  public static ObjectNode error(ServiceException error) {
    ObjectNode body = JSON.createObjectNode().put("__type", error.type().wireName());
    // The model spells this one member in lower case.
    body.put(
        error.type() == ErrorType.TOO_MANY_TAGS ? "message" : "Message",
        String.valueOf(error.getMessage()));
    error.members().forEach(body::put);
    return body;
  }

  private static final class InstantWriter extends StdSerializer<Instant> {

    InstantWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(BigDecimal.valueOf(value.toEpochMilli(), 3));
    }
  }

  private static final class InstantReader extends StdDeserializer<Instant> {

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      BigDecimal seconds = in.getDecimalValue();
      try {
        return Instant.ofEpochMilli(
            seconds.movePointRight(3).setScale(0, RoundingMode.DOWN).longValueExact());
      } catch (ArithmeticException e) {
        throw new ServiceException(ErrorType.SERIALIZATION, "a time is out of range");
      }
    }
  }
}
