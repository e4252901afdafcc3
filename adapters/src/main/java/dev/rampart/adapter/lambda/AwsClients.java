package dev.rampart.adapter.lambda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Makes the SDK clients of one function, which share an HTTP client and its timeouts. No client
 * makes a call before it is used.
 */
public final class AwsClients {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(5);
  private static final int ATTEMPTS_MAX = 3;

  /** The SDK waits for a second before it tries a throttled call again. */
  private static final Duration BACKOFF = Duration.ofMillis(50);

  private static final Duration BACKOFF_MAX = Duration.ofMillis(500);

  private final SdkHttpClient http;
  private final Supplier<ClientOverrideConfiguration> configuration;

  private AwsClients(SdkHttpClient http, Supplier<ClientOverrideConfiguration> configuration) {
    this.http = http;
    this.configuration = configuration;
  }

  /**
   * Returns clients that give up on a connection or an answer, for functions that work on batches.
   */
  public static AwsClients withSocketTimeouts() {
    return new AwsClients(
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT_TIMEOUT)
            .socketTimeout(SOCKET_TIMEOUT)
            .build(),
        ClientOverrideConfiguration.builder()::build);
  }

  /**
   * Returns clients that give up on a call, for functions whose callers wait, and can come again. A
   * throttled call is tried again soon or not at all; a service that did not answer is left alone
   * for {@link CircuitBreaker#PAUSE}.
   *
   * @param attemptTimeout how long one attempt may take
   * @param callTimeout how long a call may take with all its attempts
   * @param clock tells when the pause is over
   */
  public static AwsClients withCallTimeouts(
      Duration attemptTimeout, Duration callTimeout, InstantSource clock) {
    return new AwsClients(
        UrlConnectionHttpClient.create(),
        () ->
            ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(attemptTimeout)
                .apiCallTimeout(callTimeout)
                .retryStrategy(fewRetries())
                .addExecutionInterceptor(new CircuitBreaker(clock))
                .build());
  }

  private static RetryStrategy fewRetries() {
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(ATTEMPTS_MAX)
        .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(BACKOFF, BACKOFF_MAX))
        .build();
  }

  /** Returns the client of a builder. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder) {
    return builder.httpClient(http).overrideConfiguration(configuration.get()).build();
  }

  /**
   * Returns the client of a builder, which makes each call once: for calls that must not be
   * repeated by somebody who does not know whether they were heard.
   */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C buildWithoutRetries(
      B builder) {
    return builder
        .httpClient(http)
        .overrideConfiguration(
            configuration.get().toBuilder().retryStrategy(AwsRetryStrategy.doNotRetry()).build())
        .build();
  }
}
