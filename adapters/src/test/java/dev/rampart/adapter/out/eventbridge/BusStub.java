package dev.rampart.adapter.out.eventbridge;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * A client whose every call is kept, and answered entry by entry as a test says. With {@code
 * -Drampart.events.endpoint=URL}, what a test has accepted goes to that endpoint as well, whose
 * answer counts.
 */
final class BusStub {
  static final String OK = "";

  private static final Optional<EventBridgeClient> ELSEWHERE =
      Optional.ofNullable(System.getProperty("rampart.events.endpoint")).map(BusStub::client);

  final EventBridgeClient client = mock(EventBridgeClient.class);
  final List<List<PutEventsRequestEntry>> calls = new ArrayList<>();

  /** Answers each entry with an error code, or {@link #OK}. */
  BusStub(Function<PutEventsRequestEntry, String> errorCode) {
    when(client.putEvents(any(PutEventsRequest.class)))
        .thenAnswer(call -> answer(call.<PutEventsRequest>getArgument(0).entries(), errorCode));
  }

  private static EventBridgeClient client(String endpoint) {
    return EventBridgeClient.builder()
        .endpointOverride(URI.create(endpoint))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private PutEventsResponse answer(
      List<PutEventsRequestEntry> entries, Function<PutEventsRequestEntry, String> errorCode) {
    calls.add(entries);
    if (ELSEWHERE.isPresent() && entries.stream().map(errorCode).allMatch(OK::equals)) {
      return ELSEWHERE.get().putEvents(request -> request.entries(entries));
    }
    List<PutEventsResultEntry> results =
        entries.stream()
            .map(
                entry -> {
                  String code = errorCode.apply(entry);
                  return code.isEmpty()
                      ? PutEventsResultEntry.builder().eventId("e").build()
                      : PutEventsResultEntry.builder().errorCode(code).build();
                })
            .toList();
    return PutEventsResponse.builder().entries(results).build();
  }
}
