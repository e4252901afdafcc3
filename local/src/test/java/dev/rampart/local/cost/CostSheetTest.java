package dev.rampart.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Symbol;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of the cost sheet are what its prices and the template give. */
final class CostSheetTest {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", ".."));
  private static final double MONTH_SECONDS = 730 * 3600;
  private static final double MILLION = 1e6;
  private static final double WRITES = 0.2;
  private static final double SAMPLED = 0.05;
  private static final double IDLE_DEV_MAX = 18;
  // CloudWatch Logs charges so many bytes more for each line.
  private static final double LINE_OVERHEAD_BYTES = 26;
  private static final double GIGA = 1e9;
  private static final double DAY_SECONDS = 86_400;
  // A submission of 2 KB.
  private static final double WRITE_UNITS = 2;
  // DynamoDB: what one partition writes in a second.
  private static final double PARTITION_WRITE_UNITS = 1_000;
  // Lambda: concurrent executions of an account, and how many of them nobody can reserve.
  private static final double LAMBDA_QUOTA = 1_000;
  private static final double UNRESERVED_MIN = 100;
  // A request holds its place for twice the time that is paid, so that a peak finds room.
  private static final double SECONDS_HELD = 0.03;
  // SuspiciousRequests, SuspiciousSources, ThreatsDetected and ThreatNotifications.
  private static final int WHOLE_SERIES = 4;
  private static final String IDLE = "Idle";
  private static final String ALLOWED = "What each preset allows";
  private static final String LOAD = "By load";
  private static final String USE = "What a request uses";
  private static final String LINES = "The log lines of a request";

  private final CostPage page = CostPage.read(ROOT.resolve("docs/cost.md"));
  private final Template template = Template.read(ROOT.resolve("template.yaml"));

  CostSheetTest() throws IOException {}

