package dev.rampart.local.stack;

import dev.rampart.local.host.FunctionSettings;
import dev.rampart.local.logs.LogsService;
import dev.rampart.local.logs.delivery.LogDestination;
import dev.rampart.local.logs.delivery.Subscription;
import dev.rampart.local.logs.delivery.SubscriptionSettings;
import dev.rampart.local.logs.group.LogGroup;
import dev.rampart.local.logs.group.LogGroupSettings;
import dev.rampart.local.logs.group.LogGroups;
import dev.rampart.local.template.PseudoParameters;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The log groups of a run: who writes to which, and to whom the lines go on. */
final class RunLogs {
  private final StackPlan plan;
  private final InstantSource clock;
  private final Map<String, String> functionGroups = new LinkedHashMap<>();
  private final LogGroups groups;

  RunLogs(StackPlan plan, InstantSource clock) {
    this.plan = plan;
    this.clock = clock;
    plan.functions().forEach(function -> functionGroups.put(function.name(), group(function)));
    this.groups =
        new LogGroups(Stream.concat(plan.logGroups().stream(), unnamed().stream()).toList(), clock);
  }

  /** As on AWS, a function writes to a group of its own if it is not told another one. */
  private static String group(FunctionSettings function) {
    return function.logGroup().orElse("/aws/lambda/" + function.name());
  }

  private List<LogGroupSettings> unnamed() {
    return plan.functions().stream()
        .filter(function -> function.logGroup().isEmpty())
        .map(function -> new LogGroupSettings(group(function), Optional.empty()))
        .toList();
  }

  LogsService service(PseudoParameters stack) {
    return new LogsService(stack, groups, plan.subscriptions());
  }

  /** Takes a line that a function printed. */
  void functionLine(String function, String line) {
    groups.append(Objects.requireNonNull(functionGroups.get(function)), line);
  }

  /** Takes a line of the access log; it goes nowhere if the template names no group for it. */
  void accessLine(String line) {
    plan.api().accessLog().destinationArn().ifPresent(group -> line(group, line));
  }

  /** Takes a line for the group of an ARN. */
  void line(String groupArn, String line) {
    groups.append(LogGroups.name(groupArn), line);
  }

  /** Starts to hand lines on, as the subscriptions say. */
  List<Subscription> subscribe(String owner, LogDestination destination) {
    List<Subscription> started = new ArrayList<>();
    for (SubscriptionSettings settings : plan.subscriptions()) {
      LogGroup group = groups.find(settings.logGroup()).orElseThrow();
      started.add(Subscription.start(owner, settings, group, destination, clock));
    }
    return started;
  }
}
