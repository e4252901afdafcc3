package dev.rampart.local.stack;

import dev.rampart.local.access.AccessControl;
import dev.rampart.local.events.EventsHealth;
import dev.rampart.local.events.LocalEvents;
import dev.rampart.local.gateway.Gateway;
import dev.rampart.local.host.FunctionHealth;
import dev.rampart.local.host.LambdaHost;
import dev.rampart.local.host.async.AsyncInvoker;
import dev.rampart.local.host.mapping.Destination;
import dev.rampart.local.host.queue.QueueMapping;
import dev.rampart.local.host.stream.StreamHealth;
import dev.rampart.local.host.stream.StreamMapping;
import dev.rampart.local.logs.delivery.Subscription;
import dev.rampart.local.protocol.lambda.FunctionArn;
import dev.rampart.local.schedules.Schedules;
import dev.rampart.local.stack.health.Health;
import dev.rampart.local.stack.health.HealthCheck;
import dev.rampart.local.supervision.LogFile;
import dev.rampart.local.tables.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Asks the parts of a run how they are doing. The parts come one by one, as the run starts. */
final class RunHealthCheck implements HealthCheck {
  private final List<StreamMapping> streams = new CopyOnWriteArrayList<>();
  private final List<QueueMapping> queueMappings = new CopyOnWriteArrayList<>();
  private final Set<String> failureQueueArns = ConcurrentHashMap.newKeySet();
  private final DiskSpace disk;
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private volatile Optional<AccessControl> access = Optional.empty();
  private volatile Optional<AsyncInvoker> invoker = Optional.empty();
  private volatile Optional<Tables> tables = Optional.empty();
  private volatile Optional<LocalEvents> events = Optional.empty();
  private volatile Optional<LambdaHost> host = Optional.empty();
  private volatile Optional<Gateway> gateway = Optional.empty();
  private volatile Optional<LogFile> firewallLog = Optional.empty();
  private volatile Optional<Monitoring> monitoring = Optional.empty();
  private volatile Optional<Schedules> schedules = Optional.empty();

  RunHealthCheck(DiskSpace disk) {
    this.disk = disk;
  }

  /** Watches what roles and policies refuse; returns the same. */
  AccessControl watch(AccessControl made) {
    access = Optional.of(made);
    return made;
  }

  void watch(Tables started) {
    tables = Optional.of(started);
  }

  void watch(LocalEvents started) {
    events = Optional.of(started);
  }

  void watch(LambdaHost started) {
    host = Optional.of(started);
  }

  /** Watches a mapping, and where it sends records to that it gives up. */
  void watch(StreamMapping started, Optional<Destination> onFailure) {
    streams.add(started);
    watchFailures(onFailure);
  }

  /** Watches what hears of what a function failed at; a queue then has dead letters. */
  void watchFailures(Optional<Destination> onFailure) {
    onFailure
        .filter(to -> to.kind() == Destination.Kind.QUEUE)
        .ifPresent(to -> failureQueueArns.add(to.arn()));
  }

  void watch(AsyncInvoker made) {
    invoker = Optional.of(made);
  }

  void watch(Subscription started) {
    subscriptions.add(started);
  }

  void watch(QueueMapping started) {
    queueMappings.add(started);
  }

  void watch(LogFile opened) {
    firewallLog = Optional.of(opened);
  }

  void watch(Monitoring started) {
    monitoring = Optional.of(started);
  }

  /** Watches schedules, and the queues of what they give up. */
  void watch(Schedules started, List<String> deadLetterArns) {
    schedules = Optional.of(started);
    failureQueueArns.addAll(deadLetterArns);
  }

  void watch(Gateway started) {
    gateway = Optional.of(started);
  }

  @Override
  public Health health() throws InterruptedException {
    List<StreamHealth> streamHealth = new ArrayList<>();
    for (StreamMapping stream : streams) {
      streamHealth.add(stream.health());
    }
    EventsHealth eventsHealth =
        events.map(each -> each.health(failureQueueArns)).orElseGet(() -> EventsHealth.NOTHING);
    List<FunctionHealth> functions = host.map(LambdaHost::health).orElse(List.of());
    List<String> problems =
        new HealthProblems()
            .streams(streamHealth)
            .events(eventsHealth, queueMappings.stream().map(QueueMapping::health).toList())
            .functions(functions)
            .refusals(access.map(AccessControl::refusals).orElse(List.of()))
            .accessLog(gateway.flatMap(Gateway::accessLogFault))
            .subscriptions(subscriptions)
            .asynchronousInvocations(invoker.flatMap(AsyncInvoker::fault))
            .notifications(monitoring.flatMap(Monitoring::fault))
            .scheduledInvocations(schedules.flatMap(Schedules::fault))
            .firewallLog(firewallLog.flatMap(LogFile::fault))
            .add(disk.problem())
            .add(tables.flatMap(Tables::writeRefusal))
            .sweeping(tables.flatMap(Tables::sweepFault))
            .all();
    return new Health(
        problems.isEmpty() ? Health.WELL : Health.FAULTY,
        problems,
        streamHealth.stream().map(RunHealthCheck::state).toList(),
        eventsHealth.queues().stream().map(RunHealthCheck::state).toList(),
        functions.stream().map(RunHealthCheck::state).toList());
  }

  private static Health.StreamState state(StreamHealth stream) {
    return new Health.StreamState(
        FunctionArn.name(stream.functionArn()),
        stream.streamArn(),
        stream.recordsBehind(),
        stream.age().map(Duration::toSeconds),
        stream.retries());
  }

  private static Health.QueueState state(EventsHealth.QueueHealth queue) {
    return new Health.QueueState(
        queue.name(),
        queue.deadLetters(),
        queue.visible(),
        queue.inFlight(),
        queue.delayed(),
        queue.oldest().map(Duration::toSeconds));
  }

  private static Health.FunctionState state(FunctionHealth function) {
    return new Health.FunctionState(function.name(), function.processes(), function.busy());
  }
}