  @Test
  void theNumbersThatIdleAreThoseOfTheTemplate() {
    for (String preset : List.of("dev", "prod")) {
      int cell = preset.equals("dev") ? 0 : 1;
      Stack stack = template.symbolic(Map.of("Preset", preset));
      assertThat(idle("waf-acl", cell)).isEqualTo(count(stack, "AWS::WAFv2::WebACL"));
      assertThat(idle("waf-rule", cell)).isEqualTo(firewallRules(stack));
      assertThat(idle("key", cell)).isEqualTo(count(stack, "AWS::KMS::Key"));
      assertThat(idle("secret", cell)).isEqualTo(count(stack, "AWS::SecretsManager::Secret"));
      assertThat(idle("program-client", cell)).isEqualTo(programClients(stack));
      assertThat(idle("alarm-metric", cell)).isEqualTo(alarmMetrics(stack));
      assertThat(idle("composite-alarm", cell))
          .isEqualTo(count(stack, "AWS::CloudWatch::CompositeAlarm"));
      assertThat(idle("dashboard", cell)).isEqualTo(count(stack, "AWS::CloudWatch::Dashboard"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whatIdlesAddsUp(int preset) {
    double together = 0;
    for (String id : page.priced(IDLE)) {
      double cost = idle(id, preset) * page.price(id);
      assertThat(page.row(IDLE, id).get(2 + preset)).as(id).isEqualTo(cents(cost));
      together += cost;
    }
    assertThat(page.row(IDLE, "**together**").get(2 + preset))
        .isEqualTo("**" + cents(together) + "**");
    assertThat(preset == 1 || together <= IDLE_DEV_MAX).as("what dev idles for").isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "100, 1", "10000, 2"})
  void aLoadAddsUp(double perSecond, int cell) {
    double together = 0;
    for (String service : page.names(LOAD)) {
      if (!service.equals("service") && !service.equals("**together**")) {
        double cost = cost(service, perSecond);
        assertThat(page.row(LOAD, service).get(cell)).as(service).isEqualTo(dollars(cost));
        together += cost;
      }
    }
    assertThat(page.row(LOAD, "**together**").get(cell)).isEqualTo("**" + dollars(together) + "**");
  }

  @ParameterizedTest
  @CsvSource({"prod, 1", "prod, 100", "large, 10000"})
  void thePresetAllowsTheLoad(String preset, double perSecond) {
    Stack stack = template.symbolic(Map.of("Preset", preset));
    JsonNode stage = stack.get("Api").property("MethodSettings").path(0);
    assertThat(stage.path("ThrottlingRateLimit").asDouble()).isGreaterThanOrEqualTo(perSecond);
    Resource plan = stack.get("WebPlan");
    assertThat(plan.property("Throttle").path("RateLimit").asDouble())
        .isGreaterThanOrEqualTo(perSecond);
    assertThat(plan.property("Quota").path("Limit").asDouble())
        .isGreaterThanOrEqualTo(perSecond * DAY_SECONDS);
    assertThat(reserved(stack, "ApiFunction")).isGreaterThanOrEqualTo(perSecond * SECONDS_HELD);
  }

  @ParameterizedTest
  @CsvSource({"prod, 100", "large, 10000"})
  void theTableAndEachOfItsIndexesAllowTheLoad(String preset, double perSecond) {
    Resource table = template.symbolic(Map.of("Preset", preset)).get("SubmissionsTable");
    double writes = perSecond * WRITES;
    assertThat(ceiling(table.properties(), "MaxReadRequestUnits"))
        .isGreaterThanOrEqualTo(perSecond * (1 - WRITES) * use("table-read", 0));
    // A local index is written at the expense of the table.
    int local = table.property("LocalSecondaryIndexes").size();
    assertThat(ceiling(table.properties(), "MaxWriteRequestUnits"))
        .isGreaterThanOrEqualTo(writes * WRITE_UNITS * (1 + local));
    double units = WRITE_UNITS * (1 + local);
    for (JsonNode index : table.property("GlobalSecondaryIndexes")) {
      boolean whole = index.at("/Projection/ProjectionType").asText().equals("ALL");
      double each = whole ? WRITE_UNITS : 1;
      assertThat(ceiling(index, "MaxWriteRequestUnits"))
          .as(index.path("IndexName").asText())
          .isGreaterThanOrEqualTo(writes * each);
      units += each;
    }
    units += use("table-write", 0);
    assertThat(units).as("what a write uses").isEqualTo(use("table-write", 1));
    Resource counts = template.symbolic(Map.of("Preset", preset)).get("CountsTable");
    assertThat(ceiling(counts.properties(), "MaxWriteRequestUnits"))
        .isGreaterThanOrEqualTo(perSecond * use("table-write", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "large"})
  void theRelayTakesEachShardOfTheStream(String preset) {
    Stack stack = template.symbolic(Map.of("Preset", preset));
    double units = ceiling(stack.get("SubmissionsTable").properties(), "MaxWriteRequestUnits");
    // A table on demand begins with four partitions, and each has a shard.
    double shards = Math.max(4, units / PARTITION_WRITE_UNITS);
    assertThat(reserved(stack, "RelayFunction")).isGreaterThanOrEqualTo(shards);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "large"})
  void theReadersOfAQueueLeaveAPlaceForTheTick(String preset) {
    Stack stack = template.symbolic(Map.of("Preset", preset));
    int ticks = 0;
    for (Resource mapping : stack.ofType("AWS::Lambda::EventSourceMapping")) {
      double readers = mapping.property("ScalingConfig").path("MaximumConcurrency").asDouble();
      String called = mapping.text("FunctionName", "");
      for (Resource schedule : stack.ofType("AWS::Scheduler::Schedule")) {
        if (schedule.property("Target").path("Arn").asText().equals(called)) {
          String function = Symbol.in(called).getFirst().logicalId().replace("Aliaslive", "");
          assertThat(reserved(stack, function)).as(function).isGreaterThan(readers);
          ticks++;
        }
      }
    }
    assertThat(ticks).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "large"})
  void anAccountOfTheUsualQuotaCanReserveWhatThePresetAsksFor(String preset) {
    Stack stack = template.symbolic(Map.of("Preset", preset));
    double sum =
        stack.resources().stream()
            .mapToDouble(each -> each.property("ReservedConcurrentExecutions").asDouble(0))
            .sum();
    assertThat(sum).isPositive().isLessThanOrEqualTo(LAMBDA_QUOTA - UNRESERVED_MIN);
    assertThat(page.number(ALLOWED, preset, 3)).isEqualTo(sum);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "large"})
  void whatAPresetAllowsIsWhatTheTemplateSays(String preset) {
    Stack stack = template.symbolic(Map.of("Preset", preset));
    JsonNode stage = stack.get("Api").property("MethodSettings").path(0);
    JsonNode plan = stack.get("WebPlan").property("Throttle");
    assertThat(page.number(ALLOWED, preset, 0))
        .isEqualTo(stage.path("ThrottlingRateLimit").asDouble());
    assertThat(page.number(ALLOWED, preset, 1)).isEqualTo(plan.path("RateLimit").asDouble());
    assertThat(page.number(ALLOWED, preset, 2)).isEqualTo(reserved(stack, "ApiFunction"));
  }

  @Test
  void detectionWritesNoMoreSeriesThanThePageSays() throws IOException {
    long kinds = Arrays.stream(SignalKind.values()).filter(it -> !it.isCounterEvidence()).count();
    long findings = Arrays.stream(DetectorKind.values()).mapToLong(CostSheetTest::severities).sum();
    assertThat(Files.readString(ROOT.resolve("docs/cost.md")))
        .contains("Detection writes at most %d series".formatted(WHOLE_SERIES + kinds + findings));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theLogOfARequestIsTheSumOfItsLines(int kind) {
    double bytes = 0;
    for (String line : page.names(LINES)) {
      if (!line.equals("line")) {
        double each = page.number(LINES, line, 0) + LINE_OVERHEAD_BYTES;
        bytes += each * page.number(LINES, line, 1 + kind);
      }
    }
    assertThat(String.format(Locale.ROOT, "%.7f", bytes / GIGA))
        .isEqualTo(page.row(USE, "log-gb").get(kind));
  }

  /** Returns how many severities a detector tells, from its threshold to far above it. */
  private static long severities(DetectorKind detector) {
    return 1L
        + detector.severity(new Measure("", MILLION, 1)).ordinal()
        - detector.severity(new Measure("", 1, 1)).ordinal();
  }

  private static double reserved(Stack stack, String function) {
    return stack.get(function).property("ReservedConcurrentExecutions").asDouble();
  }

  private static double ceiling(JsonNode owner, String units) {
    return owner.path("OnDemandThroughput").path(units).asDouble();
  }

  private double cost(String service, double perSecond) {
    double requests = perSecond * MONTH_SECONDS / MILLION;
    return switch (service) {
      case "API Gateway" -> gateway(requests);
      case "AWS WAF" -> used(requests, "waf-request");
      case "Lambda" -> used(requests, "lambda-request") + used(requests * MILLION, "lambda-time");
      case "DynamoDB" -> used(requests, "table-read") + used(requests, "table-write");
      case "EventBridge" -> used(requests, "event");
      case "SQS" -> used(requests, "queue-request");
      case "CloudWatch Logs" -> used(requests * MILLION, "log-gb");
      case "X-Ray" ->
          (Math.min(perSecond, 1) + SAMPLED * Math.max(0, perSecond - 1))
              * MONTH_SECONDS
              / MILLION
              * page.price("trace");
      case "KMS" -> used(requests, "key-call");
      default -> throw new IllegalArgumentException(service);
    };
  }

  private double used(double requests, String id) {
    double each = (1 - WRITES) * use(id, 0) + WRITES * use(id, 1);
    return requests * each * page.price(id);
  }

  /** The price falls from step to step; the steps are those that the table of prices names. */
  private double gateway(double millions) {
    double first = Math.min(millions, 333);
    double second = Math.min(millions - first, 667);
    double third = Math.min(millions - first - second, 19_000);
    double rest = millions - first - second - third;
    return first * page.price("api-1")
        + second * page.price("api-2")
        + third * page.price("api-3")
        + rest * page.price("api-4");
  }

  private double idle(String id, int preset) {
    return page.number(IDLE, id, preset);
  }

  private double use(String id, int kind) {
    return page.number(USE, id, kind);
  }

  private static double count(Stack stack, String type) {
    return stack.ofType(type).size();
  }

  private static double firewallRules(Stack stack) {
    return stack.ofType("AWS::WAFv2::WebACL").stream()
        .mapToInt(acl -> acl.property("Rules").size())
        .sum();
  }

  private static double programClients(Stack stack) {
    return stack.ofType("AWS::Cognito::UserPoolClient").stream()
        .filter(
            client ->
                client.property("AllowedOAuthFlows").toString().contains("client_credentials"))
        .count();
  }

  private static double alarmMetrics(Stack stack) {
    return stack.ofType("AWS::CloudWatch::Alarm").stream()
        .mapToInt(CostSheetTest::alarmMetrics)
        .sum();
  }

  private static int alarmMetrics(Resource alarm) {
    JsonNode metrics = alarm.property("Metrics");
    int direct = metrics.isArray() ? metrics.findValues("MetricStat").size() : 1;
    return metrics.toString().contains("ANOMALY_DETECTION_BAND") ? direct + 2 : direct;
  }

  private static String cents(double cost) {
    return String.format(Locale.ROOT, "%.2f", cost);
  }

  private static String dollars(double cost) {
    return String.format(Locale.ROOT, "%,.0f", cost);
  }
}
