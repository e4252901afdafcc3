package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.gate.KeySource;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite in {@code docs/conformance/authorizer}, over HTTP against its template. */
final class AuthorizerConformanceTest {
  private static final CaseFolder SUITE = CaseFolder.named("authorizer");
  private static final Instant NOW = Running.NOW;
  private static final String ISSUER =
      "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_POOL1";
  private static final TokenCase TOKENS =
      new TokenCase(Tokens.newKey("key-1"), Tokens.newKey("key-1"), ISSUER, NOW);

  @TempDir private static Path folder;

  @BeforeAll
  static void publishKeys() throws IOException {
    Files.writeString(keys(), new JWKSet(TOKENS.key().toPublicJWK()).toString());
  }

  private static Path keys() {
    return folder.resolve("jwks.json");
  }

  static Stream<ConformanceCase> cases() {
    return SUITE.cases().stream();
  }

  static Stream<ConformanceCase> pairs() {
    return cases().filter(ConformanceCase::hasPair);
  }

  @Test
  void each_case_names_its_page_and_there_are_enough_pairs() {
    assertThat(cases())
        .allMatch(each -> each.document().path("page").asText().startsWith("https://docs.aws."))
        .allMatch(each -> each.document().path("seenOnAws").isBoolean());
    assertThat(pairs()).hasSizeGreaterThanOrEqualTo(13);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_holds(ConformanceCase each) throws IOException, InterruptedException {
    List<HttpResponse<String>> answers = send(each, false);
    for (int i = 0; i < answers.size(); i++) {
      ConformanceCase.Request request = each.requests().get(i);
      HttpResponse<String> answer = answers.get(i);
      assertThat(answer.statusCode()).as(request.toString()).isEqualTo(request.status());
      request.message().ifPresent(message -> isRefusal(answer, message));
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void another_template_gives_another_outcome(ConformanceCase each)
      throws IOException, InterruptedException {
    List<Integer> statuses = send(each, true).stream().map(HttpResponse::statusCode).toList();

    assertThat(statuses).isEqualTo(each.changedStatuses());
    assertThat(statuses).isNotEqualTo(each.statuses());
  }

  private static void isRefusal(HttpResponse<String> answer, String message) {
    assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }

  private static List<HttpResponse<String>> send(ConformanceCase each, boolean changed)
      throws IOException, InterruptedException {
    ApiDefinition api = ApiDefinition.read(each.stack(changed).get("Api").read(), "000000000000");
    GatewaySettings settings =
        new GatewaySettings(
                api,
                ISSUER,
                new KeySource.InFile(keys()),
                (_, _) -> new InvocationResult.FunctionError("none", ""))
            .withClock(Clock.fixed(NOW, ZoneOffset.UTC));
    List<HttpResponse<String>> answers = new ArrayList<>();
    try (Gateway gateway = Gateway.start(settings);
        HttpClient client = HttpClient.newHttpClient()) {
      for (ConformanceCase.Request request : each.requests()) {
        answers.add(client.send(http(gateway.url(), request.document()), BodyHandlers.ofString()));
      }
    }
    return answers;
  }

  private static HttpRequest http(URI gateway, JsonNode request) {
    String token = request.has("token") ? TOKENS.token(request.path("token")) : "";
    String authorization =
        request.path("authorization").asText(token.isEmpty() ? "" : "Bearer {token}");
    HttpRequest.Builder http =
        HttpRequest.newBuilder(
                gateway.resolve(request.path("path").asText().replace("{token}", token)))
            .method(request.path("method").asText(), BodyPublishers.noBody());
    if (!authorization.isEmpty()) {
      http.header("Authorization", authorization.replace("{token}", token));
    }
    return http.build();
  }
}
