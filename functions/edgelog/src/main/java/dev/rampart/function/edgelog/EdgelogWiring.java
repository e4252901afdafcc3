package dev.rampart.function.edgelog;

import dev.rampart.adapter.in.logs.EdgeLog;
import dev.rampart.adapter.out.eventbridge.EventBridgeSignalAnnouncer;
import dev.rampart.domain.port.out.SignalAnnouncer;
import dev.rampart.domain.usecase.ReportSignalsUseCase;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The composition root. */
final class EdgelogWiring {
  private static final String SOURCE = "rampart.edge";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

  private EdgelogWiring() {}

  static EdgeLog wire(Settings settings) {
    var client =
        EventBridgeClient.builder()
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_TIMEOUT)
                    .socketTimeout(ANSWER_TIMEOUT)
                    .build())
            .build();
    return wire(new EventBridgeSignalAnnouncer(client, settings.bus(), SOURCE));
  }

  static EdgeLog wire(SignalAnnouncer announcer) {
    return new EdgeLog(new ReportSignalsUseCase(announcer));
  }
}
