package dev.rampart.adapter.in.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.event.EventFiles;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.port.in.DetectThreats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SignalQueueConsumerTest {
  private final List<Signal> seen = new ArrayList<>();
  private Set<SignalId> failing = Set.of();
  private final SignalQueueConsumer queue =
      new SignalQueueConsumer(
          batch -> {
            seen.addAll(batch);
            return new DetectThreats.Result(List.of(), failing);
          },
          new SchemaValidator());

  @Test
  void a_signal_in_an_envelope_reaches_detection() {
    SignalBatchResult handled = queue.handle(delivery(message("m-1", envelope())));
    assertThat(seen).hasSize(1);
    assertThat(handled.signals()).isEqualTo(1);
    assertThat(handled.failures()).isEmpty();
    assertThat(handled.reply().toString()).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void a_message_that_nobody_can_read_comes_again_and_the_others_go_on() {
    SignalBatchResult handled =
        queue.handle(
            delivery(
                message("m-1", envelope()),
                JsonNodeFactory.instance
                    .objectNode()
                    .put("messageId", "m-2")
                    .put("body", "{not json"),
                message("m-3", changed(envelope -> envelope.remove("detail")))));
    assertThat(seen).hasSize(1);
    assertThat(handled.malformed()).isEqualTo(2);
    assertThat(handled.failures()).containsExactly("m-2", "m-3");
  }

  @Test
  void another_version_another_sender_and_another_event_are_not_read() {
    assertThat(again(envelope -> ((ObjectNode) envelope.path("detail")).put("schemaVersion", 2)))
        .isTrue();
    assertThat(again(envelope -> envelope.put("source", "rampart.detection"))).isTrue();
    assertThat(again(envelope -> envelope.put("source", "somebody.else"))).isTrue();
    assertThat(again(envelope -> envelope.put("detail-type", "ThreatDetected"))).isTrue();
    for (String source : List.of("rampart.api", "rampart.security", "rampart.edge")) {
      assertThat(again(envelope -> envelope.put("source", source))).as(source).isFalse();
    }
  }

  @Test
  void a_member_that_nobody_knows_does_no_harm() {
    assertThat(again(envelope -> ((ObjectNode) envelope.path("detail")).put("novelty", true)))
        .isFalse();
  }

  @Test
  void a_signal_from_the_future_is_not_believed() {
    assertThat(again(envelope -> observedAt(envelope, "2026-11-22T10:45:00.000Z"))).isFalse();
    assertThat(again(envelope -> observedAt(envelope, "2026-11-22T10:46:00.000Z"))).isTrue();
    assertThat(again(envelope -> observedAt(envelope, "2020-01-01T00:00:00.000Z"))).isFalse();
    assertThat(again(envelope -> envelope.put("time", "2099-01-01T00:00:00Z"))).isFalse();
    ObjectNode unsent = message("m", envelope());
    unsent.remove("attributes");
    assertThat(queue.handle(delivery(unsent)).failures()).containsExactly("m");
  }

  @Test
  void every_message_of_a_signal_that_failed_comes_again() {
    failing = Set.of(new SignalId("7d3a0c1e-52f4-8b6d-9a10-4f0c2b7e91aa"));
    ObjectNode other =
        changed(envelope -> ((ObjectNode) envelope.path("detail")).put("signalId", "other"));
    SignalBatchResult handled =
        queue.handle(
            delivery(
                message("m-1", envelope()), message("m-2", other), message("m-3", envelope())));
    assertThat(handled.failures()).containsExactly("m-1", "m-3");
    assertThat(handled.malformed()).isZero();
    assertThat(handled.reply().toString())
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"},{\"itemIdentifier\":\"m-3\"}]}");
  }

  @Test
  void a_call_that_is_no_delivery_is_a_mistake() {
    assertThatThrownBy(() -> queue.handle(JsonNodeFactory.instance.objectNode()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void no_body_stops_a_delivery(@ForAll String body) {
    ObjectNode message =
        JsonNodeFactory.instance.objectNode().put("messageId", "m-1").put("body", body);
    assertThat(queue.handle(delivery(message)).failures()).containsExactly("m-1");
  }

  private boolean again(Consumer<ObjectNode> change) {
    return !queue.handle(delivery(message("m", changed(change)))).failures().isEmpty();
  }

  private static void observedAt(ObjectNode envelope, String time) {
    ((ObjectNode) envelope.path("detail")).put("observedAt", time);
  }

  private static ObjectNode changed(Consumer<ObjectNode> change) {
    ObjectNode envelope = envelope();
    change.accept(envelope);
    return envelope;
  }

  private static ObjectNode envelope() {
    ObjectNode envelope =
        JsonNodeFactory.instance
            .objectNode()
            .put("source", "rampart.api")
            .put("detail-type", "SuspiciousRequest")
            .put("time", "2026-11-22T10:15:30Z");
    envelope.set("detail", EventFiles.goldenJson("suspicious-request"));
    return envelope;
  }

  private static ObjectNode message(String id, ObjectNode envelope) {
    ObjectNode message =
        JsonNodeFactory.instance.objectNode().put("messageId", id).put("body", envelope.toString());
    String sent = Long.toString(Instant.parse("2026-11-22T10:15:31Z").toEpochMilli());
    message.putObject("attributes").put("SentTimestamp", sent);
    return message;
  }

  private static ObjectNode delivery(ObjectNode... messages) {
    ObjectNode delivery = JsonNodeFactory.instance.objectNode();
    delivery.putArray("Records").addAll(List.of(messages));
    return delivery;
  }
}
