package dev.rampart.local.posture;

import java.util.List;

/** What the rules of event buses and of their rules have to notice. */
final class BusBreaks {
  private static final String DENY = "Statement/Condition";
  private static final String TARGET = "Targets/Id=detection/";

  private BusBreaks() {}

  static List<Break> all() {
    return List.of(
        Break.withoutType("EVB-01", "AWS::Events::EventBus"),
        Break.without("EVB-02", "BusPolicy"),
        Break.put("EVB-03", "BusPolicy", "Statement/Effect", "\"Allow\""),
        Break.put("EVB-03", "BusPolicy", DENY, "{}"),
        Break.put("EVB-03", "BusPolicy", "Statement/Resource", "\"arn:aws:events:::x\""),
        Break.put("EVB-03", "BusPolicy", "Statement/Action", "\"events:PutRule\""),
        Break.put("EVB-03", "BusPolicy", "Statement/Action", "\"*\""),
        Break.put(
            "EVB-03", "BusPolicy", "Statement/Principal", "{\"AWS\": \"arn:aws:iam::1:root\"}"),
        Break.put("EVB-03", "BusPolicy", DENY + "/StringNotEquals/aws:PrincipalAccount", "\"*\""),
        Break.put(
            "EVB-03", "BusPolicy", DENY + "/BoolIfExists/aws:PrincipalIsAWSService", "\"true\""),
        Break.put("EVB-03", "BusPolicy", DENY + "/StringEquals", "{\"aws:SourceVpc\": \"vpc-1\"}"),
        Break.rename("EVB-03", "BusPolicy", DENY + "/StringNotEquals", "StringEquals"),
        Break.rename("EVB-03", "BusPolicy", DENY + "/BoolIfExists", "Bool"),
        Break.put("EVB-03", "BusPolicy", "Statement/NotAction", "\"events:PutEvents\""),
        Break.with(
            "EVB-03",
            "Partner",
            """
            {"Type": "AWS::Events::EventBusPolicy", "Properties": {
              "EventBusName": {"Ref": "Bus"}, "StatementId": "Partner",
              "Statement": {"Effect": "Allow", "Principal": {"AWS": "999999999999"},
                "Action": "events:PutEvents", "Resource": {"Fn::GetAtt": ["Bus", "Arn"]}}}}
            """),
        Break.with(
            "EVB-03",
            "OldForm",
            """
            {"Type": "AWS::Events::EventBusPolicy", "Properties": {
              "EventBusName": {"Ref": "Bus"}, "StatementId": "Old", "Principal": "*",
              "Action": "events:PutEvents"}}
            """),
        Break.drop("EVB-04", "Bus", "KmsKeyIdentifier"),
        Break.drop("EVB-05", "Bus", "DeadLetterConfig"),
        Break.put("EVB-05", "Bus", "DeadLetterConfig/Arn", "\"arn:aws:sqs:::elsewhere\""),
        Break.drop("EVB-06", "BusArchive", "RetentionDays"),
        Break.put("EVB-06", "BusArchive", "RetentionDays", "1"),
        Break.put("EVB-06", "BusArchive", "RetentionDays", "36500"),
        Break.without("EVB-06", "BusArchive"),
        Break.drop("EVB-07", "SuspiciousRule", "EventPattern/detail-type"),
        Break.put("EVB-07", "SuspiciousRule", "EventPattern/source", "[]"),
        Break.drop("EVB-08", "SuspiciousRule", "EventBusName"),
        Break.drop("EVB-09", "SuspiciousRule", TARGET + "DeadLetterConfig"),
        Break.put("EVB-09", "SuspiciousRule", TARGET + "DeadLetterConfig/Arn", "\"arn:aws:sqs\""),
        Break.drop("EVB-10", "SuspiciousRule", TARGET + "RetryPolicy"),
        Break.put("EVB-10", "SuspiciousRule", TARGET + "RetryPolicy/MaximumRetryAttempts", "185"),
        Break.put("EVB-10", "SuspiciousRule", TARGET + "RetryPolicy/MaximumRetryAttempts", "0"),
        Break.put(
            "EVB-10", "SuspiciousRule", TARGET + "RetryPolicy/MaximumEventAgeInSeconds", "86400"),
        Break.put(
            "EVB-11",
            "DetectionUndeliveredPolicy",
            "PolicyDocument/Statement/Sid=FromItsSource/Condition",
            "{\"ArnEquals\": {\"aws:SourceArn\": {\"Fn::GetAtt\": [\"Bus\", \"Arn\"]}}}"),
        Break.put(
            "EVB-11",
            "DetectionQueuePolicy",
            "PolicyDocument/Statement/Sid=FromItsSource/Effect",
            "\"Deny\""),
        Break.put("EVB-12", "SuspiciousRule", "State", "\"DISABLED\""),
        Break.put(
            "EVB-13", "SuspiciousRule", "EventPattern/source", "[{\"prefix\": \"rampart.\"}]"),
        Break.put(
            "EVB-13",
            "SuspiciousRule",
            "EventPattern/detail-type",
            "[{\"anything-but\": \"SuspiciousRequest\"}]"),
        Break.put("EVB-13", "SuspiciousRule", "EventPattern/detail", "{\"severity\": [\"high\"]}"),
        Break.put("EVB-13", "SuspiciousRule", "EventPattern/account", "[\"999999999999\"]"),
        Break.put("EVB-14", "SuspiciousRule", "EventPattern/source", "[\"rampart.api\"]"),
        Break.append("EVB-14", "SuspiciousRule", "EventPattern/source", "\"aws.guardduty\""),
        Break.put("EVB-15", "BusArchive", "EventPattern/source", "[\"rampart.api\"]"),
        Break.put("EVB-15", "BusArchive", "EventPattern/detail-type", "[\"ThreatDetected\"]"),
        Break.drop("EVB-15", "BusArchive", "KmsKeyIdentifier"),
        Break.put("EVB-16", "Bus", "EventSourceName", "\"aws.partner/example.com/x\""),
        Break.with(
            "EVB-16",
            "Discovery",
            """
            {"Type": "AWS::EventSchemas::Discoverer",
             "Properties": {"SourceArn": {"Fn::GetAtt": ["Bus", "Arn"]}}}
            """),
        Break.put(
            "EVB-17",
            "SuspiciousRule",
            TARGET + "Arn",
            "\"arn:aws:sqs:eu-west-1:999999999999:elsewhere\""),
        Break.put("EVB-17", "SuspiciousRule", TARGET + "InputPath", "\"$.detail\""),
        Break.put(
            "EVB-17", "SuspiciousRule", TARGET + "InputTransformer", "{\"InputTemplate\": \"{}\"}"),
        Break.append(
            "EVB-17",
            "SuspiciousRule",
            "Targets",
            "{\"Id\": \"copy\", \"Arn\": \"arn:aws:events:us-east-1:999999999999:event-bus/x\"}"));
  }
}
