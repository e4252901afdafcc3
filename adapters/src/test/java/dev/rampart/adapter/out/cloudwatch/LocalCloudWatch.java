package dev.rampart.adapter.out.cloudwatch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.lambda.LocalClients;
import dev.rampart.local.alarm.AlarmActions;
import dev.rampart.local.alarm.AlarmOperations;
import dev.rampart.local.alarm.AlarmReader;
import dev.rampart.local.alarm.Alarms;
import dev.rampart.local.alarm.StateChange;
import dev.rampart.local.metrics.Bands;
import dev.rampart.local.metrics.CloudWatchJson;
import dev.rampart.local.metrics.MetricStore;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.protocol.CborService;
import dev.rampart.local.supervision.FaultTracker;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** The local stand-in for CloudWatch with the alarms of a template, and a client of it. */
final class LocalCloudWatch implements AutoCloseable {
  static final String STACK = "test";

  /** A template without alarms; one without resources is none. */
  static final String NO_ALARMS = "Resources: {Queue: {Type: AWS::SQS::Queue}}";

  final MetricStore metrics;
  final CloudWatchClient client;
  private final AwsServer server;

  LocalCloudWatch(String template, InstantSource clock) {
    PseudoParameters stack = PseudoParameters.local(STACK);
    metrics = new MetricStore(clock);
    List<Properties> alarms =
        Template.read("t.yaml", template).stack(Map.of()).resources().stream()
            .filter(resource -> AlarmReader.takes(resource.type()))
            .map(Resource::read)
            .toList();
    Bands bands = new Bands(metrics, List.of());
    AlarmOperations operations =
        new AlarmOperations(
            new Alarms(
                AlarmReader.read(alarms, _ -> true),
                metrics,
                bands,
                stack,
                new SilentActions(),
                new FaultTracker("The evaluation", clock),
                clock.instant()),
            bands,
            stack,
            clock);
    CloudWatchJson json = new CloudWatchJson(metrics, bands, operations);
    try {
      server = AwsServer.start(0, List.of(json, new CborService(json, CloudWatchJson.NAME)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client = LocalClients.of(server.url(), CloudWatchClient.builder());
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }

  /** Does nothing when an alarm changes. */
  private static final class SilentActions implements AlarmActions {
    @Override
    public Optional<String> publish(
        String alarmArn, String topicArn, String subject, String message, String mail) {
      return Optional.empty();
    }

    @Override
    public void event(String alarmArn, ObjectNode detail) {}

    @Override
    public void changed(StateChange change) {}
  }
}
