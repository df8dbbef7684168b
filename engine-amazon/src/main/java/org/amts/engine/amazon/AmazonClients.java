package org.amts.engine.amazon;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.translate.TranslateClient;

/**
 * The SDK's clients, made at their first use, so that a dry run needs neither credentials nor a
 * region. Safe for use by many threads.
 */
final class AmazonClients implements AutoCloseable {

  private final Lazy<TranslateClient> translate;
  private final Lazy<S3Client> s3;

  /** Clients that are made when they are needed. */
  AmazonClients(Supplier<TranslateClient> translate, Supplier<S3Client> s3) {
    this.translate = new Lazy<>(translate);
    this.s3 = new Lazy<>(s3);
  }

  /**
   * Clients with credentials, region and endpoints of the default chain. Bodies are sent at once,
   * not after a "100 Continue": while it waits for that, the HTTP client takes a connection that
   * the other side has closed for a failure that is not worth a retry.
   */
  static AmazonClients usual() {
    ClientOverrideConfiguration configuration =
        retrying(Duration.ofMillis(500), Duration.ofSeconds(20));
    return new AmazonClients(
        () ->
            TranslateClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(configuration)
                .build(),
        () ->
            S3Client.builder()
                .serviceConfiguration(service -> service.expectContinueEnabled(false))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(configuration)
                .build());
  }

  /**
   * The SDK's own retries, only more of them: the service publishes no rate that it allows, so
   * being throttled is normal. The waits grow and have full jitter; without the circuit breaker
   * many requests may wait at the same time.
   */
  static ClientOverrideConfiguration retrying(Duration first, Duration longest) {
    BackoffStrategy backoff = BackoffStrategy.exponentialDelay(first, longest);
    return ClientOverrideConfiguration.builder()
        .retryStrategy(
            StandardRetryStrategy.builder()
                .maxAttempts(10)
                .backoffStrategy(backoff)
                .throttlingBackoffStrategy(backoff)
                .circuitBreakerEnabled(false)
                .build())
        .build();
  }

  TranslateClient translate() {
    return translate.get();
  }

  S3Client s3() {
    return s3.get();
  }

  @Override
  public void close() {
    translate.close();
    s3.close();
  }

  private static final class Lazy<T extends SdkClient> {
    private final Supplier<T> maker;
    private @org.jspecify.annotations.Nullable T value;

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    synchronized T get() {
      if (value == null) {
        value = Failures.explained("begin", maker);
      }
      return value;
    }

    synchronized void close() {
      if (value != null) {
        value.close();
      }
    }
  }
}
