package dev.rampart.local.stack;

import dev.rampart.local.access.AccessControl;
import dev.rampart.local.events.LocalEvents;
import dev.rampart.local.events.destination.ApiDestinations;
import dev.rampart.local.host.async.AsyncInvoker;
import dev.rampart.local.host.mapping.DestinationSender;
import dev.rampart.local.host.queue.QueueMapping;
import dev.rampart.local.host.queue.QueueMappingSettings;
import dev.rampart.local.host.stream.StreamMapping;
import dev.rampart.local.host.stream.StreamSettings;
import dev.rampart.local.logs.delivery.Subscription;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.schedules.ScheduleSettings;
import dev.rampart.local.schedules.Schedules;
import dev.rampart.local.stack.access.RoleAuthorisation;
import dev.rampart.local.stack.access.RoleSchedules;
import dev.rampart.local.stack.access.RoleTargets;
import dev.rampart.local.stack.secrets.SecretsService;
import dev.rampart.local.supervision.Timer;
import dev.rampart.local.topics.Inbox;
import dev.rampart.local.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Puts the buses, queues, rules and event sources of a plan into the stand-ins. */
record Wiring(StackPlan plan, LocalEvents events, InstantSource clock) {

  void busesQueuesAndRules() {
    plan.buses().forEach(events::addBus);
    plan.queues().forEach(events::add);
    plan.archives().forEach(events::add);
    plan.rules().forEach(events::add);
  }

  /** Has rules reach topics and API destinations. */
  void targets(
      CloseableStack closing,
      Topics topics,
      SecretsService secrets,
      Inbox inbox,
      AccessControl access) {
    ApiDestinations destinations =
        closing.add(
            new ApiDestinations(
                plan.destinations(),
                secret -> secrets.value(secret.secretId(), secret.key()),
                new WebhookMails(inbox, clock),
                clock));
    events.connect(new RoleTargets(plan.ruleIds(), access, topics, destinations));
  }

  /** Starts to feed functions from queues and streams. */
  void mappings(
      CloseableStack closing,
      RunHealthCheck checkup,
      Endpoints endpoints,
      String region,
      Functions functions,
      DestinationSender destinations,
      Path work)
      throws IOException, InterruptedException {
    for (Map.Entry<String, StreamSettings> mapping : plan.streamMappings().entrySet()) {
      StreamSettings settings = mapping.getValue();
      if (settings.enabled()) {
        StreamMapping started =
            closing.add(
                StreamMapping.start(
                    settings,
                    endpoints.dynamodb(),
                    client(region, settings.functionArn()),
                    functions.ofStream(),
                    destinations,
                    clock,
                    work.resolve(mapping.getKey() + ".checkpoint")));
        checkup.watch(started, settings.onFailure());
      }
    }
    for (QueueMappingSettings settings : plan.queueMappings()) {
      if (settings.enabled()) {
        checkup.watch(
            closing.add(
                QueueMapping.start(
                    settings,
                    endpoints.shared(),
                    client(region, settings.functionArn()),
                    functions,
                    clock)));
      }
    }
  }

  /** Returns a client that calls as Lambda does for a function: as the function's role. */
  private AwsClient client(String region, String functionArn) {
    return new AwsClient(region, RoleAuthorisation.accessKeyId(plan.function(functionArn)));
  }

  /** Makes the schedules, which begin when everything else has started. */
  Schedules schedules(
      CloseableStack closing, RunHealthCheck checkup, AsyncInvoker invoker, AccessControl access) {
    Timer timer = closing.add(new Timer(clock));
    Schedules made =
        closing.add(
            new Schedules(
                plan.schedules(), new RoleSchedules(invoker, events, access), timer, clock));
    checkup.watch(
        made,
        plan.schedules().stream()
            .map(ScheduleSettings::target)
            .flatMap(target -> target.deadLetterArn().stream())
            .toList());
    return made;
  }

  /** Starts to hand log lines to functions. */
  void subscriptions(
      CloseableStack closing,
      RunHealthCheck checkup,
      String accountId,
      AsyncInvoker invoker,
      RunLogs logs) {
    for (Subscription started : logs.subscribe(accountId, invoker::offer)) {
      checkup.watch(closing.add(started));
    }
  }
}
