package dev.rampart.local.events;

import static dev.rampart.local.events.Desk.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.events.bus.BusSettings;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import dev.rampart.local.events.queue.QueueMemory;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bus that may not use its key, and its dead-letter queue. */
final class SealedBusTest {
  private static final String BUS = "arn:aws:events:eu-west-1:000000000000:event-bus/orders";
  private static final String EVENT =
      "{\"Entries\":[{\"EventBusName\":\"orders\",\"Source\":\"shop\",\"DetailType\":\"t\",\"Detail\":\"{}\"}]}";

  private final Desk desk = new Desk();
  private final Queue inbox = desk.queue("inbox", "");
  private final Queue dead = desk.queue("dead", "");

  @BeforeEach
  void add_a_bus() {
    add(Optional.of(dead.arn()));
  }

  private void add(Optional<String> deadLetterArn) {
    desk.buses.add(new BusSettings("orders", deadLetterArn));
    desk.events(
        "PutRule",
        "{\"Name\":\"r\",\"EventBusName\":\"orders\",\"EventPattern\":\"{\\\"source\\\":[\\\"shop\\\"]}\"}");
    desk.events(
        "PutTargets",
        "{\"Rule\":\"r\",\"EventBusName\":\"orders\",\"Targets\":[{\"Id\":\"t\",\"Arn\":\"%s\"}]}"
            .formatted(inbox.arn()));
  }

  private void put() {
    assertThat(desk.events("PutEvents", EVENT).path("FailedEntryCount").asInt()).isZero();
  }

  @Test
  void an_event_that_cannot_be_encrypted_goes_to_the_dead_letter_queue_of_the_bus()
      throws Exception {
    put();
    assertThat(take(inbox)).hasSize(1);
    desk.sealed.add(BUS);
    put();

    assertThat(take(inbox)).isEmpty();
    Message message = take(dead).getFirst();
    assertThat(message.body()).isEqualTo(desk.heard.getLast());
    assertThat(message.attributes().at("/ERROR_CODE/StringValue").asText())
        .isEqualTo("NO_PERMISSIONS");
    assertThat(message.attributes().at("/ERROR_MESSAGE/StringValue").asText()).isEqualTo("no key");
    assertThat(desk.delivery.fault()).isEmpty();
  }

  @Test
  void it_waits_for_a_queue_that_does_not_take_it() throws Exception {
    desk.sealed.add(BUS);
    desk.closedTo.add(BUS);
    put();
    assertThat(desk.delivery.fault().orElseThrow().cause()).contains("closed");
    desk.closedTo.clear();
    desk.runNext();

    assertThat(take(dead)).hasSize(1);
    assertThat(desk.waiting).isEmpty();
    assertThat(desk.delivery.fault()).isEmpty();
  }

  @Test
  void it_is_refused_while_there_is_no_room_for_it_to_wait() {
    desk.events("DisableRule", "{\"Name\":\"r\",\"EventBusName\":\"orders\"}");
    desk.sealed.add(BUS);
    desk.closedTo.add(BUS);
    put();
    desk.space.add(QueueMemory.BYTES_MAX);

    assertThat(desk.events("PutEvents", EVENT).at("/Entries/0/ErrorCode").asText())
        .isEqualTo("ThrottlingException");
    assertThat(desk.waiting).hasSize(1);
    assertThat(desk.heard).hasSize(1);
  }

  @Test
  void without_a_queue_it_is_lost_and_told() throws Exception {
    add(Optional.empty());
    desk.sealed.add(BUS);
    put();

    assertThat(take(inbox)).isEmpty();
    assertThat(take(dead)).isEmpty();
    assertThat(desk.waiting).isEmpty();
    assertThat(desk.delivery.fault().orElseThrow().cause())
        .isEqualTo("an event of bus orders is lost: no key");
  }
}
