package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.JSON;
import static dev.rampart.local.scenario.Caller.behindEscapes;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.access.AccessControl;
import dev.rampart.local.access.AccessReader;
import dev.rampart.local.access.CallRecord;
import dev.rampart.local.access.CallReport;
import dev.rampart.local.access.PolicyDocuments;
import dev.rampart.local.access.RecordedCall;
import dev.rampart.local.access.Statement;
import dev.rampart.local.run.RampartRun;
import dev.rampart.local.stack.RunSettings;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The roles of the functions have what one use of everything needs, and nothing else: all calls are
 * allowed, no grant is without use or reason, and without any one of them a step fails.
 */
final class GrantScenarioTest {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", "."));
  private static final Path TEMPLATE = ROOT.resolve("template.yaml");
  private static final PseudoParameters STACK = PseudoParameters.local("rampart-local");

  /** Each call with the step that made it first. */
  private static final Map<RecordedCall, String> CALLS = new LinkedHashMap<>();

  @TempDir private static Path folder;

  @BeforeAll
  static void use() throws IOException {
    RunSettings settings =
        RampartRun.inMemory(ROOT).with(Running.UNLIMITED).with(Map.of("BlockingMode", "on"));
    try (Running run = Running.start(settings, Set.of())) {
      after("starting", run);
      String id = run.ann.submitted();
      heard(run, id, "SubmissionReceived");
      after("submitting", run);
      assertThat(run.ann.get(one(id)).status()).isEqualTo(200);
      after("reading", run);
      assertThat(run.ann.get(ALL).status()).isEqualTo(200);
      after("listing", run);
      assertThat(run.ann.patch(id, "*", "{\"title\":\"Another title\"}").status()).isEqualTo(200);
      heard(run, id, "SubmissionAmended");
      after("amending", run);
      assertThat(run.rita.get("/v1/review-queue").status()).isEqualTo(200);
      after("looking at the review queue", run);
      byte[] decision = bytes("{\"decision\":\"accept\",\"reason\":\"A real leak.\"}");
      assertThat(run.rita.send("POST", one(id) + "/review", decision, JSON).status())
          .isEqualTo(200);
      heard(run, id, "SubmissionReviewed");
      after("reviewing", run);
      for (int i = 0; i < 9; i++) {
        Reply refused =
            run.bob.submit(
                behindEscapes(good().put("description", "x' UNION SELECT password FROM users --")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(run.bob.get("/v1/nothing").status()).isEqualTo(404);
      }
      assertThat(
              Running.eventually(
                  () -> !run.events(e -> Running.isOf(e, "ThreatDetected")).isEmpty()))
          .isTrue();
      after("being attacked", run);
      useSecurity(run);
      after("the security team at work", run);
      block(run);
      after("blocking", run);
    }
  }

  /** An attacker is blocked, and a source that is never blocked is found twice. */
  private static void block(Running run) throws IOException {
    new Stranger(URI.create(run.instance.baseUrl()), "127.0.0.2").attack(30);
    assertThat(
            Running.eventually(() -> !run.events(e -> Running.isOf(e, "SourceBlocked")).isEmpty()))
        .isTrue();
    assertThat(Running.eventually(() -> version(run, "127.0.0.2/32") > 0)).isTrue();
    String golden = "docs/events/threat-detected.v1.burst-probe.json";
    ObjectNode threat =
        ((ObjectNode) Running.parse(Files.readString(ROOT.resolve(golden))))
            .put("subject", "10.1.2.3");
    for (int version = 1; version <= 2; version++) {
      int wanted = version;
      run.publish("rampart.detection", "ThreatDetected", threat);
      assertThat(Running.eventually(() -> version(run, "10.1.2.3/32") == wanted)).isTrue();
    }
  }

  /** Returns how often what is decided about a source was saved. */
  private static int version(Running run, String source) {
    return run.detectionItem("block#source#" + source, "record").at("/ver/N").asInt();
  }

  /** Asks for everything that the security team can ask for. */
  private static void useSecurity(Running run) {
    String threat = SecurityRequests.threat(run);
    run.message("EdgelogDeadLetters", "{}");
    String verdict = "{\"verdict\":\"truePositive\"}";
    assertThat(
            run.sam
                .send("POST", threat + "/resolution", bytes(verdict), JSON, "If-Match: *")
                .status())
        .isEqualTo(200);
    for (String operation :
        List.of(
            "readActor",
            "traceRequest",
            "readTraffic",
            "readMonitoring",
            "readBlock",
            "undoBlock",
            "listExemptions",
            "removeExemption")) {
      Request request = SecurityRequests.of(run, operation).orElseThrow();
      assertThat(run.http.raw(request.bytes()).status()).as(operation).isBetween(200, 299);
    }
    // The next page of a list is signed.
    String cursor = run.sam.get("/v1/threats?limit=1").json().path("nextCursor").asText();
    assertThat(cursor).isNotEmpty();
    String principal = run.instance.user("bob").sub();
    for (String kind : List.of("principal", "client", "apiKey")) {
      assertThat(run.sam.get("/v1/actors/" + kind + "/" + principal).status()).isEqualTo(200);
    }
    assertThat(run.sam.get("/v1/threats?limit=0").status()).isEqualTo(400);
  }

  private static void heard(Running run, String id, String event) {
    assertThat(Running.eventually(() -> run.eventsOf(id).contains(event))).as(event).isTrue();
  }

  private static void after(String step, Running run) throws IOException {
    Path file = Path.of(Objects.requireNonNull(run.instance.logs().get("calls")));
    for (RecordedCall call : CallRecord.read(file)) {
      CALLS.putIfAbsent(call, step);
    }
  }

  @Test
  void every_call_is_allowed_and_every_grant_has_a_use_or_a_reason() {
    CallReport report = CallReport.of(Template.read(TEMPLATE), List.copyOf(CALLS.keySet()));

    assertThat(CALLS.keySet()).allMatch(RecordedCall::allowed);
    // Eight functions, and the schedules of two.
    assertThat(report.functions()).hasSize(10);
    assertThat(report.functions())
        .flatExtracting(CallReport.FunctionCalls::unused)
        .noneMatch(unused -> unused.reason().isEmpty());
    assertThat(report.isClean()).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> without_any_one_action_a_step_fails() {
    Stack stack = stack();
    List<DynamicTest> tests = new ArrayList<>();
    for (String role : roles(stack)) {
      for (Statement statement : PolicyDocuments.ofRole(stack.get(role))) {
        for (String action : statement.actions()) {
          if (!action.startsWith("xray:")) {
            String name = role + "/" + statement.name();
            tests.add(dynamicTest(name + " " + action, () -> fails(role, name, action)));
          }
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(30);
    return tests.stream();
  }

  private static void fails(String role, String statement, String action) throws IOException {
    Map<RecordedCall, String> granted = new LinkedHashMap<>(CALLS);
    granted
        .keySet()
        .removeIf(call -> !call.statement().equals(statement) || !call.action().equals(action));
    assertThat(granted).as("calls that need %s", action).isNotEmpty();
    RecordedCall call = granted.keySet().iterator().next();

    assertThat(control(stack()).function(call.caller(), action, call.resource(), call.context()))
        .isEmpty();
    Stack narrowed = stack();
    remove(narrowed.get(role), statement, action);

    assertThat(control(narrowed).function(call.caller(), action, call.resource(), call.context()))
        .as("%s without %s", granted.get(call), action)
        .get()
        .asString()
        .contains("is not authorized to perform: " + action);
  }

  private static void remove(Resource role, String named, String action) {
    for (Statement statement : PolicyDocuments.ofRole(role)) {
      if (named.equals(role.logicalId() + "/" + statement.name())) {
        List<String> actions = statement.actions();
        ArrayNode left = ((ObjectNode) statement.node()).putArray("Action");
        for (String other : actions) {
          if (!other.equals(action)) {
            left.add(other);
          }
        }
      }
    }
  }

  private static List<String> roles(Stack stack) {
    return AccessReader.read(stack, readers(stack)).roles().values().stream()
        .map(role -> role.logicalId())
        .sorted()
        .toList();
  }

  private static AccessControl control(Stack stack) throws IOException {
    return new AccessControl(
        AccessReader.read(stack, readers(stack)),
        CallRecord.begin(folder.resolve("calls")),
        Clock.systemUTC(),
        _ -> {});
  }

  private static List<Properties> readers(Stack stack) {
    return stack.resources().stream()
        .filter(resource -> AccessReader.takes(resource.type()))
        .map(Resource::read)
        .toList();
  }

  /** Returns the stack as the run read it before its tables were made. */
  private static Stack stack() {
    return Template.read(TEMPLATE).stack(STACK, Running.UNLIMITED, Map.of());
  }
}
