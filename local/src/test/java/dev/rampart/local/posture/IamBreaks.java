package dev.rampart.local.posture;

import java.util.List;
import java.util.stream.Stream;

/** What the rules of roles have to notice. */
final class IamBreaks {
  private static final String API = "ApiRole";
  private static final String RELAY = "RelayRole";
  private static final String TRUST = "AssumeRolePolicyDocument/Statement";
  private static final String STATEMENTS = "Policies/0/PolicyDocument/Statement";
  private static final String SID = STATEMENTS + "/Sid=";
  private static final String WORK = SID + "WorkOnSubmissions/";
  private static final String SECRET = SID + "ReadSecret/";
  private static final String PUBLISH = SID + "Publish/";
  private static final String ITEMS = WORK + "Condition/ForAllValues:StringLike/";
  private static final String EVENTS = PUBLISH + "Condition/ForAllValues:StringEquals";

  private IamBreaks() {}

  static List<Break> all() {
    return Stream.of(roles(), actions(), conditions()).flatMap(List::stream).toList();
  }

  private static List<Break> roles() {
    return List.of(
        Break.put(
            "IAM-01",
            API,
            "ManagedPolicyArns",
            "[\"arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess\"]"),
        Break.put(
            "IAM-01",
            "DeploymentRole",
            "ManagedPolicyArns",
            "[\"arn:aws:iam::aws:policy/service-role/AWSCodeDeployRoleForLambda\"]"),
        Break.put("IAM-02", API, TRUST + "/0/Principal", "{\"AWS\": \"*\"}"),
        Break.put(
            "IAM-02",
            API,
            TRUST + "/0/Principal",
            "{\"Service\": [\"lambda.amazonaws.com\", \"ec2.amazonaws.com\"]}"),
        Break.append(
            "IAM-02",
            API,
            TRUST,
            "{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\","
                + " \"Principal\": {\"AWS\": {\"Ref\": \"AWS::AccountId\"}}}"),
        Break.put("IAM-02", API, TRUST + "/0/Action", "\"sts:*\""),
        Break.put("IAM-03", "ScopesRole", "Policies", "[]"),
        Break.put(
            "IAM-12",
            API,
            SID + "WriteOwnLog/Resource",
            "{\"Fn::GetAtt\": [\"RelayLogGroup\", \"Arn\"]}"),
        Break.append("IAM-12", API, SID + "WriteOwnLog/Action", "\"logs:GetLogEvents\""),
        Break.with(
            "IAM-13",
            "Extra",
            """
            {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"Roles": ["admin"],
              "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage",
                "Resource": {"Fn::GetAtt": ["RelayDeadLetters", "Arn"]}}]}}}
            """),
        Break.with(
            "IAM-13",
            "Extra",
            """
            {"Type": "AWS::IAM::Policy", "Properties": {"Roles": [{"Ref": "ApiRole"}],
              "Users": ["eve"], "PolicyName": "x", "PolicyDocument": {"Statement": []}}}
            """),
        Break.with(
            "IAM-14",
            "Door",
            """
            {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": [
              {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"}}]}}}
            """),
        Break.put("IAM-14", "DeploymentRole", TRUST + "/0/Principal", "{\"AWS\": \"*\"}"),
        Break.put("IAM-15", API, SID + "ReadSecret/Effect", "\"Deny\""));
  }

  private static List<Break> actions() {
    return List.of(
        Break.rename("IAM-04", API, SID + "Trace/Action", "NotAction"),
        Break.rename("IAM-04", API, SECRET + "Resource", "NotResource"),
        Break.put("IAM-05", API, WORK + "Action", "[\"dynamodb:*\"]"),
        Break.put("IAM-05", API, WORK + "Action", "\"dynamodb:Get????\""),
        Break.put("IAM-05", API, WORK + "Action", "\"*\""),
        Break.with("IAM-05", "Extra", attached("dynamodb:*")),
        Break.with(
            "IAM-05",
            "Extra",
            """
            {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "x",
              "Roles": [{"Ref": "ScopesRole"}], "PolicyDocument": {"Statement": {
                "Effect": "Allow", "Action": "kms:*",
                "Resource": {"Fn::GetAtt": ["Key", "Arn"]}}}}}
            """),
        Break.put("IAM-06", API, SECRET + "Resource", "\"*\""),
        Break.put("IAM-06", API, SECRET + "Resource", "\"arn:aws:secretsmanager:*:*:secret:*\""),
        Break.put(
            "IAM-06",
            API,
            SID + "ListOwnSubmissions/Resource",
            "{\"Fn::Sub\": \"${SubmissionsTable.Arn}/index/*\"}"),
        Break.append("IAM-06", API, SID + "Trace/Action", "\"sqs:SendMessage\""),
        Break.append(
            "IAM-06",
            "MonitoringRole",
            SID + "ReadMetricsAndAlarms/Action",
            "\"cloudwatch:PutMetricData\""),
        Break.put("IAM-07", API, SECRET + "Action", "\"secretsmanager:GetSecretsValue\""),
        Break.append("IAM-07", API, WORK + "Action", "\"bedrock:InvokeModel\""),
        Break.put("IAM-08", API, SECRET + "Resource", "{\"Fn::GetAtt\": [\"Bus\", \"Arn\"]}"),
        Break.put(
            "IAM-08",
            API,
            SID + "ListOwnSubmissions/Resource",
            "{\"Fn::Sub\": \"${SubmissionsTable.Arn}/index/ByOwner\"}"),
        Break.put(
            "IAM-08",
            RELAY,
            SID + "ReadStream/Resource",
            "{\"Fn::GetAtt\": [\"SubmissionsTable\", \"Arn\"]}"),
        Break.put("IAM-09", API, SID + "ListOwnSubmissions/Action", "\"dynamodb:Scan\""),
        Break.with("IAM-09", "Extra", attached("dynamodb:DeleteTable")),
        Break.put("IAM-09", API, SECRET + "Action", "\"secretsmanager:PutSecretValue\""),
        Break.put("IAM-09", API, SECRET + "Action", "\"iam:PassRole\""));
  }

