package dev.rampart.adapter.out.eventbridge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * A client of one event bus. It sends events in the order given, as many in a call as the service
 * allows, checks the result of every entry, and retries those that were refused once.
 */
final class EventBusClient {
  /** Limits of one call to {@code PutEvents}. */
  static final int ENTRIES_MAX = 10;

  static final int CALL_BYTES_MAX = 256 * 1024;

  private final EventBridgeClient client;
  private final String name;

  EventBusClient(EventBridgeClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** Sends the envelopes and returns the indices of those that the bus refused. */
  Undelivered put(List<Envelope> envelopes) {
    Undelivered undelivered = new Undelivered(new ArrayList<>(), new ArrayList<>());
    List<Integer> call = new ArrayList<>();
    int callBytes = 0;
    for (int place = 0; place < envelopes.size(); place++) {
      int bytes = envelopes.get(place).sizeBytes();
      if (bytes > CALL_BYTES_MAX) {
        undelivered.note(place, "TooLarge");
        continue;
      }
      if (call.size() == ENTRIES_MAX || callBytes + bytes > CALL_BYTES_MAX) {
        send(envelopes, call, undelivered);
        call.clear();
        callBytes = 0;
      }
      call.add(place);
      callBytes += bytes;
    }
    send(envelopes, call, undelivered);
    return undelivered;
  }

  private void send(List<Envelope> envelopes, List<Integer> places, Undelivered undelivered) {
    Undelivered again = new Undelivered(new ArrayList<>(), new ArrayList<>());
    call(envelopes, places, again);
    call(envelopes, again.places(), undelivered);
  }

  private void call(List<Envelope> envelopes, List<Integer> places, Undelivered undelivered) {
    if (places.isEmpty()) {
      return;
    }
    List<PutEventsRequestEntry> entries =
        places.stream().map(place -> entry(envelopes.get(place))).toList();
    try {
      List<PutEventsResultEntry> results =
          client.putEvents(PutEventsRequest.builder().entries(entries).build()).entries();
      for (int i = 0; i < places.size(); i++) {
        if (i >= results.size()) {
          undelivered.note(places.get(i), "NoResult");
        } else if (refused(results.get(i))) {
          undelivered.note(places.get(i), results.get(i).errorCode());
        }
      }
    } catch (SdkException e) {
      places.forEach(place -> undelivered.note(place, e.getClass().getSimpleName()));
    }
  }

  private static boolean refused(PutEventsResultEntry result) {
    return result.errorCode() != null || result.eventId() == null;
  }

  private PutEventsRequestEntry entry(Envelope envelope) {
    return PutEventsRequestEntry.builder()
        .eventBusName(name)
        .source(envelope.source())
        .detailType(envelope.detailType())
        .detail(envelope.detail())
        .time(envelope.time())
        .build();
  }

  /** Indices of envelopes in the list that was given, in order, each with the reason. */
  record Undelivered(List<Integer> places, List<String> reasons) {
    private void note(int place, @Nullable String reason) {
      places.add(place);
      reasons.add(reason == null ? "Unknown" : reason);
    }

    boolean isEmpty() {
      return places.isEmpty();
    }

    @Override
    public String toString() {
      return places.size() + " events not taken by the bus, first reason " + reasons.getFirst();
    }
  }
}
