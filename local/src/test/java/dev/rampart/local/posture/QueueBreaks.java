package dev.rampart.local.posture;

import java.util.List;

/** What the rules of queues have to notice. */
final class QueueBreaks {
  private static final String POLICY = "DetectionQueuePolicy";
  private static final String TLS = "PolicyDocument/Statement/Sid=OnlyTls/";
  private static final String SOURCE = "PolicyDocument/Statement/Sid=FromItsSource/";

  private QueueBreaks() {}

  static List<Break> all() {
    return List.of(
        Break.withoutType("SQS-01", "AWS::SQS::Queue"),
        Break.drop("SQS-02", "RelayDeadLetters", "KmsMasterKeyId"),
        Break.put("SQS-03", "RelayDeadLetters", "KmsMasterKeyId", "\"alias/aws/sqs\""),
        Break.put("SQS-04", "RelayDeadLetters", "KmsMasterKeyId", "\"alias/aws/sqs\""),
        Break.put("SQS-05", POLICY, TLS + "Effect", "\"Allow\""),
        Break.put("SQS-05", POLICY, TLS + "Condition/Bool/aws:SecureTransport", "\"true\""),
        Break.put(
            "SQS-05",
            POLICY,
            TLS + "Condition",
            "{\"BoolIfExists\": {\"aws:SecureTransport\": \"false\"}}"),
        Break.put(
            "SQS-05",
            POLICY,
            TLS + "Condition/StringEquals",
            "{\"aws:SourceAccount\": \"999999999999\"}"),
        Break.put(
            "SQS-05",
            POLICY,
            TLS + "Resource",
            "{\"Fn::GetAtt\": [\"RelayDeadLetters\", \"Arn\"]}"),
        Break.put("SQS-05", POLICY, TLS + "Action", "\"sqs:SendMessage\""),
        Break.put("SQS-05", POLICY, TLS + "Principal", "{\"AWS\": \"999999999999\"}"),
        Break.without("SQS-05", "RelayDeadLettersPolicy"),
        Break.put("SQS-05", POLICY, "Queues", "[{\"Ref\": \"RelayDeadLetters\"}]"),
        Break.put("SQS-06", POLICY, SOURCE + "Principal", "\"*\""),
        Break.put("SQS-06", POLICY, SOURCE + "Principal", "{\"AWS\": [\"*\"]}"),
        Break.drop("SQS-07", POLICY, SOURCE + "Condition"),
        Break.put(
            "SQS-07", POLICY, SOURCE + "Condition", "{\"ArnLike\": {\"aws:SourceArn\": \"*\"}}"),
        Break.put(
            "SQS-07",
            POLICY,
            SOURCE + "Condition",
            "{\"ArnNotEquals\": {\"aws:SourceArn\": {\"Fn::GetAtt\": [\"Bus\", \"Arn\"]}}}"),
        Break.put(
            "SQS-07",
            POLICY,
            SOURCE + "Condition",
            "{\"StringEqualsIfExists\": {\"aws:SourceAccount\": {\"Ref\": \"AWS::AccountId\"}}}"),
        Break.put(
            "SQS-08",
            "Key",
            "KeyPolicy/Statement/Sid=EventsOfThisAccount/Action",
            "[\"kms:Decrypt\"]"),
        Break.put("SQS-09", "BusDeadLetters", "MessageRetentionPeriod", "345600"),
        Break.without("SQS-10", "EdgelogDeadLettersAlarm"),
        Break.drop("SQS-11", "DetectionQueue", "RedrivePolicy"),
        Break.put("SQS-11", "DetectionQueue", "RedrivePolicy/maxReceiveCount", "1000"),
        Break.put("SQS-11", "DetectionQueue", "RedrivePolicy/maxReceiveCount", "1"),
        Break.put("SQS-12", POLICY, SOURCE + "Action", "\"sqs:*\""),
        Break.put(
            "SQS-12", POLICY, SOURCE + "Action", "[\"sqs:SendMessage\", \"sqs:ReceiveMessage\"]"),
        Break.put("SQS-12", POLICY, SOURCE + "Condition/StringLike", "{\"aws:userid\": \"*\"}"),
        Break.append(
            "SQS-12",
            POLICY,
            "PolicyDocument/Statement",
            """
            {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::999999999999:root"},
             "Action": "sqs:ReceiveMessage", "Resource": {"Fn::GetAtt": ["DetectionQueue", "Arn"]}}
            """),
        Break.append(
            "SQS-12",
            "RelayDeadLettersPolicy",
            "PolicyDocument/Statement",
            """
            {"Effect": "Deny", "Principal": "*", "Action": "sqs:SendMessage",
             "Resource": {"Fn::GetAtt": ["RelayDeadLetters", "Arn"]}}
            """),
        Break.put(
            "SQS-13",
            "RelayDeadLetters",
            "RedriveAllowPolicy",
            "{\"redrivePermission\": \"allowAll\"}"),
        Break.drop("SQS-13", "DetectionUndelivered", "RedriveAllowPolicy"),
        Break.put(
            "SQS-13",
            "DetectionDeadLetters",
            "RedriveAllowPolicy/sourceQueueArns",
            "[\"arn:aws:sqs:eu-west-1:999999999999:other\"]"),
        Break.put("SQS-14", "DetectionQueue", "MessageRetentionPeriod", "60"),
        Break.put("SQS-14", "DetectionQueue", "DelaySeconds", "900"),
        Break.put("SQS-15", "DetectionQueue", "KmsDataKeyReusePeriodSeconds", "86400"),
        Break.put("SQS-16", "DetectionQueue", "MaximumMessageSize", "1024"),
        Break.put("SQS-02", "DetectionQueue", "SqsManagedSseEnabled", "false"),
        Break.with(
            "SQS-16",
            "Inline",
            """
            {"Type": "AWS::SQS::QueueInlinePolicy", "Properties": {
              "Queue": {"Ref": "DetectionQueue"}, "PolicyDocument": {"Statement": [{
                "Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*"}]}}}
            """));
  }
}
