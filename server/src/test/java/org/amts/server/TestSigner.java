package org.amts.server;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as boto3 does, written apart from the verifier so that each checks the other. */
record TestSigner(String id, String secret, String service) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** A signed request to translate a text from English into Spanish. */
  static HttpRequest.Builder translation(URI endpoint, AccessKeys keys, String text) {
    byte[] body =
        ("{\"Text\":\"" + text + "\",\"SourceLanguageCode\":\"en\",\"TargetLanguageCode\":\"es\"}")
            .getBytes(StandardCharsets.UTF_8);
    Map<String, String> signed =
        new TestSigner(keys.id(), keys.secret(), "translate")
            .sign(
                Map.of(
                    "host",
                    endpoint.getAuthority(),
                    "x-amz-target",
                    "AWSShineFrontendService_20170701.TranslateText"),
                body,
                Instant.now(),
                Set.of());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.resolve("/"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    signed.forEach(
        (name, value) -> {
          if (!name.equals("host")) {
            request.header(name, value);
          }
        });
    return request;
  }

  /**
   * Adds the date and the signature.
   *
   * @param headers by name in lower case, {@code host} among them
   * @param unsigned headers that are sent and not signed
   * @return all headers to send
   */
  Map<String, String> sign(
      Map<String, String> headers, byte[] body, Instant time, Set<String> unsigned) {
    SortedMap<String, String> all = new TreeMap<>(headers);
    String stamp = TIME.format(time);
    all.put("x-amz-date", stamp);
    SortedMap<String, String> signed = new TreeMap<>(all);
    signed.keySet().removeAll(unsigned);
    StringBuilder canonical = new StringBuilder("POST\n/\n\n");
    signed.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\n'));
    String names = String.join(";", signed.keySet());
    canonical.append('\n').append(names).append('\n').append(hex(sha256(body)));
    String day = stamp.substring(0, 8);
    String scope = day + "/eu-west-1/" + service + "/aws4_request";
    String toSign =
        "AWS4-HMAC-SHA256\n"
            + stamp
            + "\n"
            + scope
            + "\n"
            + hex(sha256(canonical.toString().getBytes(StandardCharsets.UTF_8)));
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {day, "eu-west-1", service, "aws4_request"}) {
      key = hmac(key, part);
    }
    all.put(
        "authorization",
        "AWS4-HMAC-SHA256 Credential="
            + id
            + "/"
            + scope
            + ", SignedHeaders="
            + names
            + ", Signature="
            + hex(hmac(key, toSign)));
    return all;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
