package org.amts.server.s3;

import java.io.InputStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Refuses keys that are no plain paths. A key is the path of a file here, so that {@code a/../b}
 * would be another name of {@code b}, or of a file outside of the bucket.
 */
final class PlainKeys extends ForwardingBlobStore {

  PlainKeys(BlobStore store) {
    super(store);
  }

  /** Whether no part of a path is empty (but the last), {@code .} or {@code ..}. */
  static boolean isPlain(String key) {
    if (key.isEmpty() || key.indexOf('\0') >= 0 || key.indexOf('\\') >= 0) {
      return false;
    }
    String[] parts = key.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean isFolder = parts[i].isEmpty() && i > 0 && i == parts.length - 1;
      if (!isFolder && (parts[i].isEmpty() || parts[i].equals(".") || parts[i].equals(".."))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    check(request.key());
    return super.putBlob(request, content);
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    check(request.sourceKey());
    check(request.destinationKey());
    return super.copyBlob(request);
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    check(request.key());
    return super.initiateMultipartUpload(request);
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    check(request.key());
    return super.getBlob(request);
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    check(request.key());
    return super.blobMetadata(request);
  }

  private static void check(String key) {
    if (!isPlain(key)) {
      String message =
          "a key is a path here: no part of it may be empty, \".\" or \"..\", or hold a backslash";
      throw S3Exception.builder()
          .statusCode(400)
          .message(message)
          .awsErrorDetails(
              AwsErrorDetails.builder()
                  .errorCode("InvalidArgument")
                  .errorMessage(message)
                  .serviceName("S3")
                  .build())
          .build();
    }
  }
}
