package org.amts.server.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.amts.server.protocol.ServiceModel.OperationModel;

/**
 * Finds an operation, checks its request, and does its work. Requests and answers are records whose
 * components are the members of the model's shapes. Immutable.
 */
public final class Operations implements TranslateApi {

  private final Map<String, Function<ObjectNode, ObjectNode>> operations;

  private Operations(Map<String, Function<ObjectNode, ObjectNode>> operations) {
    this.operations = Map.copyOf(operations);
  }

  /** The names of all operations of the service. */
  public static Set<String> names() {
    return ServiceModel.CURRENT.operations().keySet();
  }

  /** Begins to put operations together. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public ObjectNode call(String operation, ObjectNode request) {
    OperationModel model = ServiceModel.CURRENT.operations().get(operation);
    Function<ObjectNode, ObjectNode> work = operations.get(operation);
    if (model == null || work == null) {
      throw new ServiceException(
          ErrorType.UNKNOWN_OPERATION, "there is no operation of that name in this service");
    }
    RequestValidator.check(ServiceModel.CURRENT, model.members(), request);
    return work.apply(request);
  }

  /** Puts operations together. */
  public static final class Builder {

    private final Map<String, Function<ObjectNode, ObjectNode>> operations = new HashMap<>();

    private Builder() {}

    /**
     * Adds an operation.
     *
     * @param name one of {@link Operations#names()}
     * @param request a record whose components are members of its input
     * @param work makes the answer, a record as well
     */
    public <R> Builder on(String name, Class<R> request, Function<R, Object> work) {
      if (!names().contains(name)) {
        throw new IllegalArgumentException(name + ": no operation of the service");
      }
      operations.put(name, json -> WireFormat.JSON.valueToTree(work.apply(read(json, request))));
      return this;
    }

    /** Adds an operation whose answer is empty. */
    public <R> Builder onWithoutAnswer(String name, Class<R> request, Consumer<R> work) {
      return on(
          name,
          request,
          value -> {
            work.accept(value);
            return Map.of();
          });
    }

    /** Ends. */
    public Operations build() {
      return new Operations(operations);
    }

    private static <R> R read(ObjectNode json, Class<R> type) {
      try {
        return WireFormat.JSON.treeToValue(json, type);
      } catch (JsonProcessingException e) {
        if (e.getCause() instanceof ServiceException error) {
          throw error;
        }
        // The validator has seen every member, so this is our own mistake.
        throw new IllegalStateException("a request that was checked cannot be read", e);
      }
    }
  }
}
