package org.amts.translate;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads {@code amts.yml}. Safe for use by many threads. */
public final class BookSettingsReader {

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          // A misspelt setting must not be silently without effect.
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addHandler(new UnknownSettings())
          .build();

  private BookSettingsReader() {}

  /**
   * Reads a settings file.
   *
   * @throws SettingsException if it is missing or wrong, with the line
   */
  public static BookSettings read(Path file) {
    try {
      BookSettings settings = MAPPER.readValue(Files.readAllBytes(file), BookSettings.class);
      if (settings == null) {
        throw new SettingsException(file + ": empty; \"amts init\" writes one to start from");
      }
      return settings;
    } catch (NoSuchFileException e) {
      throw new SettingsException(
          "no " + file + "; go to the root of the book, or write one with \"amts init\"", e);
    } catch (JsonProcessingException e) {
      JsonProcessingException problem = innermost(e);
      throw new SettingsException(place(file, problem) + ": " + explain(problem), e);
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** What went wrong first: Jackson wraps it on its way out, and loses its place. */
  private static JsonProcessingException innermost(JsonProcessingException e) {
    return e.getCause() instanceof JsonProcessingException cause ? innermost(cause) : e;
  }

  private static String place(Path file, JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null || location.getLineNr() < 1
        ? file.toString()
        : file + ":" + location.getLineNr();
  }

  private static String explain(JsonProcessingException e) {
    if (e instanceof UnknownSetting) {
      return e.getOriginalMessage();
    }
    if (e instanceof StreamReadException) {
      return "not YAML: " + e.getOriginalMessage();
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return String.valueOf(e.getCause().getMessage());
    }
    if (e instanceof JsonMappingException mapping) {
      return "wrong value for \"" + path(mapping) + "\": " + mapping.getOriginalMessage();
    }
    return e.getOriginalMessage();
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  /** Complains of a misspelt setting at its own line; the parser itself has read on by then. */
  private static final class UnknownSettings extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        JsonDeserializer<?> deserializer,
        Object beanOrClass,
        String property)
        throws IOException {
      String known =
          Objects.requireNonNull(deserializer.getKnownPropertyNames()).stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
      throw new UnknownSetting(
          parser, "unknown setting \"" + property + "\"; known here: " + known);
    }
  }

  private static final class UnknownSetting extends JsonMappingException {
    UnknownSetting(JsonParser parser, String message) {
      super(parser, message, parser.currentTokenLocation());
    }
  }
}
