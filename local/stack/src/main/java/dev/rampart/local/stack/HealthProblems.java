package dev.rampart.local.stack;

import dev.rampart.local.access.PresentRefusal;
import dev.rampart.local.events.EventsHealth;
import dev.rampart.local.host.FunctionHealth;
import dev.rampart.local.host.queue.QueueMappingHealth;
import dev.rampart.local.host.stream.StreamHealth;
import dev.rampart.local.logs.delivery.Subscription;
import dev.rampart.local.protocol.lambda.FunctionArn;
import dev.rampart.local.supervision.Fault;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in sentences what is wrong with the parts of a run. */
final class HealthProblems {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  /** A stream is read ten times a second; what is older than this is not merely on its way. */
  private static final Duration AGE_MAX = Duration.ofSeconds(30);

  /** Refusals that are told one by one. */
  private static final int REFUSALS_MAX = 20;

  private final List<String> problems = new ArrayList<>();

  List<String> all() {
    return List.copyOf(problems);
  }

  HealthProblems streams(List<StreamHealth> streams) {
    for (StreamHealth stream : streams) {
      String feed = "The stream feed of " + FunctionArn.name(stream.functionArn());
      add(feed + " fails", stream.fault());
      if (stream.recordsBehind().isEmpty()) {
        problems.add(feed + " cannot tell how far it is behind: the stream cannot be read.");
      }
      if (stream.retries() > 0) {
        problems.add(feed + " has failed " + stream.retries() + " times at the next records.");
      } else if (stream.age().filter(age -> age.compareTo(AGE_MAX) > 0).isPresent()) {
        problems.add(feed + " is " + stream.age().get().toSeconds() + " s behind.");
      }
    }
    return this;
  }

  HealthProblems events(EventsHealth events, List<QueueMappingHealth> mappings) {
    add("The event journal cannot be written", events.journal());
    add("Messages and events are refused", events.refusal());
    add("Events are not delivered", events.delivery());
    for (QueueMappingHealth mapping : mappings) {
      add(
          "The queue feed of " + FunctionArn.name(mapping.functionArn()) + " fails",
          mapping.fault());
    }
    for (String arn : events.missingQueues()) {
      problems.add("The dead-letter queue " + arn + " does not exist.");
    }
    for (EventsHealth.QueueHealth queue : events.queues()) {
      long messages = queue.visible() + queue.inFlight() + queue.delayed();
      if (queue.deadLetters() && messages > 0) {
        problems.add("Dead letters in queue " + queue.name() + ": " + messages + ".");
      }
    }
    return this;
  }

  HealthProblems functions(List<FunctionHealth> functions) {
    for (FunctionHealth function : functions) {
      add("Function " + function.name() + " failed the last time", function.fault());
      add("Function " + function.name() + " was throttled", function.throttling());
      add("A process of " + function.name() + " did not start", function.processFault());
      add("The log of " + function.name() + " cannot be written", function.logFault());
      add(
          "The lines of " + function.name() + " cannot be read for metrics",
          function.listenerFault());
    }
    return this;
  }

  HealthProblems refusals(List<PresentRefusal> refusals) {
    refusals.stream()
        .limit(REFUSALS_MAX)
        .forEach(
            refusal ->
                problems.add(
                    "R%s (since %s)."
                        .formatted(refusal.what().substring(1), TIME.format(refusal.since()))));
    if (refusals.size() > REFUSALS_MAX) {
      problems.add("More kinds of requests are refused: " + (refusals.size() - REFUSALS_MAX) + ".");
    }
    return this;
  }

  HealthProblems accessLog(Optional<Fault> fault) {
    add("The access log cannot be written", fault);
    return this;
  }

  HealthProblems subscriptions(List<Subscription> subscriptions) {
    for (Subscription subscription : subscriptions) {
      String group = subscription.settings().logGroup();
      add("Lines of log group " + group + " are not delivered", subscription.fault());
    }
    return this;
  }

  HealthProblems firewallLog(Optional<Fault> fault) {
    add("The firewall's log cannot be written", fault);
    return this;
  }

  HealthProblems notifications(Optional<Fault> fault) {
    add("Notifications are not delivered", fault);
    return this;
  }

  HealthProblems scheduledInvocations(Optional<Fault> fault) {
    add("Scheduled invocations are lost", fault);
    return this;
  }

  HealthProblems asynchronousInvocations(Optional<Fault> fault) {
    add("Events that functions failed at are not kept", fault);
    return this;
  }

  /** Adds a problem that is a sentence already. */
  HealthProblems add(Optional<String> problem) {
    problem.ifPresent(problems::add);
    return this;
  }

  HealthProblems sweeping(Optional<Fault> fault) {
    add("Expired items are not removed", fault);
    return this;
  }

  private void add(String what, Optional<Fault> fault) {
    fault.ifPresent(
        f ->
            problems.add(
                "%s: %s (since %s, %s)."
                    .formatted(
                        what,
                        f.cause(),
                        TIME.format(f.since()),
                        f.times() == 1 ? "once" : f.times() + " times")));
  }
}
