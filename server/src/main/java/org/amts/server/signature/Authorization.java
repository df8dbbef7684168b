package org.amts.server.signature;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.ServiceException;

/**
 * The header that carries a signature.
 *
 * @param keyId id of the access key
 * @param date day of the signature, {@code 20261122}
 * @param region for which it was made
 * @param service for which it was made
 * @param signedHeaders names in lower case
 * @param signature 64 hexadecimal digits
 */
record Authorization(
    String keyId,
    String date,
    String region,
    String service,
    List<String> signedHeaders,
    String signature) {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final Pattern FORM =
      Pattern.compile(
          ALGORITHM
              + "\\s+Credential=([^/,\\s]{1,128})/([0-9]{8})/([^/,\\s]{1,64})/([^/,\\s]{1,64})"
              + "/aws4_request\\s*,\\s*SignedHeaders=([a-z0-9;_-]{1,2048})"
              + "\\s*,\\s*Signature=([0-9a-f]{64})\\s*");

  static Authorization parse(String header) {
    if (header.isEmpty()) {
      throw new ServiceException(
          ErrorType.MISSING_AUTHENTICATION_TOKEN,
          "the request is not signed: give the client the keys that 'amts serve' has printed");
    }
    Matcher matcher = FORM.matcher(header);
    if (!matcher.matches()) {
      throw new ServiceException(
          ErrorType.INCOMPLETE_SIGNATURE,
          "the Authorization header must be of the form "
              + ALGORITHM
              + " Credential=…, SignedHeaders=…, Signature=…");
    }
    return new Authorization(
        matcher.group(1),
        matcher.group(2),
        matcher.group(3),
        matcher.group(4),
        List.of(matcher.group(5).split(";")),
        matcher.group(6));
  }

  /** What the signing key was made for. */
  String scope() {
    return date + "/" + region + "/" + service + "/aws4_request";
  }
}
