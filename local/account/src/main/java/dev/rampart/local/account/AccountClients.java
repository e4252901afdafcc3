package dev.rampart.local.account;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.wafv2.Wafv2Client;

/**
 * The clients of one target. Each call is bounded: a service that hangs is one that says nothing.
 */
final class AccountClients implements AutoCloseable {
  /** Far above any answer seen; a proxy that swallows packets is noticed in this time. */
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(10);

  /** Room for all attempts and the pauses between them. */
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(25);

  /** One mishap is no news, three are. */
  static final int ATTEMPTS_MAX = 3;

  private final AwsTarget target;
  private final int attemptsMax;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder()
          .connectionTimeout(ATTEMPT_TIMEOUT)
          .socketTimeout(ATTEMPT_TIMEOUT)
          .build();

  AccountClients(AwsTarget target) {
    this(target, ATTEMPTS_MAX, credentials(target.profile()));
  }

  AccountClients(AwsTarget target, int attemptsMax, AwsCredentialsProvider credentials) {
    this.target = target;
    this.attemptsMax = attemptsMax;
    this.credentials = () -> resolved(credentials);
  }

  private static AwsCredentials resolved(AwsCredentialsProvider provider) {
    try {
      return provider.resolveCredentials();
    } catch (SdkClientException e) {
      throw new MissingCredentialsException(e);
    }
  }

  private static AwsCredentialsProvider credentials(Optional<String> profile) {
    DefaultCredentialsProvider.Builder chain = DefaultCredentialsProvider.builder();
    profile.ifPresent(chain::profileName);
    return chain.build();
  }

  ApiGatewayClient apiGateway() {
    return of(ApiGatewayClient.builder());
  }

  BudgetsClient budgets() {
    return of(BudgetsClient.builder());
  }

  CloudFormationClient cloudFormation() {
    return of(CloudFormationClient.builder());
  }

  CognitoIdentityProviderClient cognito() {
    return of(CognitoIdentityProviderClient.builder());
  }

  IamClient iam() {
    return of(IamClient.builder());
  }

  KmsClient kms() {
    return of(KmsClient.builder());
  }

  LambdaClient lambda() {
    return of(LambdaClient.builder());
  }

  CloudWatchLogsClient logs() {
    return of(CloudWatchLogsClient.builder());
  }

  SnsClient sns() {
    return of(SnsClient.builder());
  }

  StsClient sts() {
    return of(StsClient.builder());
  }

  Wafv2Client firewall() {
    return of(Wafv2Client.builder());
  }

  AwsTarget target() {
    return target;
  }

  /** A client needs no closing: what it holds is the HTTP client, which all share. */
  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C of(B builder) {
    target.endpoint().ifPresent(builder::endpointOverride);
    return builder
        .httpClient(http)
        .region(Region.of(target.region()))
        .credentialsProvider(credentials)
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                .apiCallTimeout(CALL_TIMEOUT)
                .retryStrategy(
                    DefaultRetryStrategy.standardStrategyBuilder().maxAttempts(attemptsMax).build())
                .build())
        .build();
  }

  @Override
  public void close() {
    http.close();
  }
}
