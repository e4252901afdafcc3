package dev.rampart.local.stack.access;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.AccessControl;
import dev.rampart.local.host.mapping.Destination;
import dev.rampart.local.host.mapping.DestinationSender.Outcome;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.source.TemplateException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS asks when it makes a stack, so that one without it cannot be deployed: the trust policy
 * of a function's role (Lambda API Reference, {@code CreateFunction}), the role of the function for
 * event sources and destinations (the same, {@code CreateEventSourceMapping} and {@code
 * PutFunctionEventInvokeConfig}), the function's permission for a subscription (CloudWatch Logs API
 * Reference, {@code PutSubscriptionFilter}), the trust policy of a schedule's role (EventBridge
 * Scheduler API Reference, {@code CreateSchedule}), and the policies of keys for what encrypts for
 * itself: log groups (CloudWatch Logs User Guide, "Encrypt log data"), buses and archives
 * (EventBridge User Guide, "Authorizing EventBridge to use a customer managed key" and "Encrypting
 * archives"). A run also asks the role of a schedule for its dead-letter queue, which AWS does only
 * when a letter is lost.
 */
public record SetUpPermissions(Stack stack, AccessControl access) {
  private static final String MAPPING = "AWS::Lambda::EventSourceMapping";
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String SUBSCRIPTION = "AWS::Logs::SubscriptionFilter";
  private static final String RULE = "AWS::Events::Rule";
  private static final String SCHEDULE = "AWS::Scheduler::Schedule";
  private static final List<String> OF_LOGS =
      List.of(
          "kms:DescribeKey",
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:GenerateDataKey",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo");

  /** What else a bus needs is asked for each event. */
  private static final List<String> OF_BUSES = List.of("kms:DescribeKey");

  private static final List<String> OF_ARCHIVES =
      List.of(
          "kms:DescribeKey",
          "kms:Decrypt",
          "kms:GenerateDataKey",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo");

  private static final String DESTINATIONS = "DestinationConfig";
  private static final String ON_FAILURE = "OnFailure";

  /**
   * Asks for everything.
   *
   * @throws TemplateException with file and line, if something is not allowed
   */
  public void require() {
    stack.ofType(FUNCTION).forEach(this::trust);
    for (Resource group : stack.ofType("AWS::Logs::LogGroup")) {
      String service = "logs." + stack.pseudoParameters().region() + ".amazonaws.com";
      String arn = stack.pseudoParameters().arn("logs", "log-group:" + group.physical().ref());
      key(group, service, arn, arn, OF_LOGS);
    }
    for (Resource bus : stack.ofType("AWS::Events::EventBus")) {
      key(bus, EventPermissions.SERVICE, arn(bus), arn(bus), OF_BUSES);
    }
    for (Resource archive : stack.ofType("AWS::Events::Archive")) {
      String busArn = archive.text("SourceArn", "");
      key(archive, EventPermissions.SERVICE, arn(archive), busArn, OF_ARCHIVES);
    }
    stack.ofType(MAPPING).forEach(this::source);
    for (Resource function : stack.ofType(FUNCTION)) {
      Properties config = function.read().object("EventInvokeConfig").object(DESTINATIONS);
      destination(function, function.logicalId(), config.object("OnSuccess"), Outcome.SUCCESS);
      destination(function, function.logicalId(), config.object(ON_FAILURE), Outcome.FAILURE);
    }
    stack.ofType(SUBSCRIPTION).forEach(this::subscription);
    stack.ofType(SCHEDULE).forEach(this::schedule);
    stack.ofType(RULE).forEach(this::rule);
  }

  private void trust(Resource function) {
    String role = access.plan().roleArn(function.logicalId());
    Optional<String> refusal =
        access.service("lambda.amazonaws.com", arn(function), "sts:AssumeRole", role);
    if (refusal.isPresent()) {
      throw function.fault(
          JsonPointer.compile("/Role"), "cannot be assumed by Lambda: " + refusal.get());
    }
  }

  private void key(
      Resource owner, String service, String arn, String boundArn, List<String> actions) {
    access
        .keyUse(service, arn, boundArn, actions)
        .ifPresent(
            refusal -> {
              throw owner.fault("cannot be made: its key is not open to it. " + refusal);
            });
  }

  private static String arn(Resource resource) {
    return resource.physical().attributes().getOrDefault("Arn", "");
  }

  private void source(Resource mapping) {
    String source = mapping.text("EventSourceArn", "");
    String function = function(mapping.text("FunctionName", ""));
    if (source.contains(":sqs:")) {
      for (String action : List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")) {
        require(mapping, function, "sqs:" + action, source, Map.of());
      }
    } else {
      for (String action : List.of("GetRecords", "GetShardIterator", "DescribeStream")) {
        require(mapping, function, "dynamodb:" + action, source, Map.of());
      }
      String streams = source.substring(0, source.lastIndexOf('/') + 1) + "*";
      require(mapping, function, "dynamodb:ListStreams", streams, Map.of());
    }
    Properties config = mapping.read().object(DESTINATIONS);
    destination(mapping, function, config.object(ON_FAILURE), Outcome.FAILURE);
  }

  private void destination(Resource owner, String function, Properties config, Outcome outcome) {
    Destination.read(config, EnumSet.allOf(Destination.Kind.class))
        .ifPresent(
            to -> {
              DestinationRight right = DestinationRight.of(to, outcome);
              require(owner, function, right.action(), to.arn(), right.context());
            });
  }

  private void require(
      Resource owner,
      String function,
      String action,
      String resource,
      Map<String, List<String>> context) {
    access
        .function(function, action, resource, context)
        .ifPresent(
            refusal -> {
              throw owner.fault("cannot be made: " + refusal);
            });
  }

  /** The condition keys of a trust policy know the group of a schedule, not the schedule. */
  private void schedule(Resource schedule) {
    String group =
        stack
            .pseudoParameters()
            .arn("scheduler", "schedule-group/" + schedule.text("GroupName", "default"));
    String role = access.plan().roleArn(schedule.logicalId());
    access
        .service("scheduler.amazonaws.com", group, "sts:AssumeRole", role)
        .ifPresent(
            refusal -> {
              throw schedule.fault(
                  JsonPointer.compile("/Target/RoleArn"),
                  "cannot be assumed by EventBridge Scheduler: " + refusal);
            });
    Properties target = schedule.read().object("Target");
    target
        .object("DeadLetterConfig")
        .optionalText("Arn")
        .ifPresent(
            queue -> require(schedule, schedule.logicalId(), "sqs:SendMessage", queue, Map.of()));
  }

  private void rule(Resource rule) {
    for (JsonNode target : rule.property("Targets")) {
      String role = target.path("RoleArn").asText();
      if (!role.isEmpty()) {
        access
            .service(EventPermissions.SERVICE, arn(rule), "sts:AssumeRole", role)
            .ifPresent(
                refusal -> {
                  throw rule.fault(
                      JsonPointer.compile("/Targets"),
                      "has a target whose role cannot be assumed by EventBridge: " + refusal);
                });
      }
    }
  }

  private void subscription(Resource subscription) {
    String group =
        stack
            .pseudoParameters()
            .arn("logs", "log-group:" + subscription.text("LogGroupName", "") + ":*");
    Optional<String> refusal =
        access.service(
            "logs.amazonaws.com",
            group,
            "lambda:InvokeFunction",
            subscription.text("DestinationArn", ""));
    if (refusal.isPresent()) {
      throw subscription.fault(
          "cannot be made: CloudWatch Logs may not invoke the function. " + refusal.get());
    }
  }

  /**
   * Returns the logical id of the function that a name or ARN stands for, perhaps with an alias.
   */
  private String function(String named) {
    return stack.ofType(FUNCTION).stream()
        .filter(function -> isNamed(function, named))
        .findFirst()
        .map(Resource::logicalId)
        .orElseThrow(() -> stack.fault(named + " names no function"));
  }

  private static boolean isNamed(Resource function, String named) {
    String arn = arn(function);
    return named.equals(function.physical().ref())
        || named.equals(arn)
        || named.startsWith(arn + ":")
        || named.startsWith(function.physical().ref() + ":");
  }
}
