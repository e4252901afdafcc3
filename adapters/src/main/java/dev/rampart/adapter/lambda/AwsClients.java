package dev.rampart.adapter.lambda;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Makes the SDK clients of one function, which share an HTTP client and its timeouts. No client
 * makes a call before it is used.
 */
public final class AwsClients {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(5);

  private final SdkHttpClient http;
  private final ClientOverrideConfiguration configuration;

  private AwsClients(SdkHttpClient http, ClientOverrideConfiguration configuration) {
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
        ClientOverrideConfiguration.builder().build());
  }

  /**
   * Returns clients that give up on a call, for functions whose callers wait.
   *
   * @param attemptTimeout how long one attempt may take
   * @param callTimeout how long a call may take with all its attempts
   */
  public static AwsClients withCallTimeouts(Duration attemptTimeout, Duration callTimeout) {
    return new AwsClients(
        UrlConnectionHttpClient.create(),
        ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(attemptTimeout)
            .apiCallTimeout(callTimeout)
            .build());
  }

  /** Returns the client of a builder. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder) {
    return builder.httpClient(http).overrideConfiguration(configuration).build();
  }
}
