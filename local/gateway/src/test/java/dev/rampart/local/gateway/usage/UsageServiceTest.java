package dev.rampart.local.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.gateway.Gateway;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.supervision.RunClock;
import dev.rampart.local.template.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.apigateway.model.GetApiKeysResponse;
import software.amazon.awssdk.services.apigateway.model.LimitExceededException;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.QuotaPeriodType;
import software.amazon.awssdk.services.apigateway.model.UsagePlan;

/** API Gateway's API through AWS's own client, beside a gateway that its calls change. */
final class UsageServiceTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TODAY = "2026-11-24";
  private static final String VALUE = "a-value-of-twenty-letters";

  private final RunClock clock = new RunClock(Clock.fixed(NOW, ZoneOffset.UTC));
  private final Stack stack =
      UsageStacks.patched(
          """
          {"Plan": {"Properties": {
            "UsagePlanName": "the plan",
            "ApiStages": [{"ApiId": {"Ref": "Api"}, "Stage": {"Ref": "Api.Stage"},
                           "Throttle": {"/a/POST": {"RateLimit": 0.5, "BurstLimit": 3}}}],
            "Throttle": {"RateLimit": 100, "BurstLimit": 200},
            "Quota": {"Limit": 2, "Period": "DAY"}}}}
          """);
  private final ApiDefinition api = UsageStacks.api(stack);
  private final UsagePlans usage = UsageStacks.usage(stack, api, clock);
  private final Gateway gateway = UsageStacks.gateway(api, usage, clock);
  private final AwsServer server =
      AwsServer.start(0, List.of(new UsageService(usage, api, "eu-west-1")));
  private final HttpClient http = HttpClient.newHttpClient();
  private final ApiGatewayClient client =
      ApiGatewayClient.builder()
          .endpointOverride(server.url())
          .region(Region.EU_WEST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("LOCAL", "secret")))
          .httpClient(UrlConnectionHttpClient.create())
          .build();
  private final String plan = stack.get("Plan").physical().ref();
  private final String one = stack.get("One").physical().ref();
  private final String two = stack.get("Two").physical().ref();

  UsageServiceTest() throws IOException {}

  @AfterEach
  void stop() {
    client.close();
    http.close();
    server.close();
    gateway.close();
  }

  @Test
  void a_plan_is_shown_as_the_template_makes_it() {
    UsagePlan shown = client.getUsagePlans().items().getFirst();

    assertThat(client.getUsagePlan(r -> r.usagePlanId(plan)).name()).isEqualTo(shown.name());
    assertThat(shown.id()).isEqualTo(plan);
    assertThat(shown.name()).isEqualTo("the plan");
    assertThat(shown.throttle().rateLimit()).isEqualTo(100);
    assertThat(shown.throttle().burstLimit()).isEqualTo(200);
    assertThat(shown.quota().limit()).isEqualTo(2);
    assertThat(shown.quota().period()).isEqualTo(QuotaPeriodType.DAY);
    assertThat(shown.apiStages()).hasSize(1);
    assertThat(shown.apiStages().getFirst().stage()).isEqualTo("dev");
    assertThat(shown.apiStages().getFirst().throttle())
        .hasEntrySatisfying("/a/POST", limit -> assertThat(limit.rateLimit()).isEqualTo(0.5));
    assertThat(client.getUsagePlans(r -> r.keyId(two)).items()).isEmpty();
    assertThat(client.getUsagePlans(r -> r.keyId(one)).items()).hasSize(1);
    assertThat(client.getUsagePlanKeys(r -> r.usagePlanId(plan)).items().getFirst().id())
        .isEqualTo(one);
  }

  @Test
  void a_value_is_shown_to_who_asks_for_it_alone() {
    assertThat(client.getApiKey(r -> r.apiKey(one)).value()).isNull();
    assertThat(client.getApiKey(r -> r.apiKey(one).includeValue(true)).value())
        .isEqualTo(UsageStacks.value("One"));
    assertThat(client.getApiKeys().items()).extracting(ApiKey::value).containsOnlyNulls();
    assertThat(client.getApiKeys(r -> r.includeValues(true)).items())
        .extracting(ApiKey::value)
        .containsExactly(UsageStacks.value("One"), UsageStacks.value("Two"));
    assertThat(client.getApiKey(r -> r.apiKey(one)).createdDate()).isEqualTo(NOW);
  }

  @Test
  void a_key_that_is_made_opens_once_it_is_enabled_and_in_a_plan() throws Exception {
    String id = client.createApiKey(r -> r.name("new").value(VALUE)).id();
    assertThat(call(VALUE)).isEqualTo(403);
    assertThat(
            client
                .createUsagePlanKey(r -> r.usagePlanId(plan).keyId(id).keyType("API_KEY"))
                .value())
        .isEqualTo(VALUE);
    assertThat(call(VALUE)).isEqualTo(403);
    assertThat(patch("/apikeys/" + id, "/enabled", "true").path("enabled").asBoolean()).isTrue();
    assertThat(call(VALUE)).isEqualTo(200);
    JsonNode _ = patch("/apikeys/" + id, "/enabled", "false");
    assertThat(call(VALUE)).isEqualTo(403);
    JsonNode _ = patch("/apikeys/" + id, "/enabled", "true");
    client.deleteApiKey(r -> r.apiKey(id));
    assertThat(call(VALUE)).isEqualTo(403);
    assertThatThrownBy(() -> client.getApiKey(r -> r.apiKey(id)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_key_without_a_value_gets_a_long_one() {
    assertThat(client.createApiKey(r -> r.enabled(true)).value()).matches("[a-z0-9]{40}");
  }

  @Test
  void usage_is_told_by_the_day_and_more_may_be_granted() throws Exception {
    assertThat(calls(3)).containsExactly(200, 200, 429);
    assertThat(days(TODAY, TODAY)).containsExactly(List.of(2L, 0L));

    JsonNode granted = patch("/usageplans/" + plan + "/keys/" + one + "/usage", "/remaining", "1");
    assertThat(granted.path("values").path(one)).hasToString("[[2,1]]");
    assertThat(granted.path("startDate").asText()).isEqualTo(TODAY);
    assertThat(calls(2)).containsExactly(200, 429);

    clock.forward(Duration.ofDays(1));
    assertThat(calls(1)).containsExactly(200);
    assertThat(days("2026-11-23", "2026-11-25"))
        .containsExactly(List.of(0L, 2L), List.of(3L, 0L), List.of(1L, 1L));
  }

  @Test
  void lists_come_in_pages() {
    for (int i = 0; i < 5; i++) {
      int number = i;
      client.createApiKey(r -> r.name("page " + number));
    }
    List<String> names = new ArrayList<>();
    String position = null;
    do {
      String from = position;
      GetApiKeysResponse page = client.getApiKeys(r -> r.limit(2).position(from).nameQuery("page"));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(key -> names.add(key.name()));
      position = page.position();
    } while (position != null);
    assertThat(names).containsExactly("page 0", "page 1", "page 2", "page 3", "page 4");
    assertThat(client.getApiKeysPaginator(r -> r.limit(3)).items()).hasSize(7);
  }

  @Test
  void what_aws_refuses_is_refused_with_its_error() {
    assertThatThrownBy(() -> client.getUsagePlan(r -> r.usagePlanId("none")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("Invalid Usage Plan ID specified");
    assertThatThrownBy(() -> client.getApiKey(r -> r.apiKey("none")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("Invalid API Key identifier specified");
    assertThatThrownBy(() -> client.createApiKey(r -> r.value(UsageStacks.value("One"))))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(
            () -> client.createUsagePlanKey(r -> r.usagePlanId(plan).keyId(one).keyType("API_KEY")))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(
            () -> client.getUsage(r -> r.usagePlanId(plan).startDate(TODAY).endDate("2027-11-24")))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> client.getApiKeys(r -> r.limit(501)))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> client.getApiKeys(r -> r.position("gone")))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void there_are_no_more_keys_than_an_account_has() {
    for (int i = usage.keys().size(); i < UsagePlans.KEYS_MAX; i++) {
      usage.create(
          new dev.rampart.local.gateway.usage.ApiKey("id-" + i, "", "", "v-" + i, true, NOW, NOW));
    }
    assertThatThrownBy(() -> client.createApiKey(r -> r.name("more")))
        .isInstanceOf(LimitExceededException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "POST~/apikeys~{~400",
        "POST~/apikeys~[]~400",
        "POST~/apikeys~{}}~400",
        "POST~/apikeys~{\"name\": 1}~400",
        "POST~/apikeys~{\"value\": \"short\"}~400",
        "POST~/apikeys~{\"enabled\": 1}~400",
        "POST~/apikeys~{\"customerId\": \"a\"}~400",
        "PUT~/apikeys~{}~404",
        "GET~/apikeys/a/b~ ~404",
        "GET~/apikeys?limit=x~ ~400",
        "GET~/usageplans/none/usage?startDate=1&endDate=2~ ~400",
        "GET~/usageplans/none/usage?startDate=%2B999999999-12-31&endDate=%2B999999999-12-31~ ~400",
        "GET~/usageplans/none/usage?startDate=-999999999-01-01&endDate=-999999999-01-01~ ~400",
        "GET~/usageplans/none/keys~ ~404",
        "GET~/usageplans/none/other/more/and/more~ ~404",
        "DELETE~/usageplans/none~ ~404",
        "PATCH~/usageplans/PLAN/keys/TWO/usage~{}~404",
        "PATCH~/usageplans/PLAN/keys/ONE/usage" + "~{\"patchOperations\": [{\"op\": \"add\"}]}~400",
        "PATCH~/usageplans/PLAN/keys/ONE/usage"
            + "~{\"patchOperations\":"
            + " [{\"op\": \"replace\", \"path\": \"/remaining\", \"value\": \"-1\"}]}~400",
        "PATCH~/apikeys/ONE~{\"patchOperations\": [{\"op\": \"replace\", \"path\": \"/value\","
            + " \"value\": \"v\"}]}~400",
        "PATCH~/apikeys/ONE~{\"patchOperations\": [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}~400",
      })
  void what_no_client_sends_is_refused_in_the_form_of_an_error(
      String method, String path, String body, int status) throws Exception {
    String patched = path.replace("PLAN", plan).replace("ONE", one).replace("TWO", two);
    HttpResponse<String> answer = send(method, patched, body == null ? "" : body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).startsWith("{\"message\":");
    assertThat(answer.headers().firstValue("x-amzn-ErrorType")).isPresent();
  }

  private List<List<Long>> days(String from, String to) {
    return Objects.requireNonNull(
        client
            .getUsage(r -> r.usagePlanId(plan).keyId(one).startDate(from).endDate(to))
            .items()
            .get(one));
  }

  private List<Integer> calls(int count) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      statuses.add(call(UsageStacks.value("One")));
    }
    return statuses;
  }

  private int call(String key) throws Exception {
    return http.send(
            HttpRequest.newBuilder(gateway.url().resolve("/a")).header("x-api-key", key).build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  /** Patches as the AWS CLI does; the SDK's small HTTP client cannot. */
  private JsonNode patch(String path, String member, String value) throws Exception {
    String body =
        """
        {"patchOperations": [{"op": "replace", "path": "%s", "value": "%s"}]}
        """
            .formatted(member, value);
    return JSON.readTree(send("PATCH", path, body).body());
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
