package dev.rampart.local.posture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.Json;
import java.util.List;

/** What the rules of schedules have to notice, in a schedule that is put into the template. */
final class ScheduleBreaks {
  private static final String SCHEDULE = "Tick";
  private static final String ROLE = "TickRole";
  private static final String TRUST = "AssumeRolePolicyDocument/Statement/0/";
  private static final String RIGHTS = "Policies/0/PolicyDocument/Statement";
  private static final String INVOKE = RIGHTS + "/Sid=Invoke/";
  private static final String KEEP = RIGHTS + "/Sid=KeepFailures/";
  private static final String KEY = RIGHTS + "/Sid=UseKey/";

  private static final String ADDED =
      """
      {"Tick": {"Type": "AWS::Scheduler::Schedule", "Properties": {
         "ScheduleExpression": "rate(1 minute)",
         "FlexibleTimeWindow": {"Mode": "OFF"},
         "Target": {
           "Arn": {"Ref": "EdgelogFunction.Alias"},
           "RoleArn": {"Fn::GetAtt": ["TickRole", "Arn"]},
           "Input": "{\\"tick\\": \\"<aws.scheduler.scheduled-time>\\"}",
           "RetryPolicy": {"MaximumRetryAttempts": 3, "MaximumEventAgeInSeconds": 300},
           "DeadLetterConfig": {"Arn": {"Fn::GetAtt": ["EdgelogDeadLetters", "Arn"]}}}}},
       "TickRole": {"Type": "AWS::IAM::Role", "Properties": {
         "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
           {"Effect": "Allow", "Principal": {"Service": "scheduler.amazonaws.com"},
            "Action": "sts:AssumeRole",
            "Condition": {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}}]},
         "Policies": [{"PolicyName": "tick", "PolicyDocument": {
           "Version": "2012-10-17", "Statement": [
           {"Sid": "Invoke", "Effect": "Allow", "Action": "lambda:InvokeFunction",
            "Resource": {"Ref": "EdgelogFunction.Alias"}},
           {"Sid": "KeepFailures", "Effect": "Allow", "Action": "sqs:SendMessage",
            "Resource": {"Fn::GetAtt": ["EdgelogDeadLetters", "Arn"]}},
           {"Sid": "UseKey", "Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
            "Resource": {"Fn::GetAtt": ["Key", "Arn"]},
            "Condition": {"StringEquals": {
              "kms:ViaService": {"Fn::Sub": "sqs.${AWS::Region}.amazonaws.com"}}}}]}}]}}}
      """;

  private ScheduleBreaks() {}

  /** Puts a schedule that holds all rules into a template. */
  static void add(ObjectNode template) {
    template.withObjectProperty("Resources").setAll((ObjectNode) Json.parse(ADDED));
  }

  static List<Break> all() {
    return List.of(
        put("SCH-01", SCHEDULE, "Target/RoleArn", "{\"Fn::GetAtt\": [\"EdgelogRole\", \"Arn\"]}"),
        put("SCH-01", SCHEDULE, "Target/RoleArn", "\"arn:aws:iam::999999999999:role/other\""),
        put("SCH-01", ROLE, TRUST + "Principal", "{\"Service\": \"events.amazonaws.com\"}"),
        put("SCH-01", ROLE, TRUST + "Principal", "\"*\""),
        put("SCH-01", ROLE, TRUST + "Condition", "{}"),
        put("SCH-01", ROLE, TRUST + "Condition/StringEquals/aws:SourceAccount", "\"999999999999\""),
        put(
            "SCH-01",
            ROLE,
            TRUST + "Condition/StringEqualsIfExists",
            "{\"aws:SourceAccount\": {\"Ref\": \"AWS::AccountId\"}}"),
        after(
            Break.with(
                "SCH-01",
                "Other",
                """
                {"Type": "AWS::Scheduler::Schedule", "Properties": {
                  "Target": {"RoleArn": {"Fn::GetAtt": ["TickRole", "Arn"]}}}}
                """)),
        put("SCH-02", ROLE, INVOKE + "Action", "\"lambda:*\""),
        put("SCH-02", ROLE, INVOKE + "Resource", "{\"Ref\": \"ApiFunction.Alias\"}"),
        put("SCH-02", ROLE, INVOKE + "Resource", "\"*\""),
        put("SCH-02", ROLE, INVOKE + "Effect", "\"Deny\""),
        after(Break.rename("SCH-02", ROLE, INVOKE + "Resource", "NotResource")),
        put("SCH-02", ROLE, KEEP + "Resource", "{\"Fn::GetAtt\": [\"DetectionQueue\", \"Arn\"]}"),
        put("SCH-02", ROLE, KEEP + "Action", "\"sqs:ReceiveMessage\""),
        put("SCH-02", ROLE, KEY + "Action", "[\"kms:Decrypt\"]"),
        put("SCH-02", ROLE, KEY + "Resource", "\"*\""),
        put("SCH-02", ROLE, KEY + "Condition", "{}"),
        put(
            "SCH-02",
            ROLE,
            KEY + "Condition/StringEquals/kms:ViaService",
            "\"dynamodb.eu-west-1.amazonaws.com\""),
        after(
            Break.append(
                "SCH-02",
                ROLE,
                RIGHTS,
                "{\"Effect\": \"Allow\", \"Action\": \"sns:Publish\", \"Resource\": \"*\"}")),
        put("SCH-03", SCHEDULE, "Target/DeadLetterConfig", "{}"),
        put("SCH-03", SCHEDULE, "Target/DeadLetterConfig/Arn", "\"arn:aws:sqs:::elsewhere\""),
        put("SCH-04", SCHEDULE, "Target/RetryPolicy", "{}"),
        put("SCH-04", SCHEDULE, "Target/RetryPolicy/MaximumRetryAttempts", "0"),
        put("SCH-04", SCHEDULE, "Target/RetryPolicy/MaximumRetryAttempts", "185"),
        put("SCH-04", SCHEDULE, "Target/RetryPolicy/MaximumEventAgeInSeconds", "86400"),
        put("SCH-05", SCHEDULE, "State", "\"DISABLED\""),
        put(
            "SCH-05",
            SCHEDULE,
            "FlexibleTimeWindow",
            "{\"Mode\": \"FLEXIBLE\", \"MaximumWindowInMinutes\": 1440}"),
        put("SCH-05", SCHEDULE, "EndDate", "\"2026-12-01T00:00:00Z\""),
        put("SCH-05", SCHEDULE, "Target/EcsParameters", "{}"),
        put("SCH-06", SCHEDULE, "Target/Arn", "{\"Fn::GetAtt\": [\"EdgelogFunction\", \"Arn\"]}"),
        put("SCH-06", SCHEDULE, "Target/Arn", "\"arn:aws:lambda:eu-west-1:1:function:other\""),
        after(Break.drop("SCH-06", SCHEDULE, "Target/Input")));
  }

  private static Break put(String rule, String logicalId, String at, String json) {
    return after(Break.put(rule, logicalId, at, json));
  }

  /** Returns a break of the template with the schedule in it. */
  private static Break after(Break broken) {
    return new Break(
        broken.rule(),
        broken.what(),
        template -> {
          add(template);
          broken.change().accept(template);
        });
  }
}
