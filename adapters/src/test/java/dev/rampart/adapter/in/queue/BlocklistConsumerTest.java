package dev.rampart.adapter.in.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.event.EventFiles;
import dev.rampart.adapter.event.ThreatSamples;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.port.in.ReconcileBlocks;
import dev.rampart.domain.port.in.RespondToThreats;
import dev.rampart.domain.port.out.PortUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BlocklistConsumerTest {
  private static final ReconcileBlocks.Result DONE = new ReconcileBlocks.Result(1, 1, 0, 0, 0, 1);
  private static final String FINDING = "0d9c2a6b-4e1f-8a37-b5c2-6f0e9d8c7b1a";

  private final List<RespondToThreats.ThreatReport> heard = new ArrayList<>();
  private final BlocklistConsumer consumer =
      new BlocklistConsumer(
          batch -> {
            heard.addAll(batch);
            return new RespondToThreats.Result(List.of(), Set.of());
          },
          reconciler(() -> DONE));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "threat-detected.v1.burst-probe",
        "threat-detected.v1.global-rate",
        "threat-detected.v1.misconfigured-client",
        "threat-updated.v1.low-and-slow",
        "threat-resolved.v1.brute-force",
      })
  void a_threat_is_read_as_it_was_published(String file) {
    BlocklistResult result = consumer.handle(batch(message("m", file)));
    assertThat(result.failures()).isEmpty();
    Threat written = Objects.requireNonNull(ThreatSamples.golden().get(file));
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().change()).isEqualTo(written.change());
    assertThat(heard.getFirst().finding())
        .usingRecursiveComparison()
        .ignoringFields("evidence.examples")
        .isEqualTo(written.finding());
    assertThat(heard.getFirst().refuted()).isFalse();
  }

  @Test
  void a_false_positive_is_heard_as_one() {
    ObjectNode detail = detail("threat-resolved.v1.brute-force");
    detail.putObject("resolution").put("reason", "judgement").put("verdict", "falsePositive");
    assertThat(
            consumer
                .handle(batch(message("m", "rampart.security", "ThreatResolved", detail)))
                .threats())
        .isEqualTo(1);
    assertThat(heard.getFirst().refuted()).isTrue();
  }

  @Test
  void an_order_wakes_the_reconciler_and_a_tick_does() {
    BlocklistResult ordered =
        consumer.handle(
            batch(message("m", "rampart.security", "BlockOrdered", detail("block-ordered.v1"))));
    assertThat(ordered.orders()).isEqualTo(1);
    assertThat(ordered.reconciled()).contains(DONE);
    assertThat(consumer.tick().reconciled()).contains(DONE);
    assertThat(heard).isEmpty();
  }

  @Test
  void what_cannot_be_read_comes_again_and_the_rest_is_handled() {
    ObjectNode unknown = detail("threat-detected.v1.burst-probe").put("schemaVersion", 2);
    ObjectNode other = detail("threat-detected.v1.burst-probe").put("detector", "SIGNAL_COUNT");
    ObjectNode below = detail("threat-detected.v1.burst-probe");
    below.putObject("measure").put("name", "n").put("value", 1).put("threshold", 2);
    BlocklistResult result =
        consumer.handle(
            batch(
                message("good", "threat-detected.v1.burst-probe"),
                message("version", "rampart.detection", "ThreatDetected", unknown),
                message("detector", "rampart.detection", "ThreatDetected", other),
                message("below", "rampart.detection", "ThreatDetected", below),
                message("type", "rampart.detection", "ThreatWhatever", detail("block-ordered.v1")),
                message("source", "rampart.api", "ThreatDetected", below),
                message("order", "rampart.api", "BlockOrdered", detail("block-ordered.v1")),
                JsonNodeFactory.instance.objectNode().put("messageId", "text").put("body", "{")));
    assertThat(result.failures())
        .containsExactly("version", "detector", "below", "type", "source", "order", "text");
    assertThat(heard).hasSize(1);
  }

  @Test
  void a_threat_that_could_not_be_answered_comes_again() {
    BlocklistConsumer failing =
        new BlocklistConsumer(
            _ -> new RespondToThreats.Result(List.of(), Set.of(new FindingId(FINDING))),
            reconciler(() -> DONE));
    assertThat(failing.handle(batch(message("m", "threat-detected.v1.burst-probe"))).failures())
        .containsExactly("m");
  }

  @Test
  void a_firewall_that_does_not_answer_fails_the_tick_and_no_threat() {
    BlocklistConsumer failing =
        new BlocklistConsumer(
            _ -> new RespondToThreats.Result(List.of(), Set.of()),
            reconciler(
                () -> {
                  throw new PortUnavailable("GetIPSet: no answer");
                }));
    BlocklistResult result = failing.handle(batch(message("m", "threat-detected.v1.burst-probe")));
    assertThat(result.failures()).isEmpty();
    assertThat(result.reconciled()).isEmpty();
    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(failing::tick);
  }

  @Test
  void somebody_elses_event_is_refused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> consumer.handle(JsonNodeFactory.instance.objectNode().put("ping", 1)));
  }

  private static ReconcileBlocks reconciler(Supplier<ReconcileBlocks.Result> run) {
    return new ReconcileBlocks() {
      @Override
      public Result reconcile() {
        return run.get();
      }

      @Override
      public Optional<Result> reconcileIfOpen() {
        return Optional.of(run.get());
      }
    };
  }

  private static JsonNode batch(JsonNode... messages) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.putArray("Records").addAll(List.of(messages));
    return event;
  }

  private static ObjectNode detail(String file) {
    return (ObjectNode) EventFiles.parse(EventFiles.text(file));
  }

  private static JsonNode message(String id, String file) {
    String type =
        EventFiles.schemaJson(file.substring(0, file.indexOf('.'))).path("title").asText();
    return message(id, "rampart.detection", type, detail(file));
  }

  private static JsonNode message(String id, String source, String type, JsonNode detail) {
    ObjectNode envelope =
        JsonNodeFactory.instance.objectNode().put("source", source).put("detail-type", type);
    envelope.set("detail", detail);
    return JsonNodeFactory.instance
        .objectNode()
        .put("messageId", id)
        .put("body", envelope.toString());
  }
}
