package dev.rampart.function.relay;

import dev.rampart.adapter.in.tablestream.SubmissionStream;
import dev.rampart.adapter.out.eventbridge.EventBridgeSubmissionAnnouncer;
import dev.rampart.domain.port.out.SubmissionAnnouncer;
import dev.rampart.domain.usecase.RelayEventsUseCase;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The composition root. */
final class RelayWiring {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

  private RelayWiring() {}

  static SubmissionStream wire(Settings settings) {
    var client =
        EventBridgeClient.builder()
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_TIMEOUT)
                    .socketTimeout(ANSWER_TIMEOUT)
                    .build())
            .build();
    return wire(new EventBridgeSubmissionAnnouncer(client, settings.bus()));
  }

  static SubmissionStream wire(SubmissionAnnouncer announcer) {
    return new SubmissionStream(new RelayEventsUseCase(announcer));
  }
}
