package org.amts.server.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.ServiceException;

/**
 * Checks Signature Version 4 as AWS describes it: the request is put into its canonical form with
 * exactly the headers that the client has signed. (A signer of an SDK cannot check it: it signs
 * headers of its own.) Any region is accepted. Safe for use by many threads.
 */
public final class SignatureVerifier {

  /** How far the clocks of client and server may be apart; as AWS has it. */
  public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String SERVICE = "translate";

  private final String keyId;
  private final String secret;
  private final InstantSource clock;
  private final RecentSignatures recent = new RecentSignatures(CLOCK_SKEW.multipliedBy(2));

  /**
   * @param keyId id of the access key
   * @param secret its secret
   * @param clock the server's
   */
  public SignatureVerifier(String keyId, String secret, InstantSource clock) {
    this.keyId = keyId;
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * Checks a request.
   *
   * @throws ServiceException if it is not signed with the key, was changed, is too old or was sent
   *     before
   */
  public void verify(SignedRequest request) {
    Authorization authorization = Authorization.parse(request.header("authorization"));
    if (!isEqual(authorization.keyId(), keyId)) {
      throw new ServiceException(
          ErrorType.UNRECOGNIZED_CLIENT,
          "the access key is not the server's: use the keys that 'amts serve' printed when it was"
              + " started first; they are in keys.json of its data folder");
    }
    if (!authorization.service().equals(SERVICE)) {
      throw invalid("Credential should be scoped to service '" + SERVICE + "'");
    }
    requireSigned(authorization, request);
    String time = request.header("x-amz-date");
    checkTime(time, authorization.date());
    String bodyHash = hex(sha256(request.body()));
    String declared = request.header("x-amz-content-sha256");
    if (!declared.isEmpty() && !isEqual(declared, bodyHash)) {
      throw invalid("the body is not the one of x-amz-content-sha256");
    }
    String toSign =
        String.join(
            "\n",
            Authorization.ALGORITHM,
            time,
            authorization.scope(),
            hex(sha256(bytes(canonical(request, authorization.signedHeaders(), bodyHash)))));
    if (!isEqual(hex(hmac(signingKey(authorization), toSign)), authorization.signature())) {
      throw invalid(
          "the signature does not match the request: check the secret access key, and that nothing"
              + " between client and server changes requests");
    }
    if (!recent.accept(authorization.signature(), clock.instant())) {
      throw invalid("the request was sent before, and is not accepted again");
    }
  }

  private static void requireSigned(Authorization authorization, SignedRequest request) {
    for (String name : List.of("host", "x-amz-date", "x-amz-target", "x-amz-content-sha256")) {
      boolean mayBeMissing = name.equals("x-amz-content-sha256");
      boolean present = request.headers().containsKey(name);
      if (!present && !mayBeMissing || present && !authorization.signedHeaders().contains(name)) {
        throw new ServiceException(
            ErrorType.INCOMPLETE_SIGNATURE, "the header " + name + " is missing or not signed");
      }
    }
  }

  private void checkTime(String time, String date) {
    Instant signed;
    try {
      signed = TIME.parse(time, Instant::from);
    } catch (DateTimeParseException e) {
      throw new ServiceException(
          ErrorType.INCOMPLETE_SIGNATURE, "x-amz-date must be of the form 20261122T160000Z");
    }
    if (!time.startsWith(date)) {
      throw invalid("the day of the credential is not that of x-amz-date");
    }
    Instant now = clock.instant();
    if (Duration.between(signed, now).abs().compareTo(CLOCK_SKEW) > 0) {
      throw invalid(
          "signed at "
              + time
              + ", and the server's time is "
              + TIME.format(now)
              + ": they may be "
              + CLOCK_SKEW.toMinutes()
              + " minutes apart");
    }
  }

  private static String canonical(
      SignedRequest request, List<String> signedHeaders, String bodyHash) {
    StringBuilder text = new StringBuilder(request.method()).append("\n/\n\n");
    for (String name : signedHeaders) {
      text.append(name)
          .append(':')
          .append(request.header(name).strip().replaceAll(" +", " "))
          .append('\n');
    }
    return text.append('\n')
        .append(String.join(";", signedHeaders))
        .append('\n')
        .append(bodyHash)
        .toString();
  }

  private byte[] signingKey(Authorization authorization) {
    byte[] day = hmac(bytes("AWS4" + secret), authorization.date());
    byte[] region = hmac(day, authorization.region());
    return hmac(hmac(region, authorization.service()), "aws4_request");
  }

  private static ServiceException invalid(String message) {
    return new ServiceException(ErrorType.INVALID_SIGNATURE, message);
  }

  /** Compares in a time that does not tell where the difference is. */
  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(bytes(one), bytes(other));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
