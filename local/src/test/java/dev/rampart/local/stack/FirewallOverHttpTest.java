package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.gateway.Gateway;
import dev.rampart.local.gateway.GatewaySettings;
import dev.rampart.local.gateway.gate.KeySource;
import dev.rampart.local.identity.PoolFilter;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.stack.firewall.Firewalls;
import dev.rampart.local.template.PseudoParameters;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The web ACL of a changed template, in front of the gateway and of the user pool. */
final class FirewallOverHttpTest {
  private static final String RULES = "      Rules:\n";

  private static final String ADDED =
      """
            CustomResponseBodies: {gone: {ContentType: TEXT_PLAIN, Content: It is gone.}}
            Rules:
            - Name: Marked
              Priority: 80
              Action: {Count: {CustomRequestHandling: {InsertHeaders: [{Name: mark, Value: seen}]}}}
              VisibilityConfig: {}
              Statement:
                SizeConstraintStatement:
                  FieldToMatch: {UriPath: {}}
                  ComparisonOperator: GT
                  Size: 0
                  TextTransformations: [{Priority: 0, Type: NONE}]
            - Name: Gone
              Priority: 81
              Action:
                Block:
                  CustomResponse:
                    ResponseCode: 410
                    CustomResponseBodyKey: gone
                    ResponseHeaders: [{Name: X-Why, Value: old}]
              VisibilityConfig: {}
              Statement:
                ByteMatchStatement:
                  FieldToMatch: {UriPath: {}}
                  SearchString: /v0
                  PositionalConstraint: STARTS_WITH
                  TextTransformations: [{Priority: 0, Type: NONE}]
      """;

  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final StackPlan plan;
  private final Firewalls firewalls;

  FirewallOverHttpTest() throws IOException {
    String template =
        Files.readString(Path.of(System.getProperty("rampart.root", "."), "template.yaml"));
    plan = StackPlans.ofTemplate(template.replace(RULES, ADDED));
    firewalls =
        new Firewalls(
            plan.firewall(),
            PseudoParameters.local("local"),
            Clock.systemUTC(),
            (_, line) -> log.add(line),
            (_, _) -> {});
  }

  private HttpResponse<String> get(String target) throws IOException, InterruptedException {
    GatewaySettings settings =
        new GatewaySettings(
            plan.api(),
            "https://issuer.example",
            new KeySource.InFile(Path.of("nothing")),
            (_, event) -> {
              events.add(new String(event, StandardCharsets.UTF_8));
              return new InvocationResult.Answered(
                  "{\"statusCode\": 200}".getBytes(StandardCharsets.UTF_8));
            });
    try (Gateway gateway = Gateway.start(settings.withWebAcl(firewalls.gate(plan.api())));
        HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          java.net.http.HttpRequest.newBuilder(gateway.url().resolve(target)).build(),
          BodyHandlers.ofString());
    }
  }

  @Test
  void an_inserted_header_reaches_the_function() throws Exception {
    assertThat(get("/v1/openapi.json").statusCode()).isEqualTo(200);
    assertThat(events).hasSize(1);
    assertThat(events.getFirst()).contains("\"x-amzn-waf-mark\":\"seen\"");
  }

  @Test
  void a_custom_response_is_answered_as_it_is() throws Exception {
    HttpResponse<String> answer = get("/v0/anything");

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).isEqualTo("It is gone.");
    assertThat(answer.headers().firstValue("X-Why")).contains("old");
    assertThat(events).isEmpty();
    assertThat(log).hasSize(1);
    assertThat(log.getFirst()).contains("\"responseCodeSent\":410");
  }

  @Test
  void a_managed_rule_answers_with_the_gateway_response() throws Exception {
    HttpResponse<String> answer = get("/v1/health?a=../../b");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"gate\":\"waf\"");
  }

  @Test
  void the_pool_is_behind_the_same_web_acl_and_its_bodies_are_not_seen() {
    PoolFilter filter = firewalls.filter(plan.identity());
    HttpRequest good = request("/oauth2/token", "User-Agent", "test");
    HttpRequest local = request("/login", "User-Agent", "test");

    assertThat(filter.refuse(good, false)).isEmpty();
    assertThat(filter.refuse(local, false)).isEmpty();
    assertThat(filter.refuse(request("/login", "X-A", "b"), false).orElseThrow().status())
        .isEqualTo(403);
    assertThat(filter.refuse(request("/", "X-A", "b"), true).orElseThrow().body())
        .asString(StandardCharsets.UTF_8)
        .contains("ForbiddenException");
    assertThat(filter.refuse(request("/p/.well-known/jwks.json", "X-A", "b"), false)).isEmpty();
    assertThat(filter.refuse(request("/", "Authorization", "AWS4-HMAC-SHA256 x"), true))
        .isPresent();
  }

  private static HttpRequest request(String path, String name, String value) {
    return new HttpRequest(
        "POST",
        path,
        "redirect_uri=http://localhost:3000",
        List.of(new Field("Host", "localhost:1"), new Field(name, value)),
        "x' UNION SELECT password FROM users --".getBytes(StandardCharsets.UTF_8),
        "127.0.0.1");
  }
}