  private static String attached(String action) {
    return """
    {"Type": "AWS::IAM::RolePolicy", "Properties": {"PolicyName": "x",
      "RoleName": {"Ref": "ApiRole"}, "PolicyDocument": {"Statement": [{"Effect": "Allow",
        "Action": "ACTION", "Resource": {"Fn::GetAtt": ["DetectionTable", "Arn"]}}]}}}
    """
        .replace("ACTION", action);
  }

  private static List<Break> conditions() {
    return List.of(
        Break.put("IAM-10", RELAY, PUBLISH + "Condition", "{}"),
        Break.rename("IAM-10", RELAY, EVENTS, "StringEquals"),
        Break.rename("IAM-10", RELAY, EVENTS, "ForAnyValue:StringEquals"),
        Break.rename("IAM-10", RELAY, EVENTS, "ForAllValues:StringLike"),
        Break.rename("IAM-10", RELAY, EVENTS, "ForAllValues:StringNotEquals"),
        Break.drop("IAM-10", RELAY, PUBLISH + "Condition/Null"),
        Break.drop("IAM-10", RELAY, PUBLISH + "Condition/Null/events:detail-type"),
        Break.put("IAM-10", RELAY, PUBLISH + "Condition/Null/events:source", "\"true\""),
        Break.drop("IAM-10", RELAY, EVENTS + "/events:detail-type"),
        Break.put("IAM-10", RELAY, EVENTS + "/events:source", "\"rampart.*\""),
        Break.put(
            "IAM-10",
            RELAY,
            EVENTS + "/events:source",
            "[\"rampart.submissions\", \"rampart.api\"]"),
        Break.put("IAM-10", RELAY, EVENTS + "/events:source", "\"rampart.detection\""),
        Break.append("IAM-10", RELAY, EVENTS + "/events:detail-type", "\"*\""),
        Break.drop("IAM-11", API, SID + "UseKey/Condition"),
        Break.rename("IAM-11", API, SID + "UseKey/Condition/StringEquals", "StringEqualsIfExists"),
        Break.rename("IAM-11", API, SID + "UseKey/Condition/StringEquals", "StringLike"),
        Break.put(
            "IAM-11",
            "EdgelogRole",
            SID + "UseKey/Condition/StringEquals/kms:ViaService",
            "\"*.amazonaws.com\""),
        Break.append(
            "IAM-11",
            API,
            SID + "UseKey/Condition/StringEquals/kms:ViaService",
            "\"s3.eu-west-1.amazonaws.com\""),
        Break.drop("IAM-16", "DetectionRole", SID + "CountSignals/Condition"),
        Break.drop("IAM-16", API, SID + "ListReviewQueue/Condition/Null"),
        Break.put("IAM-16", API, WORK + "Condition/Null/dynamodb:LeadingKeys", "\"true\""),
        Break.put("IAM-16", API, ITEMS + "dynamodb:LeadingKeys", "\"*\""),
        Break.put("IAM-16", API, ITEMS + "dynamodb:LeadingKeys", "[\"OWNER#*\", \"*#*\"]"),
        Break.put("IAM-16", API, ITEMS + "dynamodb:LeadingKeys", "\"O*\""),
        Break.put("IAM-16", API, ITEMS + "dynamodb:LeadingKeys", "\"OWNER#s*\""),
        Break.rename(
            "IAM-16", API, WORK + "Condition/ForAllValues:StringLike", "ForAnyValue:StringLike"),
        Break.rename(
            "IAM-16",
            API,
            WORK + "Condition/ForAllValues:StringLike",
            "ForAllValues:StringLikeIfExists"),
        Break.put(
            "IAM-16",
            API,
            SID + "FindForReview/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys",
            "\"????????-*\""),
        Break.put(
            "IAM-16",
            API,
            "Policies/0/PolicyDocument/Statement/Sid=FindForReview/Condition/ForAllValues:StringLike",
            "{\"dynamodb:LeadingKeys\": \"????????-????-????-????-????????????\"}"));
  }
}
