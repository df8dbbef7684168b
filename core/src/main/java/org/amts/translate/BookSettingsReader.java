package org.amts.translate;

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
import java.util.List;
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
      return parse(file);
    } catch (NoSuchFileException e) {
      throw new SettingsException(
          "no " + file + "; go to the root of the book, or write one with \"amts init\"", e);
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static BookSettings parse(Path file) throws IOException {
    try {
      BookSettings settings = MAPPER.readValue(Files.readAllBytes(file), BookSettings.class);
      if (settings == null) {
        throw new SettingsException(file + ": empty; \"amts init\" writes one to start from");
      }
      return settings;
    } catch (JsonProcessingException e) {
      JsonProcessingException problem = innermost(e);
      throw new SettingsException(place(file, problem) + ": " + explain(problem), e);
    }
  }

  /** What went wrong first: Jackson wraps it on its way out, and loses its place. */
  private static JsonProcessingException innermost(JsonProcessingException e) {
    return e.getCause() instanceof JsonProcessingException cause ? innermost(cause) : e;
  }

  private static String place(Path file, JsonProcessingException e) throws IOException {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    if (e instanceof UnknownSetting unknown) {
      // Jackson buffers the settings of records, and a buffer has no lines.
      List<String> lines = Files.readAllLines(file);
      line = 1;
      while (line <= lines.size() && !lines.get(line - 1).contains(unknown.name + ":")) {
        line++;
      }
    }
    return line < 1 ? file.toString() : file + ":" + line;
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

  /** Complains of misspelt settings in our own words. */
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
          parser, property, "unknown setting \"" + property + "\"; known here: " + known);
    }
  }

  private static final class UnknownSetting extends JsonMappingException {
    private final String name;

    UnknownSetting(JsonParser parser, String name, String message) {
      super(parser, message);
      this.name = name;
    }
  }
}
