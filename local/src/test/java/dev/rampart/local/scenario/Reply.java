package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One answer as it came over the wire.
 *
 * @param head status line and header fields
 */
record Reply(String head, String body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The front says these of requests that are no HTTP/1.1 it knows; they are no fault of ours. */
  private static final Set<Integer> OF_THE_FRONT = Set.of(501, 505);

  /** Items of a structured field (RFC 9651): a string, with integers as parameters. */
  private static final Pattern STATE = Pattern.compile("\"[a-z]+\";r=\\d+;t=[1-9]\\d*");

  private static final Pattern POLICY = Pattern.compile("\"[a-z]+\";q=[1-9]\\d*;w=[1-9]\\d*");

  private static final Pattern INSIDE =
      Pattern.compile(
          "\\bat [a-z]+\\.[a-z.]+\\(|Exception|java\\.|dev\\.rampart|amazon\\.awssdk|jackson"
              + "|DynamoDb|SubmissionsTable|line: \\d+, column");

  int status() {
    return Integer.parseInt(head.substring(9, 12));
  }

  /** Returns the first field of a name; an empty text if there is none. */
  String header(String name) {
    List<String> all = headers(name);
    return all.isEmpty() ? "" : all.getFirst();
  }

  List<String> headers(String name) {
    List<String> found = new ArrayList<>();
    for (String line : head.split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).equalsIgnoreCase(name)) {
        found.add(line.substring(colon + 1).strip());
      }
    }
    return found;
  }

  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + body, e);
    }
  }

  String id() {
    return json().path("id").asText();
  }

  String requestId() {
    return header("x-amzn-RequestId");
  }

  /** Returns the last word of the problem's type. */
  String problem() {
    String type = json().path("type").asText();
    return type.substring(type.lastIndexOf(':') + 1);
  }

  /** Returns the pointers of all faults. */
  List<String> pointers() {
    return json().path("errors").findValuesAsText("pointer");
  }

  /** Returns what has to differ between two answers taken out, to compare the rest. */
  String withoutRequestId() {
    return status() + body.replace(requestId(), "");
  }

  /**
   * Holds an answer to what is promised of all of them.
   *
   * @param faults the statuses of faults on our side that may come
   */
  void isAsPromised(Set<Integer> faults) {
    assertThat(status() < 500 || OF_THE_FRONT.contains(status()) || faults.contains(status()))
        .as(head + body)
        .isTrue();
    assertThat(header("X-Content-Type-Options")).as(head).isEqualTo("nosniff");
    assertThat(header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header("Strict-Transport-Security")).startsWith("max-age=");
    assertThat(header("Content-Security-Policy"))
        .startsWith("default-src 'none'; ")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers("Cache-Control")).hasSize(1);
    assertThat(header("Cache-Control")).isIn("no-store", "private, no-cache", "no-cache");
    assertThat(header("Vary")).isEqualTo("Origin");
    assertThat(requestId()).isNotEmpty();
    assertThat(headers("Server")).isEmpty();
    assertThat(headers("X-Powered-By")).isEmpty();
    assertThat(head.toLowerCase(Locale.ROOT)).doesNotContain("remapped");
    limitsAreStructuredFields();
    if (status() >= 400 && !body.isEmpty()) {
      isAProblem();
    }
  }

  private void limitsAreStructuredFields() {
    assertThat(headers("RateLimit"))
        .as(head)
        .hasSizeLessThanOrEqualTo(headers("RateLimit-Policy").size())
        .allMatch(value -> STATE.matcher(value).matches());
    assertThat(headers("RateLimit-Policy"))
        .as(head)
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(value -> POLICY.matcher(value).matches());
  }

  private void isAProblem() {
    assertThat(header("Content-Type")).as(head + body).isEqualTo("application/problem+json");
    assertThat(header("Cache-Control")).isEqualTo("no-store");
    JsonNode problem = json();
    assertThat(problem.path("status").asInt()).isEqualTo(status());
    assertThat(problem.path("type").asText())
        .matches("urn:rampart:problem:[a-z-]+|https://iana\\.org/assignments/[a-z#-]+");
    assertThat(problem.path("title").asText()).isNotEmpty();
    assertThat(problem.path("detail").asText()).isNotEmpty();
    assertThat(problem.path("requestId").asText()).isEqualTo(requestId());
    assertThat(problem.path("instance").asText()).endsWith(requestId());
    assertThat(problem.path("gate").asText())
        .isIn(
            "edge",
            "waf",
            "token",
            "plan",
            "schema",
            "input",
            "inspection",
            "domain",
            "dependency");
    assertThat(INSIDE.matcher(head + body).find()).as(head + body).isFalse();
  }
}
