package dev.rampart.local.posture;

import java.util.List;

/** What the rules of log groups and subscriptions have to notice. */
final class LogBreaks {
  private static final String DELIVERY = "LogDeliveryPolicy";
  private static final String DOCUMENT = "PolicyDocument";
  private static final String SIGN_INS =
      "LogConfigurations/0/CloudWatchLogsConfiguration/LogGroupArn";

  private LogBreaks() {}

  static List<Break> all() {
    return List.of(
        Break.put(
            "LOG-01",
            DELIVERY,
            DOCUMENT,
            """
            {"Statement": [{"Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "*",
              "Principal": {"Service": "delivery.logs.amazonaws.com"}}]}
            """),
        Break.put("LOG-01", DELIVERY, DOCUMENT, "\"{\""),
        Break.text("LOG-01", DELIVERY, DOCUMENT, "\"aws:SourceAccount\"", "\"aws:userid\""),
        Break.text("LOG-01", DELIVERY, DOCUMENT, "StringEquals", "StringEqualsIfExists"),
        Break.text("LOG-01", DELIVERY, DOCUMENT, "${FirewallLogGroup.Arn}", "*"),
        Break.text("LOG-01", DELIVERY, DOCUMENT, "logs:PutLogEvents", "logs:*"),
        Break.text("LOG-01", DELIVERY, DOCUMENT, "${AWS::Region}:${AWS::AccountId}:*", "*"),
        Break.text(
            "LOG-01", DELIVERY, DOCUMENT, "{\"Service\":\"delivery.logs.amazonaws.com\"}", "\"*\""),
        Break.drop("LOG-02", "AccessLogGroup", "RetentionInDays"),
        Break.put("LOG-02", "FirewallLogGroup", "RetentionInDays", "1"),
        Break.drop("LOG-03", "ScopesLogGroup", "KmsKeyId"),
        Break.put("LOG-03", "ApiLogGroup", "KmsKeyId", "\"arn:aws:kms:::key/other\""),
        Break.put("LOG-03", "SignInLogGroup", "KmsKeyId", "{\"Fn::GetAtt\": [\"Key\", \"Arn\"]}"),
        Break.put("LOG-04", "ApiLogSubscription", "LogGroupName", "{\"Ref\": \"EdgelogLogGroup\"}"),
        Break.put(
            "LOG-05",
            "FirewallLogMayInvoke",
            "SourceArn",
            "{\"Fn::GetAtt\": [\"AccessLogGroup\", \"Arn\"]}"),
        Break.put("LOG-05", "ApiLogMayInvoke", "FunctionName", "{\"Ref\": \"EdgelogFunction\"}"),
        Break.beside("LOG-06", "FirewallLogSubscription", "DependsOn", "[]"),
        Break.put(
            "LOG-07", "SignInLog", SIGN_INS, "{\"Fn::GetAtt\": [\"SignInLogGroup\", \"Arn\"]}"),
        Break.text("LOG-07", "SignInLog", SIGN_INS, "${SignInLogGroup}", "${SignInLogGroup}:*"),
        Break.put("LOG-08", "AccessLogGroup", "LogGroupClass", "\"INFREQUENT_ACCESS\""),
        Break.without("LOG-09", "AccessLogSubscription"),
        Break.without("LOG-09", "ApiLogSubscription"),
        Break.without("LOG-09", "SignInLogSubscription"),
        Break.text("LOG-09", "SignInLogSubscription", "FilterPattern", "!=", "="),
        Break.put(
            "LOG-09", "AccessLogSubscription", "FilterPattern", "\"{ $.status = \\\"5*\\\" }\""),
        Break.text("LOG-09", "AccessLogSubscription", "FilterPattern", "\"4*\"", "\"404\""),
        Break.put("LOG-09", "FirewallLogSubscription", "FilterPattern", "\"{ $.action = BLOCK }\""),
        Break.text("LOG-09", "ApiLogSubscription", "FilterPattern", "= 1", "= 2"),
        Break.put("LOG-09", "AccessLogSubscription", "Distribution", "\"Random\""));
  }
}
