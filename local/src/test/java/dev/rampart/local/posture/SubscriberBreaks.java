package dev.rampart.local.posture;

import java.util.List;

/** What the rules of topics, roles and API destinations of rules have to notice. */
final class SubscriberBreaks {
  private static final String MAIL = "ThreatMailRule";
  private static final String MAIL_ROLE = "ThreatMailRole";
  private static final String WEBHOOK = "ThreatWebhookRule";
  private static final String WEBHOOK_ROLE = "ThreatWebhookRole";
  private static final String DESTINATION = "WebhookDestination";
  private static final String CONNECTION = "WebhookConnection";
  private static final String TARGET = "Targets/Id=mail/";
  private static final String TRUST = "AssumeRolePolicyDocument/Statement/0/";
  private static final String RIGHTS = "Policies/0/PolicyDocument/Statement";
  private static final String KEY = "AuthParameters/ApiKeyAuthParameters/ApiKeyValue";

  private SubscriberBreaks() {}

  static List<Break> all() {
    return List.of(
        Break.put("EVB-13", MAIL, "EventPattern/detail", "{\"severity\": [\"high\"]}"),
        Break.put("EVB-14", MAIL, "EventPattern/source", "[\"rampart.api\"]"),
        Break.put("EVB-17", MAIL, TARGET + "Input", "\"{}\""),
        Break.put("EVB-17", WEBHOOK, "Targets/0/InputTransformer", "{\"InputTemplate\": \"{}\"}"),
        Break.drop("EVB-18", MAIL, "EventPattern/detail"),
        Break.put("EVB-18", MAIL, "EventPattern/detail/notificationsLeft/0/exists", "false"),
        Break.put(
            "EVB-18",
            "ThreatQueueRule",
            "EventPattern/detail",
            "{\"notificationsLeft\": [{\"exists\": true}]}"),
        Break.drop("EVB-19", MAIL, TARGET + "RoleArn"),
        Break.put("EVB-19", MAIL, TARGET + "RoleArn", "\"arn:aws:iam::999999999999:role/other\""),
        Break.put(
            "EVB-19",
            MAIL,
            TARGET + "RoleArn",
            "{\"Fn::GetAtt\": [\"ThreatWebhookRole\", \"Arn\"]}"),
        Break.put("EVB-19", MAIL_ROLE, TRUST + "Condition", "{}"),
        Break.drop("EVB-19", MAIL_ROLE, TRUST + "Condition/ArnEquals"),
        Break.drop("EVB-19", MAIL_ROLE, TRUST + "Condition/StringEquals"),
        Break.rename("EVB-19", MAIL_ROLE, TRUST + "Condition/ArnEquals", "ArnLike"),
        Break.text(
            "EVB-19",
            MAIL_ROLE,
            TRUST + "Condition/ArnEquals/aws:SourceArn",
            "threat-mail",
            "threat-queue"),
        Break.put(
            "EVB-19", MAIL_ROLE, TRUST + "Principal", "{\"Service\": \"scheduler.amazonaws.com\"}"),
        Break.put("EVB-20", MAIL_ROLE, RIGHTS + "/Sid=Publish/Action", "\"sns:*\""),
        Break.put("EVB-20", MAIL_ROLE, RIGHTS + "/Sid=Publish/Resource", "\"*\""),
        Break.put(
            "EVB-20", MAIL_ROLE, RIGHTS + "/Sid=Publish/Resource", "{\"Ref\": \"SecurityTopic\"}"),
        Break.drop("EVB-20", MAIL_ROLE, RIGHTS + "/Sid=UseKey"),
        Break.drop("EVB-20", MAIL_ROLE, RIGHTS + "/Sid=UseKey/Condition"),
        Break.append(
            "EVB-20",
            WEBHOOK_ROLE,
            RIGHTS,
            "{\"Effect\": \"Allow\", \"Action\": \"events:PutEvents\", \"Resource\": \"*\"}"),
        Break.put("EVB-20", WEBHOOK_ROLE, RIGHTS + "/Sid=Call/Resource", "\"*\""),
        Break.put("EVB-20", WEBHOOK_ROLE, RIGHTS + "/Sid=Call/Effect", "\"Deny\""),
        Break.put("EVB-21", DESTINATION, "InvocationEndpoint", "\"https://elsewhere.example\""),
        Break.section(
            "EVB-21",
            "Metadata/CheckedWith",
            "[{\"ThreatWebhook\": \"http://localhost:8080/threats\"}]"),
        Break.put("EVB-21", DESTINATION, "HttpMethod", "\"GET\""),
        Break.put("EVB-21", DESTINATION, "InvocationRateLimitPerSecond", "300"),
        Break.drop("EVB-21", DESTINATION, "InvocationRateLimitPerSecond"),
        Break.put("EVB-21", DESTINATION, "ConnectionArn", "\"arn:aws:events:::connection/x\""),
        Break.put(
            "EVB-21",
            WEBHOOK,
            "Targets/0/Arn",
            "{\"Fn::GetAtt\": [\"ThreatQueueUndelivered\", \"Arn\"]}"),
        Break.put("EVB-22", CONNECTION, KEY, "{\"Ref\": \"Stage\"}"),
        Break.put("EVB-22", CONNECTION, KEY, "\"{{resolve:ssm:/key}}\""),
        Break.put(
            "EVB-22", CONNECTION, KEY, "\"{{resolve:secretsmanager:other:SecretString:key}}\""),
        Break.put("EVB-22", CONNECTION, "AuthorizationType", "\"BASIC\""),
        Break.put("EVB-22", CONNECTION, "AuthParameters/InvocationHttpParameters", "{}"),
        Break.put("TPL-11", CONNECTION, "Description", "\"{{resolve:ssm:/x}}\""),
        Break.put(
            "SNS-07",
            "ThreatTopicPolicy",
            "PolicyDocument/Statement/0",
            """
            {"Effect": "Allow", "Principal": {"Service": "cloudwatch.amazonaws.com"},
             "Action": "sns:Publish", "Resource": {"Ref": "ThreatTopic"},
             "Condition": {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}}
            """));
  }
}
