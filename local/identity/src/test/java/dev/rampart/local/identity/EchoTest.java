package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal shows the beginning of what a client sent at most, and can show any of it. */
final class EchoTest {
  private static final TestPool POOL = new TestPool();

  private static final String CALLS =
      """
      ListUsers              | {"UserPoolId": "%s"}
      InitiateAuth           | {"ClientId": "%s"}
      InitiateAuth           | {"ClientId": "{web}", "AuthFlow": "%s"}
      InitiateAuth           | {"ClientId": "{web}", "AuthFlow": "USER_SRP_AUTH", "AuthParameters": {"USERNAME": "%s", "SRP_A": "2"}}
      InitiateAuth           | {"ClientId": "{web}", "AuthFlow": "USER_SRP_AUTH", "AuthParameters": {"USERNAME": "ann", "SRP_A": "%s"}}
      RespondToAuthChallenge | {"ClientId": "{web}", "ChallengeName": "%s", "ChallengeResponses": {"USERNAME": "ann"}}
      RespondToAuthChallenge | {"ClientId": "{web}", "ChallengeName": "MFA_SETUP", "Session": "%s", "ChallengeResponses": {"USERNAME": "ann"}}
      AdminCreateUser        | {"UserPoolId": "{pool}", "Username": "%s", "MessageAction": "SUPPRESS"}
      AdminCreateUser        | {"UserPoolId": "{pool}", "Username": "x", "MessageAction": "SUPPRESS", "UserAttributes": [{"Name": "%s", "Value": ""}]}
      AdminCreateUser        | {"UserPoolId": "{pool}", "Username": "x", "MessageAction": "SUPPRESS", "UserAttributes": [{"Name": "email", "Value": "%s"}]}
      AdminGetUser           | {"UserPoolId": "{pool}", "Username": "%s"}
      GetGroup               | {"UserPoolId": "{pool}", "GroupName": "%s"}
      ListUsers              | {"UserPoolId": "{pool}", "Filter": "%s"}
      ListUsers              | {"UserPoolId": "{pool}", "PaginationToken": "%s"}
      GetUser                | {"AccessToken": "%s"}
      ForgotPassword         | {"ClientId": "{web}", "Username": "%s"}
      ConfirmForgotPassword  | {"ClientId": "{web}", "Username": "ann", "ConfirmationCode": "%s", "Password": "Another-horse-8-battery"}
      """;

  @AfterAll
  static void stop() {
    POOL.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = CALLS)
  void a_long_value_comes_back_as_its_beginning(String operation, String input) {
    HttpResponse<String> answer = send(operation, input, "é".repeat(30_000));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body().length()).isLessThan(2_000);
    assertThat(answer.headers().map().toString().length()).isLessThan(3_000);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = CALLS)
  void half_a_character_is_refused_like_anything_else(String operation, String input) {
    assertThat(send(operation, input, "\\ud800").statusCode()).isEqualTo(400);
    assertThat(
            send(operation, input, "x".repeat(1_000) + "\\ud83d\\ude00".repeat(100)).statusCode())
        .isEqualTo(400);
  }

  private static HttpResponse<String> send(String operation, String input, String value) {
    String body =
        input
            .replace("{pool}", POOL.server.settings().pool().id())
            .replace("{web}", POOL.client("web").id())
            .formatted(value);
    return POOL.send(
        HttpRequest.newBuilder(URI.create(POOL.server.url()))
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
            .header("Authorization", "AWS4 Credential=ANY/x")
            .POST(BodyPublishers.ofString(body)));
  }
}
