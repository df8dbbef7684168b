package org.amts.engine.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class FailuresTest {

  private static String said(Throwable cause) {
    SdkClientException failure =
        SdkClientException.builder().message("See cause.").cause(cause).build();
    return Failures.explain("list languages", failure).getMessage();
  }

  @Test
  void aHostThatIsNotFoundIsNamed() {
    assertThat(
            said(
                SdkClientException.create(
                    "inner",
                    new UnknownHostException(
                        "translate.eu-nowhere-9.amazonaws.com: Name or service not known"))))
        .isEqualTo(
            "amazon: cannot list languages: translate.eu-nowhere-9.amazonaws.com is not known: there is no network, or"
                + " the region has no such service");
  }

  @Test
  void aRefusedConnectionIsSaid() {
    assertThat(said(new ConnectException("Connection refused")))
        .contains("no connection (Connection refused)");
  }

  @Test
  void anythingElseIsSaidAsItIs() {
    assertThat(said(new IllegalStateException("?"))).endsWith(": See cause.");
  }
}
