package dev.rampart.local.logs.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.local.logs.group.LogEvent;
import dev.rampart.local.logs.pattern.FilterPattern;
import dev.rampart.local.logs.pattern.InvalidPatternException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What a function gets of the lines of a group. */
final class SubscriptionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final String FUNCTION = "arn:aws:lambda:eu-west-1:000000000000:function:edgelog";

  private final List<JsonNode> delivered = new ArrayList<>();
  private final Subscription subscription =
      new Subscription("123456789012", settings(), this::offer, () -> NOON);
  private int room = Integer.MAX_VALUE;
  private long sequence;

  private static SubscriptionSettings settings() {
    String pattern = "{ $.status = \"4*\" }";
    try {
      return new SubscriptionSettings(
          "refusals", "/rampart/dev/access", pattern, FilterPattern.parse(pattern), FUNCTION);
    } catch (InvalidPatternException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean offer(String functionArn, byte[] event) {
    assertThat(functionArn).isEqualTo(FUNCTION);
    if (room == 0) {
      return false;
    }
    room--;
    delivered.add(unpack(event));
    return true;
  }

  private static JsonNode unpack(byte[] event) {
    try {
      byte[] data = Base64.getDecoder().decode(JSON.readTree(event).at("/awslogs/data").asText());
      return JSON.readTree(new GZIPInputStream(new ByteArrayInputStream(data)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String stream, String message) {
    subscription.take(new LogEvent(++sequence, stream, NOON, message));
  }

  private List<JsonNode> lines() {
    return delivered.stream()
        .filter(each -> each.path("messageType").asText().equals("DATA_MESSAGE"))
        .toList();
  }

  @Test
  void the_function_is_probed_once_before_it_gets_lines() {
    write("local", "{\"status\": \"401\"}");
    subscription.deliver();
    subscription.deliver();

    assertThat(delivered)
        .extracting(each -> each.path("messageType").asText())
        .containsExactly("CONTROL_MESSAGE", "DATA_MESSAGE");
  }

  @Test
  void lines_that_the_filter_takes_come_together_as_aws_packs_them() {
    write("local", "{\"status\": \"401\"}");
    write("local", "{\"status\": \"200\"}");
    write("local", "no JSON");
    write("local", "{\"status\": \"403\"}");
    subscription.deliver();

    assertThat(lines()).hasSize(1);
    JsonNode delivery = lines().getFirst();
    assertThat(delivery.path("owner").asText()).isEqualTo("123456789012");
    assertThat(delivery.path("logGroup").asText()).isEqualTo("/rampart/dev/access");
    assertThat(delivery.path("logStream").asText()).isEqualTo("local");
    assertThat(delivery.path("subscriptionFilters")).hasToString("[\"refusals\"]");
    assertThat(delivery.path("logEvents"))
        .extracting(line -> line.path("message").asText())
        .containsExactly("{\"status\": \"401\"}", "{\"status\": \"403\"}");
    assertThat(delivery.at("/logEvents/0/timestamp").asLong()).isEqualTo(NOON.toEpochMilli());
    assertThat(delivery.at("/logEvents/0/id").asText()).hasSize(56);
  }

  @Test
  void a_delivery_has_the_lines_of_one_stream() {
    write("a", "{\"status\": \"401\"}");
    write("a", "{\"status\": \"402\"}");
    write("b", "{\"status\": \"403\"}");
    subscription.deliver();

    assertThat(lines())
        .extracting(each -> each.path("logStream").asText() + each.path("logEvents").size())
        .containsExactly("a2", "b1");
  }

  @Test
  void a_delivery_has_its_size() {
    String padding = " ".repeat(Subscription.DELIVERY_CHARS_MAX / 3);
    for (int i = 0; i < 4; i++) {
      write("local", "{\"status\": \"401\"" + padding + "}");
    }
    subscription.deliver();

    assertThat(lines()).extracting(each -> each.path("logEvents").size()).containsExactly(2, 2);
  }

  @Test
  void what_finds_no_room_is_offered_again_and_nothing_comes_twice() {
    write("a", "{\"status\": \"401\"}");
    write("b", "{\"status\": \"402\"}");
    room = 2;
    subscription.deliver();
    assertThat(lines()).hasSize(1);

    subscription.deliver();
    room = 9;
    subscription.deliver();
    assertThat(lines())
        .extracting(each -> each.path("logStream").asText())
        .containsExactly("a", "b");
    assertThat(subscription.fault()).isEmpty();
  }

  @Test
  void lines_beyond_the_room_are_lost_and_said_to_be() {
    room = 0;
    String line = "{\"status\": \"401\"" + " ".repeat(1024 * 1024) + "}";
    for (int i = 0; i < 5; i++) {
      write("local", line);
    }
    assertThat(subscription.fault().orElseThrow().cause()).contains("lines are lost");

    room = Integer.MAX_VALUE;
    subscription.deliver();
    assertThat(lines()).hasSize(3);
    assertThat(subscription.fault()).isPresent();

    write("local", "{\"status\": \"401\"}");
    assertThat(subscription.fault()).isEmpty();
  }
}
