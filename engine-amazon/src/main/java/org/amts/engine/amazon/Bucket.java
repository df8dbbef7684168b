package org.amts.engine.amazon;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The bucket, as far as the engine needs it. Failures are {@link org.amts.engine.EngineException}s
 * that name the key.
 */
record Bucket(AmazonClients clients, String name) {

  /** S3 deletes so many at once. */
  private static final int KEYS_AT_ONCE = 1000;

  /** The address of a key or folder. */
  String uri(String key) {
    return "s3://" + name + "/" + key;
  }

  void put(String key, String contentType, byte[] bytes) {
    Failures.explained(
        "write " + uri(key),
        () ->
            clients
                .s3()
                .putObject(
                    request -> request.bucket(name).key(key).contentType(contentType),
                    RequestBody.fromBytes(bytes)));
  }

  /** The content of an object as UTF-8. */
  String get(String key) {
    return Failures.explained(
        "read " + uri(key),
        () ->
            clients
                .s3()
                .getObjectAsBytes(request -> request.bucket(name).key(key))
                .asString(StandardCharsets.UTF_8));
  }

  /** All keys below a folder, in order. */
  Set<String> list(String folder) {
    return Failures.explained(
        "list " + uri(folder),
        () -> {
          Set<String> keys = new TreeSet<>();
          clients
              .s3()
              .listObjectsV2Paginator(request -> request.bucket(name).prefix(folder))
              .contents()
              .stream()
              .map(S3Object::key)
              .forEach(keys::add);
          return keys;
        });
  }

  /** Deletes everything below a folder. */
  void deleteFolder(String folder) {
    delete(List.copyOf(list(folder)));
  }

  void delete(List<String> keys) {
    for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
      List<ObjectIdentifier> some =
          keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE)).stream()
              .map(key -> ObjectIdentifier.builder().key(key).build())
              .toList();
      DeleteObjectsResponse response =
          Failures.explained(
              "delete " + uri(keys.get(0)),
              () ->
                  clients
                      .s3()
                      .deleteObjects(
                          request ->
                              request
                                  .bucket(name)
                                  .delete(Delete.builder().objects(some).quiet(true).build())));
      if (response.hasErrors() && !response.errors().isEmpty()) {
        throw new org.amts.engine.EngineException(
            "amazon: cannot delete "
                + uri(response.errors().get(0).key())
                + ": "
                + response.errors().get(0).message());
      }
    }
  }
}
