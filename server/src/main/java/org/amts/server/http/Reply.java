package org.amts.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.amts.server.protocol.ServiceException;
import org.amts.server.protocol.WireFormat;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What goes back.
 *
 * @param status HTTP status
 * @param contentType of the body
 * @param error name of the error; empty if it is none
 */
record Reply(int status, String contentType, byte[] body, String error) {

  private static final String JSON_1_1 = "application/x-amz-json-1.1";

  /** The answer of an operation. */
  static Reply of(ObjectNode answer) {
    return new Reply(200, JSON_1_1, WireFormat.bytes(answer), "");
  }

  /** The error of an operation. boto3 reads its name from the body, others from the header. */
  static Reply of(ServiceException error) {
    return new Reply(
        error.type().httpStatus(),
        JSON_1_1,
        WireFormat.bytes(WireFormat.error(error)),
        error.type().wireName());
  }

  /** A text. */
  static Reply of(int status, String contentType, String text) {
    return new Reply(status, contentType, text.getBytes(StandardCharsets.UTF_8), "");
  }

  /** Sends it. */
  void send(Response response, String requestId, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, contentType);
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    headers.put("x-amzn-RequestId", requestId);
    if (!error.isEmpty()) {
      headers.put("x-amzn-ErrorType", error);
    }
    if (status == 408 || status == 413) {
      // The rest of the body is not read.
      headers.put(HttpHeader.CONNECTION, "close");
    }
    response.setStatus(status);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** Status and error, for the log. */
  String outcome() {
    return error.isEmpty() ? String.valueOf(status) : status + " " + error;
  }
}
