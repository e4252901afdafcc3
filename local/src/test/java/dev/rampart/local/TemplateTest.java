package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What must not get lost in the template, without Python. The full set of rules is checked on the
 * translated template by {@code .ci/template/run}.
 */
final class TemplateTest {
  private static final Path ROOT = Contract.ROOT;
  private static final Stack STACK = Template.read(ROOT.resolve("template.yaml")).stack(Map.of());
  private static final Set<String> PUBLIC =
      Set.of("get /v1/health", "get /v1/openapi.json", "head /v1/health", "head /v1/openapi.json");
  private static final Pattern RUNBOOK = Pattern.compile("docs/runbooks/([a-z-]+)\\.md");
  private static final Pattern VARIABLE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
  private static final String SHARED_HANDLERS =
      "adapters/src/main/java/dev/rampart/adapter/lambda/";
  private static final Set<String> POWERTOOLS =
      Set.of("POWERTOOLS_LOG_LEVEL", "POWERTOOLS_METRICS_NAMESPACE", "POWERTOOLS_SERVICE_NAME");
  private static final Set<String> BOUNDLESS =
      Set.of("cloudwatch:GetMetricData", "cloudwatch:DescribeAlarms");
  private static final int YEAR_DAYS = 365;
  private static final Set<String> CHANGES =
      Set.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem");

  @Test
  void every_operation_of_the_contract_is_in_the_gateway_with_its_scopes_key_and_models() {
    assertThat(gatewayOperations()).isEqualTo(Contract.read().operations()).isNotEmpty();
  }

  @Test
  void no_operation_of_the_gateway_leaves_its_security_open() {
    for (JsonNode path : body().path("paths")) {
      for (JsonNode operation : path) {
        assertThat(operation.has("security")).isTrue();
      }
    }
  }

  @Test
  void every_operation_but_the_public_ones_asks_for_a_token_with_a_scope_and_for_a_key() {
    assertThat(gatewayOperations())
        .allSatisfy(
            (operation, asked) -> {
              assertThat(asked.scopes().isEmpty()).isEqualTo(PUBLIC.contains(operation));
              assertThat(asked.key()).isNotEqualTo(PUBLIC.contains(operation));
            });
  }

  @Test
  void head_goes_where_get_goes_with_the_same_checks_and_the_same_limits() {
    for (JsonNode path : body().path("paths")) {
      assertThat(checks(path.path("head"))).isEqualTo(checks(path.path("get")));
    }
    assertThat(limits("HEAD")).isEqualTo(limits("GET")).isNotEmpty();
  }

  /** No table counts its callers, and where no executions are reserved nothing else holds them. */
  @Test
  void a_route_that_counts_nobody_is_throttled_for_all_callers_together() {
    JsonNode limits = limits("GET").getOrDefault("/~1v1~1monitoring", MissingNode.getInstance());

    assertThat(limits.path("ThrottlingRateLimit").asInt()).isBetween(1, 5);
    assertThat(limits.path("ThrottlingBurstLimit").asInt()).isBetween(1, 10);
  }

  @Test
  void no_mock_is_handed_a_body_that_it_has_no_template_for() {
    int mocks = 0;
    for (JsonNode integration : body().findValues("x-amazon-apigateway-integration")) {
      if (integration.path("type").asText().equals("mock")) {
        assertThat(integration.path("passthroughBehavior").asText()).isEqualTo("never");
        assertThat(integration.path("requestTemplates").has("application/json")).isTrue();
        mocks++;
      }
    }
    assertThat(mocks).isGreaterThan(2);
  }

  @Test
  void a_gateway_model_requires_what_the_contract_requires_and_leaves_faults_to_the_function() {
    Contract contract = Contract.read();
    JsonNode schemas = body().path("components").path("schemas");
    assertThat(schemas.isEmpty()).isFalse();
    schemas
        .properties()
        .forEach(
            model -> {
              assertThat(Contract.texts(model.getValue().path("required")))
                  .isEqualTo(Contract.texts(contract.schema(model.getKey()).path("required")));
              assertThat(model.getValue().has("properties")).isFalse();
              assertThat(model.getValue().has("additionalProperties")).isFalse();
            });
  }

  @Test
  void each_function_has_a_role_of_its_own_a_timeout_a_log_group_and_published_versions() {
    Set<String> roles = new HashSet<>();
    assertThat(functions()).isNotEmpty();
    for (Resource function : functions()) {
      assertThat(roles.add(function.text("Role", ""))).as(function.logicalId()).isTrue();
      assertThat(role(function).physical().attributes()).containsKey("Arn");
      assertThat(function.property("Timeout").asInt()).isBetween(4, 30);
      String group = function.property("LoggingConfig").path("LogGroup").asText();
      assertThat(STACK.ofType("AWS::Logs::LogGroup"))
          .filteredOn(one -> one.text("LogGroupName", "").equals(group))
          .singleElement()
          .satisfies(
              one -> assertThat(one.property("RetentionInDays").asInt()).isEqualTo(YEAR_DAYS));
      assertThat(function.text("AutoPublishAlias", "")).isEqualTo("live");
    }
  }

