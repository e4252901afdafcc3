package dev.rampart.adapter.out.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

final class EventBusClientTest {
  @Test
  void ten_events_make_one_call_and_eleven_make_two() {
    BusStub stub = new BusStub(_ -> BusStub.OK);
    assertThat(new EventBusClient(stub.client, "rampart-dev").put(events(10)).isEmpty()).isTrue();
    assertThat(stub.calls).hasSize(1);
    assertThat(new EventBusClient(stub.client, "rampart-dev").put(events(11)).isEmpty()).isTrue();
    assertThat(stub.calls).map(List::size).containsExactly(10, 10, 1);
  }

  @Test
  void events_keep_their_order_and_go_to_the_bus_that_was_named() {
    BusStub stub = new BusStub(_ -> BusStub.OK);
    assertThat(new EventBusClient(stub.client, "rampart-dev").put(events(12)).isEmpty()).isTrue();
    assertThat(stub.calls.stream().flatMap(List::stream).map(PutEventsRequestEntry::detail))
        .containsExactlyElementsOf(events(12).stream().map(Envelope::detail).toList());
    assertThat(stub.calls.getFirst().getFirst().eventBusName()).isEqualTo("rampart-dev");
  }

  @Test
  void no_call_is_larger_than_the_service_takes() {
    BusStub stub = new BusStub(_ -> BusStub.OK);
    Envelope large = new Envelope("s", "t", "x".repeat(100 * 1024), Instant.EPOCH);
    assertThat(new EventBusClient(stub.client, "b").put(List.of(large, large, large)).isEmpty())
        .isTrue();
    assertThat(stub.calls).map(List::size).containsExactly(2, 1);
  }

  @Test
  void an_event_that_no_call_can_take_is_given_back_and_the_others_go_out() {
    BusStub stub = new BusStub(_ -> BusStub.OK);
    Envelope tooLarge = new Envelope("s", "t", "x".repeat(256 * 1024), Instant.EPOCH);
    Envelope small = events(1).getFirst();
    assertThat(new EventBusClient(stub.client, "b").put(List.of(small, tooLarge, small)).places())
        .containsExactly(1);
    assertThat(stub.calls).map(List::size).containsExactly(2);
  }

  @Test
  void an_event_that_was_refused_once_is_tried_once_more_and_alone() {
    Set<String> refusedBefore = new HashSet<>();
    BusStub stub =
        new BusStub(
            entry ->
                entry.detail().equals("3") && refusedBefore.add(entry.detail())
                    ? "ThrottlingException"
                    : BusStub.OK);
    assertThat(new EventBusClient(stub.client, "b").put(events(5)).isEmpty()).isTrue();
    assertThat(stub.calls).map(List::size).containsExactly(5, 1);
    assertThat(stub.calls.getLast().getFirst().detail()).isEqualTo("3");
  }

  @Test
  void an_event_that_is_refused_twice_is_given_back_with_the_reason() {
    BusStub stub =
        new BusStub(entry -> entry.detail().equals("3") ? "InternalFailure" : BusStub.OK);
    EventBusClient.Undelivered undelivered = new EventBusClient(stub.client, "b").put(events(5));
    assertThat(undelivered.places()).containsExactly(3);
    assertThat(undelivered.reasons()).containsExactly("InternalFailure");
    assertThat(stub.calls).hasSize(2);
  }

  @Test
  void where_the_bus_does_not_answer_every_event_is_given_back() {
    EventBridgeClient client = mock(EventBridgeClient.class);
    when(client.putEvents(any(PutEventsRequest.class)))
        .thenThrow(SdkClientException.create("connection refused"));
    assertThat(new EventBusClient(client, "b").put(events(12)).places())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 12).boxed().toList());
  }

  @Test
  void an_answer_that_is_shorter_than_the_question_is_not_taken_for_success() {
    EventBridgeClient client = mock(EventBridgeClient.class);
    when(client.putEvents(any(PutEventsRequest.class)))
        .thenReturn(PutEventsResponse.builder().build());
    assertThat(new EventBusClient(client, "b").put(events(2)).places()).containsExactly(0, 1);
  }

  @Test
  void nothing_to_say_makes_no_call() {
    BusStub stub = new BusStub(_ -> BusStub.OK);
    assertThat(new EventBusClient(stub.client, "b").put(List.of()).isEmpty()).isTrue();
    assertThat(stub.calls).isEmpty();
  }

  private static List<Envelope> events(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Envelope("s", "t", Integer.toString(i), Instant.EPOCH))
        .toList();
  }
}
