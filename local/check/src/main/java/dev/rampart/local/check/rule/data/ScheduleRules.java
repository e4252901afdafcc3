package dev.rampart.local.check.rule.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.LambdaFunctions;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.ScheduleRoles;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Schedules: what they call, with which rights, and what becomes of calls that fail. */
final class ScheduleRules {
  private static final String SCHEDULER = "scheduler.amazonaws.com";
  private static final String ROLE = "Target.RoleArn";
  private static final String FUNCTION = "Target.Arn";
  private static final String DEAD_LETTERS = "Target.DeadLetterConfig.Arn";
  // Without a retry a throttled call is lost; after an hour of retries newer calls have come.
  private static final int ATTEMPTS_MIN = 1;
  private static final int ATTEMPTS_MAX = 20;
  private static final int AGE_SECONDS_MIN = 60;
  private static final int AGE_SECONDS_MAX = 3600;

  private ScheduleRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "SCH-01",
            "Each schedule has a role of its own, which EventBridge Scheduler takes on for this"
                + " account alone",
            "a schedule of another account could call the function by way of the service; whoever"
                + " shares the role has the rights of both",
            "AssumeRolePolicyDocument with one statement: Allow sts:AssumeRole to"
                + " scheduler.amazonaws.com, Condition: {StringEquals: {'aws:SourceAccount': !Ref"
                + " AWS::AccountId}}",
            ScheduleRules::ownRole),
        PostureRule.must(
            "SCH-02",
            "The role of a schedule may call its function and keep what fails, and nothing else",
            "it would call nothing, lose what fails, or do what nobody reviewed",
            "lambda:InvokeFunction on !Ref Fn.Alias, sqs:SendMessage on the dead-letter queue, and"
                + " for its key kms:Decrypt and kms:GenerateDataKey by kms:ViaService of SQS",
            ScheduleRules::ownRights),
        PostureRule.must(
            "SCH-03",
            "A call that its function does not take is kept in a queue",
            "calls would fail in silence",
            "DeadLetterConfig: {Arn: !GetAtt of a queue} on the target",
            (subject, seen) ->
                each(subject, seen, DEAD_LETTERS, arn -> subject.isTarget(arn, Types.QUEUE))),
        PostureRule.must(
            "SCH-04",
            "Each schedule tries again: 1 to 20 times, within an hour",
            "a throttled call would be lost, or come a day later, among newer ones",
            "RetryPolicy: {MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 300}",
            ScheduleRules::retries),
        PostureRule.must(
            "SCH-05",
            "Each schedule is on, to the minute, and has no property that nobody reviewed",
            "one that is off, ends or comes late by hours does nothing, and no alarm rings",
            "State: ENABLED or nothing, FlexibleTimeWindow: {Mode: 'OFF'}, no StartDate and"
                + " EndDate",
            ScheduleRules::isOn),
        PostureRule.must(
            "SCH-06",
            "A schedule calls the alias of a function, with an input of its own",
            "$LATEST is code that no deployment has tried; what comes without an input is the"
                + " service's choice",
            "Target: {Arn: !Ref Fn.Alias, Input: '{…}'}",
            ScheduleRules::callsAlias));
  }

  private static void each(
      CheckedTemplate subject, Examination seen, String path, Predicate<JsonNode> holds) {
    seen.doesNotApply();
    Rules.each(Types.SCHEDULE, path, holds).examine(subject, seen);
  }

  private static void ownRole(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource schedule : subject.ofType(Types.SCHEDULE)) {
      Optional<Resource> role =
          ScheduleRoles.of(subject, schedule)
              .filter(found -> RoleForms.trust(found, SCHEDULER).isPresent())
              .filter(found -> !isShared(subject, schedule, found));
      seen.expect(role.isPresent(), schedule, ROLE);
    }
  }

  private static boolean isShared(CheckedTemplate subject, Resource schedule, Resource role) {
    return LambdaFunctions.roles(subject).contains(role)
        || subject.ofType(Types.SCHEDULE).stream()
            .filter(other -> !other.equals(schedule))
            .anyMatch(other -> ScheduleRoles.of(subject, other).filter(role::equals).isPresent());
  }

  private static void ownRights(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource schedule : subject.ofType(Types.SCHEDULE)) {
      List<Statement> rights =
          ScheduleRoles.of(subject, schedule)
              .map(role -> PolicyStatements.ofRole(subject, role))
              .orElse(List.of());
      RoleForms.expectOnly(needed(subject, schedule), rights, seen, Place.of(schedule, ROLE));
    }
  }

  /** Returns the forms of the statements that the role of a schedule has. */
  private static List<Predicate<Statement>> needed(CheckedTemplate subject, Resource schedule) {
    String function = Json.at(schedule.properties(), FUNCTION).asText();
    Predicate<Statement> calls =
        statement -> RoleForms.isOn(statement, function, "lambda:InvokeFunction");
    Optional<Resource> queue = subject.target(Json.at(schedule.properties(), DEAD_LETTERS));
    if (queue.isEmpty()) {
      return List.of(calls);
    }
    Predicate<Statement> keeps =
        statement ->
            statement.hasActions("sqs:SendMessage")
                && statement.isAbout(queue.get())
                && statement.conditions().isEmpty();
    JsonNode named = queue.get().property("KmsMasterKeyId");
    Optional<Resource> key = subject.target(named).filter(found -> found.type().equals(Types.KEY));
    return key.isEmpty()
        ? List.of(calls, keeps)
        : List.of(calls, keeps, statement -> RoleForms.encrypts(statement, key.get(), "sqs"));
  }

  private static void retries(CheckedTemplate subject, Examination seen) {
    each(
        subject,
        seen,
        "Target.RetryPolicy.MaximumRetryAttempts",
        Rules.within(ATTEMPTS_MIN, ATTEMPTS_MAX));
    each(
        subject,
        seen,
        "Target.RetryPolicy.MaximumEventAgeInSeconds",
        Rules.within(AGE_SECONDS_MIN, AGE_SECONDS_MAX));
  }

  private static void isOn(CheckedTemplate subject, Examination seen) {
    each(subject, seen, "State", state -> state.asText("ENABLED").equals("ENABLED"));
    each(subject, seen, "FlexibleTimeWindow", window -> window.path("Mode").asText().equals("OFF"));
    Rules.only(
            Types.SCHEDULE,
            "Description",
            "FlexibleTimeWindow",
            "GroupName",
            "KmsKeyArn",
            "Name",
            "ScheduleExpression",
            "ScheduleExpressionTimezone",
            "State",
            "Target")
        .examine(subject, seen);
    for (Resource schedule : subject.ofType(Types.SCHEDULE)) {
      Rules.only(
          schedule, "Target", seen, "Arn", "DeadLetterConfig", "Input", "RetryPolicy", "RoleArn");
    }
  }

  private static void callsAlias(CheckedTemplate subject, Examination seen) {
    each(subject, seen, FUNCTION, arn -> LambdaFunctions.isAlias(subject, arn));
    each(subject, seen, "Target.Input", input -> !input.asText().isEmpty());
  }
}
