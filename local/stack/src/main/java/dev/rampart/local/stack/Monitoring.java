package dev.rampart.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.access.AccessControl;
import dev.rampart.local.alarm.AlarmActions;
import dev.rampart.local.alarm.AlarmOperations;
import dev.rampart.local.alarm.Alarms;
import dev.rampart.local.alarm.StateChange;
import dev.rampart.local.events.LocalEvents;
import dev.rampart.local.metrics.Bands;
import dev.rampart.local.metrics.CloudWatchJson;
import dev.rampart.local.metrics.CloudWatchQuery;
import dev.rampart.local.metrics.MetricStore;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.CborService;
import dev.rampart.local.stack.access.TopicPermissions;
import dev.rampart.local.stack.control.Minutes;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import dev.rampart.local.supervision.RunClock;
import dev.rampart.local.supervision.Timer;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.topics.Inbox;
import dev.rampart.local.topics.InboxService;
import dev.rampart.local.topics.Notification;
import dev.rampart.local.topics.Topics;
import dev.rampart.local.topics.TopicsService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Metrics, alarms and topics of a run, joined: each minute the queues are looked at and the alarms
 * evaluated; what they do goes to the topics and to the default bus.
 */
final class Monitoring implements AlarmActions, AutoCloseable {
  private final PseudoParameters stack;
  private final AccessControl access;
  private final RunClock clock;
  private final LocalEvents events;
  private final MetricStore metrics;
  private final ServiceMetrics service;
  private final Progress progress;
  private final Inbox inbox;
  private final Timer timer;
  private final Topics topics;
  private final Bands bands;
  private final Alarms alarms;
  private final Minutes minutes;
  private final FaultTracker faults;
  private final FaultTracker evaluation;

  Monitoring(
      StackPlan plan,
      PseudoParameters stack,
      AccessControl access,
      RunClock clock,
      LocalEvents events,
      ServiceMetrics service,
      Inbox inbox,
      Progress progress) {
    this.stack = stack;
    this.access = access;
    this.clock = clock;
    this.events = events;
    this.metrics = service.metrics();
    this.service = service;
    this.progress = progress;
    this.inbox = inbox;
    this.faults = new FaultTracker("The events of alarms", clock);
    this.evaluation = new FaultTracker("The evaluation of alarms", clock);
    this.timer = new Timer(clock);
    this.topics =
        new Topics(plan.topics(), new TopicPermissions(events, access), inbox, timer, clock);
    this.bands = new Bands(metrics, plan.alarms().detectors());
    this.alarms =
        new Alarms(plan.alarms(), metrics, bands, stack, this, evaluation, clock.instant());
    this.minutes = new Minutes(clock, this::minute);
    events.countingFailures(service::failedInvocation);
  }

  /** Returns the services of AWS, and the inbox. */
  List<AwsService> services() {
    AlarmOperations operations = new AlarmOperations(alarms, bands, stack, clock);
    CloudWatchJson json = new CloudWatchJson(metrics, bands, operations);
    return List.of(
        json,
        new CborService(json, CloudWatchJson.NAME),
        new CloudWatchQuery(metrics, bands, operations),
        new TopicsService(topics, stack),
        new InboxService(inbox));
  }

  /** Starts to evaluate the alarms. */
  void start() {
    minutes.start();
  }

  Topics topics() {
    return topics;
  }

  Minutes minutes() {
    return minutes;
  }

  /** Returns what is wrong with notifications, events and evaluation of alarms. */
  Optional<Fault> fault() {
    return topics.fault().or(evaluation::current).or(faults::current);
  }

  private void minute(Instant end) {
    service.queues(events.health(Set.of()).queues(), end);
    alarms.evaluate(end);
  }

  @Override
  public Optional<String> publish(
      String alarmArn, String topicArn, String subject, String message, String mail) {
    Optional<String> refusal = access.publication(alarmArn, topicArn);
    if (refusal.isEmpty()) {
      topics.publish(topicArn, subject, Map.of(Notification.DEFAULT, message, "email", mail));
    }
    return refusal;
  }

  @Override
  public void event(String alarmArn, ObjectNode detail) {
    try {
      events.put("aws.cloudwatch", "CloudWatch Alarm State Change", alarmArn, detail);
      faults.succeeded();
    } catch (AwsError e) {
      faults.failed("an event is lost: " + e.getMessage());
    }
  }

  @Override
  public void changed(StateChange change) {
    progress.alarm(change);
  }

  @Override
  public void close() {
    minutes.close();
    timer.close();
    topics.close();
  }
}
