package org.amts.server.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.amts.server.AccessKeys;
import org.amts.server.protocol.ResourceName;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;

/** The objects that {@link S3Server} serves, without the way over the network. */
final class FileObjectStore implements ObjectStore {

  private final BlobStore store;
  private final S3Presigner presigner;

  FileObjectStore(BlobStore store, URI endpoint, AccessKeys keys) {
    this.store = store;
    this.presigner =
        S3Presigner.builder()
            .endpointOverride(endpoint)
            .region(Region.of(ResourceName.REGION))
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(keys.id(), keys.secret())))
            .build();
  }

  @Override
  public boolean hasBucket(String bucket) throws IOException {
    return call(new S3Location(bucket, ""), () -> store.containerExists(bucket));
  }

  @Override
  public void createBucket(String bucket) throws IOException {
    if (!hasBucket(bucket)) {
      call(new S3Location(bucket, ""), () -> store.createContainer(bucket));
    }
  }

  @Override
  public List<StoredObject> list(S3Location location, String after, int most) throws IOException {
    ListObjectsV2Request.Builder request =
        ListObjectsV2Request.builder()
            .bucket(location.bucket())
            .prefix(location.key())
            .maxKeys(most);
    if (!after.isEmpty()) {
      request.startAfter(after);
    }
    return call(location, () -> store.list(request.build())).contents().stream()
        .map(object -> new StoredObject(object.key(), object.size()))
        .toList();
  }

  @Override
  public InputStream read(S3Location location) throws IOException {
    GetObjectRequest request =
        GetObjectRequest.builder().bucket(location.bucket()).key(location.key()).build();
    InputStream content = call(location, () -> store.getBlob(request));
    if (content == null) {
      throw new NoSuchObjectException(location);
    }
    return content;
  }

  @Override
  public void write(S3Location location, byte[] content, String contentType) throws IOException {
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(location.bucket())
            .key(location.key())
            .contentType(contentType)
            .contentLength((long) content.length)
            .build();
    call(location, () -> store.putBlob(request, new ByteArrayInputStream(content)));
  }

  @Override
  public void delete(S3Location location) throws IOException {
    call(
        location,
        () -> {
          store.removeBlob(location.bucket(), location.key());
          return true;
        });
  }

  @Override
  public URI presigned(S3Location location, Duration validity) {
    GetObjectPresignRequest request =
        GetObjectPresignRequest.builder()
            .signatureDuration(validity)
            .getObjectRequest(
                GetObjectRequest.builder().bucket(location.bucket()).key(location.key()).build())
            .build();
    return URI.create(presigner.presignGetObject(request).url().toString());
  }

  private interface Call<T> {
    T run();
  }

  /** Calls the store, whose errors are those of a client of S3. */
  private static <T> T call(S3Location location, Call<T> call) throws IOException {
    try {
      return call.run();
    } catch (NoSuchKeyException | NoSuchBucketException e) {
      throw new NoSuchObjectException(location);
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        throw new NoSuchObjectException(location);
      }
      throw new IOException(location + ": " + e.getMessage(), e);
    } catch (SdkException | IllegalArgumentException e) {
      throw new IOException(location + ": " + e.getMessage(), e);
    }
  }
}
