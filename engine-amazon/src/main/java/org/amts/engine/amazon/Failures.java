package org.amts.engine.amazon;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.amts.engine.EngineException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what a failed request means to the user. */
final class Failures {

  private static final Set<String> NOT_ALLOWED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "NotAuthorizedException",
          "UnauthorizedOperation",
          "AllAccessDisabled");

  private static final Set<String> WRONG_CREDENTIALS =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "InvalidToken",
          "RequestExpired",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  private Failures() {}

  /**
   * Makes a request.
   *
   * @param doing what it is for, as in "cannot …"
   * @throws EngineException if it fails
   */
  static <T> T explained(String doing, Supplier<T> request) {
    try {
      return request.get();
    } catch (SdkException e) {
      throw explain(doing, e);
    }
  }

  /** The exception for users. */
  static EngineException explain(String doing, SdkException e) {
    return new EngineException("amazon: cannot " + doing + ": " + reason(e), e);
  }

  private static String reason(SdkException e) {
    if (e instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      AwsErrorDetails details = service.awsErrorDetails();
      String code = String.valueOf(details.errorCode());
      String said = code + ": " + details.errorMessage() + request(service);
      if (NOT_ALLOWED.contains(code)) {
        return said + "; the policy that AMTS needs is in docs/amazon.md";
      }
      if (WRONG_CREDENTIALS.contains(code)) {
        return said + "; renew your credentials (\"aws sts get-caller-identity\" tests them)";
      }
      return said;
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("load region")) {
      return "no region is set; set AWS_REGION, or a region in ~/.aws/config";
    }
    if (message.contains("load credentials")) {
      return "no credentials were found; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
          + " AWS_SECRET_ACCESS_KEY, or run \"aws configure\"";
    }
    return unreachable(e).orElse(message);
  }

  /** What to say where no connection came about; empty if that is not the reason. */
  private static Optional<String> unreachable(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        String host = String.valueOf(cause.getMessage()).replaceFirst(":.*", "");
        return Optional.of(
            host + " is not known: there is no network, or the region has no such service");
      }
      if (cause instanceof ConnectException) {
        return Optional.of(
            "no connection ("
                + cause.getMessage()
                + "): look at the network, the proxy (HTTPS_PROXY) and endpoint settings");
      }
    }
    return Optional.empty();
  }

  private static String request(AwsServiceException e) {
    return e.requestId() == null || e.requestId().equals("UNKNOWN")
        ? ""
        : " (request " + e.requestId() + ")";
  }
}
