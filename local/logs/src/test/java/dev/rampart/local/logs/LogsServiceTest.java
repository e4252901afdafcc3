package dev.rampart.local.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.local.logs.delivery.SubscriptionSettings;
import dev.rampart.local.logs.group.LogGroupSettings;
import dev.rampart.local.logs.group.LogGroups;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.template.PseudoParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CloudWatch Logs as {@code aws logs} asks it. */
final class LogsServiceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "/rampart/dev/api";
  private static final String ACCESS = "/rampart/dev/access";
  private static final String API_ARN = "arn:aws:logs:eu-west-1:000000000000:log-group:" + API;
  private static final String STREAM = ", \"logStreamName\": \"local\", \"limit\": 2";

  private Instant now = Instant.parse("2026-11-28T12:00:00Z");
  private final LogGroups groups =
      new LogGroups(
          List.of(
              new LogGroupSettings(API, Optional.of(Duration.ofDays(30))),
              new LogGroupSettings(ACCESS, Optional.empty())),
          () -> now);
  private final LogsService service =
      new LogsService(
          PseudoParameters.local("rampart"),
          groups,
          List.of(new SubscriptionSettings("signals", API, "{ $.a = 1 }", _ -> true, "arn:f")));

  @BeforeEach
  void write() {
    for (int i = 1; i <= 5; i++) {
      groups.append(API, "{\"n\": " + i + "}");
      now = now.plusSeconds(1);
    }
  }

  private static HttpRequest request(String operation, String body) {
    return new HttpRequest(
        "POST",
        "/",
        "",
        List.of(new Field("X-Amz-Target", "Logs_20140328." + operation)),
        body.getBytes(StandardCharsets.UTF_8),
        "127.0.0.1");
  }

  private JsonNode call(String operation, String body) {
    HttpResponse answer = service.answer(request(operation, body));
    assertThat(answer.status()).isEqualTo(200);
    return tree(answer);
  }

  private String refusal(String operation, String body) {
    HttpResponse answer = service.answer(request(operation, body));
    assertThat(answer.status()).isEqualTo(400);
    return tree(answer).path("__type").asText();
  }

  private static JsonNode tree(HttpResponse answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String in(String group, String more) {
    return "{\"logGroupName\": \"" + group + "\"" + more + "}";
  }

  private List<String> search(String more) {
    return numbers(call("FilterLogEvents", in(API, more)));
  }

  private static List<String> numbers(JsonNode answer) {
    return answer
        .path("events")
        .valueStream()
        .map(event -> event.path("message").asText().replaceAll("\\D", ""))
        .toList();
  }

  private static String token(JsonNode page, String name) {
    return ", \"nextToken\": \"" + page.path(name).asText() + "\"";
  }

  @Test
  void groups_are_described_by_prefix_and_by_part_of_the_name() {
    JsonNode all = call("DescribeLogGroups", "{}").path("logGroups");
    assertThat(all).hasSize(2);
    assertThat(all.get(0).has("retentionInDays")).isFalse();
    assertThat(all.get(1).path("logGroupName").asText()).isEqualTo(API);
    assertThat(all.get(1).path("retentionInDays").asInt()).isEqualTo(30);
    assertThat(all.get(1).path("arn").asText()).isEqualTo(API_ARN + ":*");
    assertThat(all.get(1).path("storedBytes").asInt()).isEqualTo(40);

    String prefix = "{\"logGroupNamePrefix\": \"/rampart/dev/ap\"}";
    assertThat(call("DescribeLogGroups", prefix).path("logGroups")).hasSize(1);
    String part = "{\"logGroupNamePattern\": \"access\"}";
    assertThat(call("DescribeLogGroups", part).path("logGroups")).hasSize(1);
  }

  @Test
  void streams_tell_when_their_first_and_last_lines_were_written() {
    JsonNode stream = call("DescribeLogStreams", in(API, "")).path("logStreams").get(0);

    assertThat(stream.path("logStreamName").asText()).isEqualTo("local");
    assertThat(
            stream.path("lastEventTimestamp").asLong()
                - stream.path("firstEventTimestamp").asLong())
        .isEqualTo(4000);
    assertThat(call("DescribeLogStreams", in(ACCESS, "")).path("logStreams")).isEmpty();
  }

  @Test
  void subscriptions_are_described() {
    JsonNode described = call("DescribeSubscriptionFilters", in(API, ""));

    assertThat(described.at("/subscriptionFilters/0/filterPattern").asText())
        .isEqualTo("{ $.a = 1 }");
    assertThat(call("DescribeSubscriptionFilters", in(ACCESS, "")).path("subscriptionFilters"))
        .isEmpty();
  }

  @Test
  void lines_are_searched_by_pattern_time_and_stream() {
    long third = Instant.parse("2026-11-28T12:00:02Z").toEpochMilli();

    assertThat(search("")).containsExactly("1", "2", "3", "4", "5");
    assertThat(search(", \"filterPattern\": \"{ $.n > 3 }\"")).containsExactly("4", "5");
    assertThat(search(", \"startTime\": " + third)).containsExactly("3", "4", "5");
    assertThat(search(", \"endTime\": " + third)).containsExactly("1", "2", "3");
    assertThat(search(", \"logStreamNames\": [\"other\"]")).isEmpty();
    assertThat(search(", \"logStreamNamePrefix\": \"lo\"")).hasSize(5);
    String byArn = "{\"logGroupIdentifier\": \"" + API_ARN + "\"}";
    assertThat(numbers(call("FilterLogEvents", byArn))).hasSize(5);
  }

  @Test
  void a_search_goes_on_after_the_page_before() {
    JsonNode first = call("FilterLogEvents", in(API, ", \"limit\": 2"));
    assertThat(numbers(first)).containsExactly("1", "2");
    String more = ", \"limit\": 2" + token(first, "nextToken");
    JsonNode second = call("FilterLogEvents", in(API, more));
    assertThat(numbers(second)).containsExactly("3", "4");
    groups.append(API, "{\"n\": 6}");
    String last = ", \"limit\": 2" + token(second, "nextToken");
    JsonNode third = call("FilterLogEvents", in(API, last));
    assertThat(numbers(third)).containsExactly("5", "6");
    assertThat(third.has("nextToken")).isFalse();
  }

  @Test
  void a_stream_is_read_from_its_end_and_from_its_head() {
    JsonNode newest = call("GetLogEvents", in(API, STREAM));
    assertThat(numbers(newest)).containsExactly("4", "5");
    String back = token(newest, "nextBackwardToken");
    assertThat(numbers(call("GetLogEvents", in(API, STREAM + back)))).containsExactly("2", "3");

    JsonNode oldest = call("GetLogEvents", in(API, STREAM + ", \"startFromHead\": true"));
    assertThat(numbers(oldest)).containsExactly("1", "2");
    String forward = token(newest, "nextForwardToken");
    JsonNode end = call("GetLogEvents", in(API, STREAM + forward));
    assertThat(numbers(end)).isEmpty();
    assertThat(token(end, "nextForwardToken")).isEqualTo(forward);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"filterPattern\": \"{\"",
        ", \"limit\": 0",
        ", \"limit\": 10001",
        ", \"limit\": \"many\"",
        ", \"startTime\": 1.5",
        ", \"nextToken\": \"after/x\"",
        ", \"nextToken\": \"other\"",
        ", \"logStreamNames\": [\"a\"], \"logStreamNamePrefix\": \"a\"",
      })
  void a_wrong_search_is_refused(String more) {
    assertThat(refusal("FilterLogEvents", in(API, more))).isEqualTo("InvalidParameterException");
  }

  @Test
  void what_is_not_there_is_told() {
    assertThat(refusal("FilterLogEvents", in("/other", ""))).isEqualTo("ResourceNotFoundException");
    assertThat(refusal("GetLogEvents", in(API, ", \"logStreamName\": \"x\"")))
        .isEqualTo("ResourceNotFoundException");
    assertThat(refusal("GetLogEvents", in(API, ""))).isEqualTo("InvalidParameterException");
    assertThat(refusal("PutLogEvents", in(API, ""))).isEqualTo("UnknownOperationException");
  }

  @Test
  void a_call_is_authorised_on_the_group_that_it_is_about() {
    assertThat(service.actions(request("FilterLogEvents", in(API, ""))))
        .containsExactly(new AwsAction("logs:FilterLogEvents", API_ARN + ":*"));
    assertThat(service.actions(request("DescribeLogGroups", "{}")))
        .containsExactly(new AwsAction("logs:DescribeLogGroups", "*"));
  }
}