  @Test
  void each_function_names_a_handler_of_its_own_module_and_the_jar_that_the_build_makes()
      throws IOException {
    for (Resource function : functions()) {
      String module = module(function);
      String handler = function.text("Handler", "");
      assertThat(handler).startsWith("dev.rampart.function." + module + ".");
      assertThat(Files.readString(source(module, handler)))
          .containsPattern("implements RequestStreamHandler|extends (Batch|Rest)Handler");
      assertThat(function.text("CodeUri", ""))
          .isEqualTo("functions/" + module + "/target/rampart-" + module + "-lambda.jar");
      assertThat(Files.readString(ROOT.resolve("functions/" + module + "/pom.xml")))
          .contains("<artifactId>rampart-" + module + "</artifactId>");
    }
    for (String shared : List.of("BatchHandler", "RestHandler")) {
      assertThat(Files.readString(ROOT.resolve(SHARED_HANDLERS + shared + ".java")))
          .contains("class " + shared + " implements RequestStreamHandler");
    }
    try (Stream<Path> modules = Files.list(ROOT.resolve("functions"))) {
      assertThat(modules.map(module -> module.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              functions().stream().map(TemplateTest::module).toList());
    }
  }

  @Test
  void the_variables_of_each_function_are_those_that_its_settings_read() throws IOException {
    for (Resource function : functions()) {
      TreeSet<String> given = new TreeSet<>();
      function.property("Environment").path("Variables").fieldNames().forEachRemaining(given::add);
      assertThat(given).as(function.logicalId()).containsAll(POWERTOOLS);
      given.removeAll(POWERTOOLS);
      Set<String> read = settings(module(function));
      read.removeAll(POWERTOOLS);
      assertThat(given).as(function.logicalId()).isEqualTo(read);
    }
  }

  @Test
  void no_value_of_a_parameter_takes_the_line_of_a_request_out_of_a_log() {
    Template template = Template.read(ROOT.resolve("template.yaml"));
    int stacks = 0;
    for (Map.Entry<String, JsonNode> parameter : template.section("Parameters").properties()) {
      for (JsonNode value : parameter.getValue().path("AllowedValues")) {
        Stack stack = template.stack(Map.of(parameter.getKey(), value.asText()));
        for (Resource function : stack.ofType("AWS::Serverless::Function")) {
          JsonNode variables = function.property("Environment").path("Variables");
          assertThat(variables.path("POWERTOOLS_LOG_LEVEL").asText())
              .as("%s with %s=%s", function.logicalId(), parameter.getKey(), value.asText())
              .isEqualTo("INFO");
        }
        stacks++;
      }
    }
    assertThat(stacks).isPositive();
  }

  @Test
  void whatever_is_called_without_waiting_keeps_its_failures_in_a_queue() {
    Set<String> queues = arns("AWS::SQS::Queue");
    List<String> kept = new ArrayList<>();
    for (Resource source : STACK.ofType("AWS::Lambda::EventSourceMapping")) {
      String arn = source.text("EventSourceArn", "");
      if (queues.contains(arn)) {
        kept.add(redriveOf(arn));
      } else {
        kept.add(source.property("DestinationConfig").at("/OnFailure/Destination").asText());
      }
    }
    kept.add(
        STACK
            .get("EdgelogFunction")
            .property("EventInvokeConfig")
            .at("/DestinationConfig/OnFailure/Destination")
            .asText());
    for (Resource rule : STACK.ofType("AWS::Events::Rule")) {
      for (JsonNode target : rule.property("Targets")) {
        kept.add(target.path("DeadLetterConfig").path("Arn").asText());
      }
    }
    assertThat(kept).hasSizeGreaterThan(3).allSatisfy(arn -> assertThat(queues).contains(arn));
  }

  @Test
  void each_table_can_be_recovered_is_encrypted_and_cannot_be_deleted() {
    List<Resource> tables = STACK.ofType("AWS::DynamoDB::Table");
    assertThat(tables).isNotEmpty();
    for (Resource table : tables) {
      assertThat(
              table
                  .property("PointInTimeRecoverySpecification")
                  .path("PointInTimeRecoveryEnabled")
                  .asBoolean())
          .isTrue();
      assertThat(table.property("SSESpecification").path("SSEEnabled").asBoolean()).isTrue();
      assertThat(table.property("SSESpecification").path("SSEType").asText()).isEqualTo("KMS");
      assertThat(table.property("DeletionProtectionEnabled").asBoolean()).isTrue();
    }
  }

  @Test
  void no_role_allows_a_wildcard_action_or_every_resource_but_for_traces_metrics_and_alarms() {
    int seen = 0;
    for (Resource function : functions()) {
      for (JsonNode policy : role(function).property("Policies")) {
        for (JsonNode statement : policy.path("PolicyDocument").path("Statement")) {
          Set<String> actions = Contract.texts(statement.path("Action"));
          assertThat(actions).isNotEmpty().noneMatch(action -> action.contains("*"));
          if (Contract.texts(statement.path("Resource")).contains("*")) {
            assertThat(actions)
                .allMatch(action -> action.startsWith("xray:") || BOUNDLESS.contains(action));
          }
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(functions().size());
  }

  @ParameterizedTest
  @CsvSource({
    "BlocklistRole, block#allowed",
    "BlocklistRole, block#operators",
    "BlocklistRole, of#ip#198.51.100.4",
    "SecurityRole, block#budget",
    "SecurityRole, block#gate",
    "SecurityRole, of#ip#198.51.100.4"
  })
  void a_role_changes_no_items_of_another(String role, String key) {
    assertThat(changed(role)).isNotEmpty().noneMatch(pattern -> key.matches(pattern));
  }

  /** Returns the leading keys that a role may change in tables, as regular expressions. */
  private static Set<String> changed(String role) {
    TreeSet<String> keys = new TreeSet<>();
    for (JsonNode policy : STACK.get(role).property("Policies")) {
      for (JsonNode statement : policy.path("PolicyDocument").path("Statement")) {
        Set<String> actions = Contract.texts(statement.path("Action"));
        if (actions.stream().anyMatch(CHANGES::contains)) {
          JsonNode like = statement.path("Condition").path("ForAllValues:StringLike");
          keys.addAll(Contract.texts(like.path("dynamodb:LeadingKeys")));
        }
      }
    }
    return keys.stream().map(key -> key.replace("*", ".*")).collect(Collectors.toSet());
  }

  @Test
  void each_alarm_has_a_runbook_and_each_runbook_an_alarm() throws IOException {
    List<Resource> alarms = new ArrayList<>(STACK.ofType("AWS::CloudWatch::Alarm"));
    alarms.addAll(STACK.ofType("AWS::CloudWatch::CompositeAlarm"));
    TreeSet<String> named = new TreeSet<>();
    for (Resource alarm : alarms) {
      Matcher page = RUNBOOK.matcher(alarm.text("AlarmDescription", ""));
      assertThat(page.find()).as(alarm.logicalId()).isTrue();
      named.add(page.group(1));
      assertThat(Files.readString(ROOT.resolve(page.group())))
          .contains("`" + alarm.logicalId() + "`");
    }
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/runbooks"))) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }

  private static List<Resource> functions() {
    return STACK.ofType("AWS::Serverless::Function");
  }

  /** Returns the folder of a function's module: the last package of its handler. */
  private static String module(Resource function) {
    String[] steps = function.text("Handler", "").split("\\.", -1);
    return steps[steps.length - 2];
  }

  private static Path source(String module, String type) {
    return ROOT.resolve(
        "functions/" + module + "/src/main/java/" + type.replace('.', '/') + ".java");
  }

  /** Returns the names of the variables in the source of a function's settings, if it has any. */
  private static Set<String> settings(String module) throws IOException {
    String type = Character.toUpperCase(module.charAt(0)) + module.substring(1) + "Settings";
    Path file = source(module, "dev.rampart.function." + module + "." + type);
    TreeSet<String> names = new TreeSet<>();
    if (Files.exists(file)) {
      VARIABLE.matcher(Files.readString(file)).results().forEach(name -> names.add(name.group(1)));
      // Those that Lambda itself sets.
      names.removeIf(name -> name.startsWith("AWS_"));
      assertThat(names).as(module).isNotEmpty();
    }
    return names;
  }

  private static Resource role(Resource function) {
    return STACK.ofType("AWS::IAM::Role").stream()
        .filter(role -> function.text("Role", "").equals(role.physical().attributes().get("Arn")))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> arns(String type) {
    return STACK.ofType(type).stream()
        .flatMap(resource -> Stream.ofNullable(resource.physical().attributes().get("Arn")))
        .collect(Collectors.toSet());
  }

  private static String redriveOf(String arn) {
    return STACK.ofType("AWS::SQS::Queue").stream()
        .filter(queue -> arn.equals(queue.physical().attributes().get("Arn")))
        .map(queue -> queue.property("RedrivePolicy").path("deadLetterTargetArn").asText())
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode body() {
    return STACK.get("Api").property("DefinitionBody");
  }

  /** Returns an operation but for its name and summary. */
  private static Map<String, JsonNode> checks(JsonNode operation) {
    TreeMap<String, JsonNode> members = new TreeMap<>();
    operation.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    members.keySet().removeAll(Set.of("operationId", "summary"));
    return members;
  }

  /** Returns the settings that a method has on single paths, by path. */
  private static Map<String, JsonNode> limits(String method) {
    TreeMap<String, JsonNode> found = new TreeMap<>();
    for (JsonNode setting : STACK.get("Api").property("MethodSettings")) {
      if (setting.path("HttpMethod").asText().equals(method)) {
        ObjectNode rest = (ObjectNode) setting.deepCopy();
        rest.remove("HttpMethod");
        found.put(rest.path("ResourcePath").asText(), rest);
      }
    }
    return found;
  }

  private static Map<String, Contract.Asked> gatewayOperations() {
    return Contract.operations(body().path("paths"));
  }
}
