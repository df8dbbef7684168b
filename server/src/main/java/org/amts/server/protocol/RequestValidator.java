package org.amts.server.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.amts.server.protocol.ServiceModel.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Checks a request against the model: clients check little of it. boto3 sends a name that breaks
 * its pattern, and the Java SDK sends a request without its text.
 */
final class RequestValidator {

  /** What is too long, or may be somebody's text, is not repeated in a message. */
  private static final int LONGEST_VALUE_SHOWN = 128;

  private final ServiceModel model;
  private final List<String> violations = new ArrayList<>();

  private RequestValidator(ServiceModel model) {
    this.model = model;
  }

  /**
   * Checks a request.
   *
   * @param members of the input, as in the model
   * @throws ServiceException if it breaks a constraint, or a member has another type
   */
  static void check(ServiceModel model, Map<String, String> members, ObjectNode request) {
    RequestValidator validator = new RequestValidator(model);
    validator.structure("", members, request);
    List<String> violations = validator.violations;
    if (!violations.isEmpty()) {
      throw new ServiceException(
          ErrorType.VALIDATION,
          violations.size()
              + (violations.size() == 1 ? " validation error" : " validation errors")
              + " detected: "
              + String.join("; ", violations));
    }
  }

  private void structure(String path, Map<String, String> members, JsonNode value) {
    members.forEach(
        (name, declared) -> {
          boolean required = declared.endsWith("!");
          String shape = required ? declared.substring(0, declared.length() - 1) : declared;
          String memberPath = path.isEmpty() ? lowerFirst(name) : path + "." + lowerFirst(name);
          JsonNode member = value.get(name);
          if (member == null || member.isNull()) {
            if (required) {
              violate(memberPath, null, "must not be null");
            }
          } else {
            value(memberPath, model.shape(shape), member);
          }
        });
  }

  private void value(String path, Shape shape, JsonNode value) {
    switch (Objects.requireNonNull(shape.type())) {
      case STRUCTURE -> {
        require(value.isObject(), path, "an object");
        structure(path, Objects.requireNonNull(shape.members()), value);
      }
      case LIST -> {
        require(value.isArray(), path, "a list");
        length(path, null, value.size(), shape);
        Shape element = model.shape(Objects.requireNonNull(shape.of()));
        for (int i = 0; i < value.size(); i++) {
          value(path + "." + (i + 1) + ".member", element, value.get(i));
        }
      }
      case STRING -> {
        require(value.isTextual(), path, "a string");
        string(path, shape, value.textValue());
      }
      case INTEGER -> {
        require(value.isIntegralNumber(), path, "an integer");
        range(path, value.bigIntegerValue().doubleValue(), shape);
      }
      case TIMESTAMP -> require(value.isNumber(), path, "seconds since 1970, a number");
      case BLOB -> require(isBase64(value), path, "bytes in base 64");
    }
  }

  private void string(String path, Shape shape, String value) {
    if (shape.oneOf() != null && !shape.oneOf().contains(value)) {
      violate(path, value, "must satisfy enum value set: " + shape.oneOf());
      return;
    }
    // The pattern of a value that is too long is not tried: it might take long.
    if (length(path, value, value.codePointCount(0, value.length()), shape)
        && shape.pattern() != null
        && !shape.pattern().matcher(value).matches()) {
      violate(path, value, "must satisfy regular expression pattern: " + shape.pattern());
    }
  }

  private boolean length(String path, @Nullable String value, int length, Shape shape) {
    if (shape.min() != null && length < shape.min()) {
      violate(path, value, "must have length greater than or equal to " + shape.min());
      return false;
    }
    if (shape.max() != null && length > shape.max()) {
      violate(path, value, "must have length less than or equal to " + shape.max());
      return false;
    }
    return true;
  }

  private void range(String path, double value, Shape shape) {
    String shown = String.format(Locale.ROOT, "%.0f", value);
    if (shape.min() != null && value < shape.min()) {
      violate(path, shown, "must have value greater than or equal to " + shape.min());
    }
    if (shape.max() != null && value > shape.max()) {
      violate(path, shown, "must have value less than or equal to " + shape.max());
    }
  }

  private void violate(String path, @Nullable String value, String constraint) {
    String shown =
        value == null || value.length() > LONGEST_VALUE_SHOWN ? "Value" : "Value '" + value + "'";
    violations.add(shown + " at '" + path + "' failed to satisfy constraint: Member " + constraint);
  }

  private static void require(boolean condition, String path, String expected) {
    if (!condition) {
      throw new ServiceException(ErrorType.SERIALIZATION, "'" + path + "' must be " + expected);
    }
  }

  private static boolean isBase64(JsonNode value) {
    if (!value.isTextual()) {
      return false;
    }
    try {
      Base64.getDecoder().decode(value.textValue());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String lowerFirst(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
