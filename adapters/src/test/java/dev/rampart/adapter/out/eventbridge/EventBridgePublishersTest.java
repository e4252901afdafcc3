package dev.rampart.adapter.out.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.detection.signal.SignalExamples;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.submission.Category;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What callers hear when the bus takes some events and refuses others. */
final class EventBridgePublishersTest {
  @Test
  void signals_that_the_bus_refuses_make_the_port_unavailable_and_the_reason_names_no_data() {
    BusStub stub =
        new BusStub(entry -> entry.detail().contains("\"b\"") ? "ThrottlingException" : BusStub.OK);
    EventBridgeSignalPublisher publisher =
        new EventBridgeSignalPublisher(stub.client, "bus", "rampart.api");
    assertThatThrownBy(
            () -> publisher.publish(List.of(SignalExamples.at(0, "a"), SignalExamples.at(1, "b"))))
        .isInstanceOf(PortUnavailable.class)
        .hasMessage("1 events not taken by the bus, first reason ThrottlingException");
  }

  @Test
  void submission_events_that_the_bus_refuses_come_back_in_their_order() {
    List<SubmissionEvent> events =
        LongStream.rangeClosed(1, 25).mapToObj(version -> event(version)).toList();
    BusStub stub =
        new BusStub(
            entry ->
                entry.detail().contains("\"version\":7,")
                        || entry.detail().contains("version\":7}")
                        || entry.detail().contains("\"version\":21")
                    ? "InternalFailure"
                    : BusStub.OK);
    assertThat(new EventBridgeSubmissionPublisher(stub.client, "bus").publish(events))
        .containsExactly(events.get(6), events.get(20));
  }

  private static SubmissionEvent event(long version) {
    return new SubmissionEvent.Amended(
        new SubmissionEvent.Snapshot(
            new SubmissionId("8d1f7c52-6a3e-8c4b-a2f0-1b5d9e7c3a60"),
            new Owner("ann"),
            Category.GENERAL,
            new Version(version),
            SignalExamples.NOON));
  }
}
