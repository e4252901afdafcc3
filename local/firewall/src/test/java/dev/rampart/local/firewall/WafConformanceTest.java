package dev.rampart.local.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.protocol.http.HttpRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of docs/conformance/waf, which any emulator can run. */
final class WafConformanceTest {
  private static final Path CASES =
      Path.of(System.getProperty("rampart.root", "../.."), "docs/conformance/waf");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TestFactory
  Stream<DynamicTest> the_web_acl_decides_as_documented() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        for (JsonNode each : JSON.readTree(Files.readString(file)).path("cases")) {
          tests.add(DynamicTest.dynamicTest(each.path("name").asText(), () -> check(each)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(30);
    return tests.stream();
  }

  private static void check(JsonNode one) {
    JsonNode fallback = one.at("/acl/DefaultAction");
    TestAcl acl =
        TestAcl.with(
            fallback.isMissingNode() ? "{Allow: {}}" : fallback.toString(),
            "",
            one.path("rules").toString(),
            "",
            "");
    FirewallVerdict verdict = acl.judge(request(one.path("request")));
    for (int i = 1; i < one.path("times").asInt(1); i++) {
      verdict = acl.judge(request(one.path("request")));
    }
    JsonNode expected = one.path("expected");

    assertThat(one.path("page").asText()).startsWith("https://docs.aws.amazon.com/waf/");
    assertThat(verdict.action().wireName()).isEqualTo(expected.path("action").asText());
    if (expected.has("terminatingRule")) {
      assertThat(verdict.rule()).isEqualTo(expected.path("terminatingRule").asText());
    }
    if (expected.has("labels")) {
      List<String> labels = new ArrayList<>();
      expected.path("labels").forEach(label -> labels.add(label.asText()));
      assertThat(verdict.labels()).isEqualTo(labels);
    }
  }

  private static HttpRequest request(JsonNode request) {
    List<String> fields = new ArrayList<>();
    request
        .path("headers")
        .forEach(field -> fields.add(field.path(0).asText() + ": " + field.path(1).asText()));
    return TestAcl.request(
        request.path("method").asText(),
        request.path("target").asText(),
        request.path("body").asText(),
        request.path("clientIp").asText(),
        fields.toArray(String[]::new));
  }
}
