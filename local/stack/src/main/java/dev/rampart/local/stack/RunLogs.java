package dev.rampart.local.stack;

import dev.rampart.local.host.FunctionSettings;
import dev.rampart.local.identity.directory.SignInOutcome;
import dev.rampart.local.identity.directory.UserActivityRecord;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.logs.LogsService;
import dev.rampart.local.logs.delivery.LogDestination;
import dev.rampart.local.logs.delivery.Subscription;
import dev.rampart.local.logs.delivery.SubscriptionSettings;
import dev.rampart.local.logs.group.LogGroup;
import dev.rampart.local.logs.group.LogGroupSettings;
import dev.rampart.local.logs.group.LogGroups;
import dev.rampart.local.stack.access.FunctionLogs;
import dev.rampart.local.template.PseudoParameters;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The log groups of a run: who writes to which, and to whom the lines go on. */
final class RunLogs {
  private final StackPlan plan;
  private final InstantSource clock;
  private final Map<String, String> functionGroups = new LinkedHashMap<>();
  private final Map<String, String> functionIds = new LinkedHashMap<>();
  private final LogGroups groups;
  private final FunctionLogs permissions;

  RunLogs(StackPlan plan, InstantSource clock, FunctionLogs permissions) {
    this.plan = plan;
    this.permissions = permissions;
    this.clock = clock;
    for (FunctionSettings function : plan.functions()) {
      functionGroups.put(function.name(), group(function));
      functionIds.put(function.name(), function.logicalId());
    }
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

  /** Tells somebody of each line from now on: the name of its group. */
  void counting(Consumer<String> counter) {
    groups.all().forEach(group -> group.listen(_ -> counter.accept(group.name())));
  }

  /** Opens the streams of all functions, as far as their roles allow it: before the first line. */
  void openStreams() {
    functionGroups.keySet().forEach(this::isOpen);
  }

  /** Takes a line that a function printed; returns whether its role may write it. */
  boolean functionLine(String function, String line) {
    boolean open = isOpen(function);
    if (open) {
      groups.append(Objects.requireNonNull(functionGroups.get(function)), line);
    }
    return open;
  }

  private boolean isOpen(String function) {
    String arn = plan.access().stack().arn("logs", "log-group:" + functionGroups.get(function));
    return permissions.takes(Objects.requireNonNull(functionIds.get(function)), arn);
  }

  /** Takes a line of the access log; it goes nowhere if the template names no group for it. */
  void accessLine(String line) {
    plan.api().accessLog().destinationArn().ifPresent(group -> line(group, line));
  }

  /** Takes what a user did; it goes nowhere if the template exports no activity of users. */
  void activity(SignInOutcome outcome) {
    IdentitySettings identity = plan.identity();
    identity
        .activityLogGroupArn()
        .ifPresent(
            group -> line(group, new UserActivityRecord(outcome, identity.pool().id()).line()));
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
