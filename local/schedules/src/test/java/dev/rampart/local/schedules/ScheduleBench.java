package dev.rampart.local.schedules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** Schedules of a template, a function and a queue that remember, and a clock that stands. */
final class ScheduleBench implements ScheduleActions, InstantSource {
  static final Instant START = Instant.parse("2026-11-29T12:00:20.500Z");

  /** Two schedules, of a minute and of an hour. */
  static final String TEMPLATE =
      """
      Resources:
        Fn:
          Type: AWS::Lambda::Function
          Properties: {FunctionName: fn}
        Letters:
          Type: AWS::SQS::Queue
          Properties: {QueueName: letters}
        Minutely:
          Type: AWS::Scheduler::Schedule
          Properties:
            Name: minutely
            ScheduleExpression: rate(1 minute)
            FlexibleTimeWindow: {Mode: 'OFF'}
            State: ENABLED
            Target:
              Arn: !GetAtt Fn.Arn
              RoleArn: arn:aws:iam::000000000000:role/tick
              Input: '{"tick": "<aws.scheduler.scheduled-time>"}'
              RetryPolicy: {MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 60}
              DeadLetterConfig: {Arn: !GetAtt Letters.Arn}
        Hourly:
          Type: AWS::Scheduler::Schedule
          Properties:
            ScheduleExpression: rate(1 hours)
            FlexibleTimeWindow: {Mode: 'OFF'}
            Target:
              Arn: !GetAtt Fn.Arn
              RoleArn: arn:aws:iam::000000000000:role/tick
              Input: '"hour"'
      """;

  /** The events that the function took, by the schedule. */
  final Map<String, List<String>> events = new HashMap<>();

  final List<JsonNode> letters = new ArrayList<>();
  final List<String> letterBodies = new ArrayList<>();

  /** What the function says to Minutely, one answer after another; then it takes what comes. */
  final Queue<AsyncInvocation> answers = new ArrayDeque<>();

  /** The schedules whose invocation breaks. */
  final Set<String> broken = new HashSet<>();

  final List<Duration> waits = new ArrayList<>();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  final Schedules schedules;
  boolean queueIsClosed;
  private Instant now = START;

  ScheduleBench(String template) {
    this.schedules =
        new Schedules(
            read(template),
            this,
            (wait, task) -> {
              waits.add(wait);
              waiting.add(task);
            },
            this);
  }

  static List<ScheduleSettings> read(String template) {
    List<Properties> read = new ArrayList<>();
    for (Resource resource : Template.read("t.yaml", template).stack(Map.of()).resources()) {
      if (ScheduleReader.takes(resource.type())) {
        read.add(resource.read());
      }
    }
    List<ScheduleSettings> schedules =
        ScheduleReader.read(read, arn -> arn.contains(":fn"), arn -> arn.endsWith(":letters"));
    read.forEach(Properties::end);
    return schedules;
  }

  @Override
  public AsyncInvocation invoke(ScheduleSettings schedule, byte[] event) {
    if (broken.contains(schedule.logicalId())) {
      throw new IllegalStateException("broken");
    }
    AsyncInvocation answer =
        answers.isEmpty() || !schedule.logicalId().equals("Minutely")
            ? new AsyncInvocation.Accepted()
            : answers.remove();
    if (answer instanceof AsyncInvocation.Accepted) {
      events
          .computeIfAbsent(schedule.logicalId(), _ -> new ArrayList<>())
          .add(new String(event, StandardCharsets.UTF_8));
    }
    return answer;
  }

  @Override
  public void keep(ScheduleSettings schedule, String queueArn, String event, JsonNode attributes) {
    if (queueIsClosed) {
      throw new AwsError("RequestThrottled", "full");
    }
    letterBodies.add(event);
    letters.add(attributes);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Lets time pass and looks at the schedules at its end. */
  ScheduleBench after(Duration time) {
    pass(time);
    schedules.invokeDue();
    return this;
  }

  /** Begins, and looks at the schedules once. */
  ScheduleBench begin() {
    schedules.begin();
    schedules.invokeDue();
    return this;
  }

  /** Runs what waits, and what comes of it. */
  void runWaiting() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  List<String> minutely() {
    return events.getOrDefault("Minutely", List.of());
  }

  String letter(String attribute) {
    return letters.getFirst().path(attribute).path("StringValue").asText();
  }
}
