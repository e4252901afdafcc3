package dev.rampart.local.posture;

import java.util.List;

/** What the rules of topics have to notice. */
final class TopicBreaks {
  private static final String POLICY = "SecurityTopicPolicy";
  private static final String TLS = "PolicyDocument/Statement/Sid=OnlyTls/";
  private static final String ALARMS = "PolicyDocument/Statement/Sid=AlarmsOfThisAccount/";

  private TopicBreaks() {}

  static List<Break> all() {
    return List.of(
        Break.append("SNS-11", POLICY, "Topics", "\"*\""),
        Break.put("SNS-11", POLICY, "Topics", "[]"),
        Break.withoutType("SNS-01", "AWS::SNS::Topic"),
        Break.drop("SNS-02", "SecurityTopic", "KmsMasterKeyId"),
        Break.put("SNS-03", "SecurityTopic", "KmsMasterKeyId", "\"alias/aws/sns\""),
        Break.put(
            "SNS-03", "Key", "KeyPolicy/Statement/Sid=AlarmsOfThisAccount/Effect", "\"Deny\""),
        Break.put("SNS-04", POLICY, TLS + "Condition", "{}"),
        Break.put("SNS-04", POLICY, TLS + "Condition/Bool/aws:SecureTransport", "\"true\""),
        Break.put("SNS-04", POLICY, TLS + "Resource", "\"*\""),
        Break.put("SNS-04", POLICY, TLS + "Effect", "\"Allow\""),
        Break.drop("SNS-05", POLICY, ALARMS + "Condition"),
        Break.drop("SNS-05", POLICY, ALARMS + "Condition/StringEquals"),
        Break.put(
            "SNS-05",
            POLICY,
            ALARMS + "Condition/StringEquals/aws:SourceAccount",
            "\"999999999999\""),
        Break.put(
            "SNS-05", POLICY, ALARMS + "Condition/ArnLike/aws:SourceArn", "\"arn:aws:sns:*\""),
        Break.put("SNS-05", POLICY, ALARMS + "Resource", "\"arn:aws:sns:::elsewhere\""),
        Break.put("SNS-06", POLICY, ALARMS + "Principal", "{\"AWS\": \"*\"}"),
        Break.put("SNS-07", POLICY, ALARMS + "Action", "\"sns:*\""),
        Break.append(
            "SNS-07",
            POLICY,
            "PolicyDocument/Statement",
            """
            {"Effect": "Allow", "Principal": {"AWS": "999999999999"}, "Action": "sns:Subscribe",
             "Resource": {"Ref": "SecurityTopic"}}
            """),
        Break.append(
            "SNS-07",
            POLICY,
            "PolicyDocument/Statement",
            """
            {"Effect": "Deny", "Principal": {"Service": "cloudwatch.amazonaws.com"},
             "Action": "sns:Publish", "Resource": {"Ref": "SecurityTopic"}}
            """),
        Break.put("SNS-08", "SecurityTopic", "DeliveryPolicy", "{\"http\": {}}"),
        Break.put(
            "SNS-08",
            "SecurityTopic",
            "Subscription",
            "[{\"Protocol\": \"https\", \"Endpoint\": \"https://example.com\"}]"),
        Break.put("SNS-09", "SecurityMail", "Endpoint", "\"someone@example.com\""),
        Break.put("SNS-09", "SecurityMail", "Protocol", "\"http\""),
        Break.put("SNS-09", "SecurityMail", "FilterPolicy", "{\"x\": [\"y\"]}"),
        Break.without("SNS-10", "SecurityMail"),
        Break.put("SNS-10", "SecurityMail", "TopicArn", "\"arn:aws:sns:::elsewhere\""));
  }
}
