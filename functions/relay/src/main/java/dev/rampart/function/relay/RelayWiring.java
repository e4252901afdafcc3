package dev.rampart.function.relay;

import dev.rampart.adapter.in.tablestream.SubmissionStreamConsumer;
import dev.rampart.adapter.lambda.AwsClients;
import dev.rampart.adapter.out.eventbridge.EventBridgeSubmissionPublisher;
import dev.rampart.domain.port.out.SubmissionPublisher;
import dev.rampart.domain.usecase.RelayEventsUseCase;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The composition root: what is made of what. */
final class RelayWiring {

  private RelayWiring() {}

  /** Wires the function to AWS. */
  static SubmissionStreamConsumer wire(RelaySettings settings) {
    EventBridgeClient client = AwsClients.withSocketTimeouts().build(EventBridgeClient.builder());
    return wire(new EventBridgeSubmissionPublisher(client, settings.bus()));
  }

  /** Wires the function to any port. */
  static SubmissionStreamConsumer wire(SubmissionPublisher publisher) {
    return new SubmissionStreamConsumer(new RelayEventsUseCase(publisher));
  }
}
