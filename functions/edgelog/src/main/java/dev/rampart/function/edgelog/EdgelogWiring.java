package dev.rampart.function.edgelog;

import dev.rampart.adapter.in.logs.EdgelogConsumer;
import dev.rampart.adapter.lambda.AwsClients;
import dev.rampart.adapter.out.eventbridge.EventBridgeSignalPublisher;
import dev.rampart.domain.port.out.SignalPublisher;
import dev.rampart.domain.usecase.ReportSignalsUseCase;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The composition root: what is made of what. */
final class EdgelogWiring {
  private static final String SOURCE = "rampart.edge";

  private EdgelogWiring() {}

  /** Wires the function to AWS. */
  static EdgelogConsumer wire(EdgelogSettings settings) {
    EventBridgeClient client = AwsClients.withSocketTimeouts().build(EventBridgeClient.builder());
    return wire(new EventBridgeSignalPublisher(client, settings.bus(), SOURCE));
  }

  /** Wires the function to any port. */
  static EdgelogConsumer wire(SignalPublisher publisher) {
    return new EdgelogConsumer(new ReportSignalsUseCase(publisher));
  }
}
