package dev.rampart.local.posture;

import java.util.List;
import java.util.stream.Stream;

/** What the rules of the template as a whole, and of its deployment, have to notice. */
final class WholeBreaks {
  private static final String MOVE = "Policies/0/PolicyDocument/Statement/Sid=MoveAliases/";
  private static final String GLOBALS = "Globals/Function/";

  private WholeBreaks() {}

  static List<Break> all() {
    return Stream.of(template(), deployment(), releases()).flatMap(List::stream).toList();
  }

  private static List<Break> template() {
    return List.of(
        Break.beside("TPL-01", "SubmissionsTable", "DeletionPolicy", "\"Snapshot\""),
        Break.beside("TPL-01", "Key", "UpdateReplacePolicy", "\"Delete\""),
        Break.beside("TPL-01", "AccessLogGroup", "DeletionPolicy", "\"Delete\""),
        Break.put(
            "TPL-02",
            "ApiFirewall",
            "WebACLArn",
            "\"arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/x\""),
        Break.put("TPL-02", "Bus", "Tags", "[{\"Key\": \"x\", \"Value\": 999999999999}]"),
        Break.put(
            "TPL-03", "ApiFunction", "Environment/Variables/X", "\"AKIA" + "ABCDEFGHIJKLMNOP\""),
        Break.section(
            "TPL-04", "Parameters/WebhookSecret", "{\"Type\": \"String\", \"Default\": \"\"}"),
        Break.section("TPL-05", "Description", "\"\""),
        Break.section(
            "TPL-06",
            "Outputs/Machine",
            "{\"Value\": {\"Fn::GetAtt\": [\"MachineClient\", \"ClientSecret\"]}}"),
        Break.section("TPL-06", "Outputs/Key", "{\"Value\": {\"Fn::Sub\": \"${Secret}\"}}"),
        Break.with("TPL-09", "Eve", "{\"Type\": \"AWS::IAM::User\", \"Properties\": {}}"),
        Break.section("TPL-10", "Parameters/Any", "{\"Type\": \"String\", \"Default\": \"\"}"),
        Break.section(
            "TPL-10", "Parameters/Any", "{\"Type\": \"Number\", \"Default\": 1, \"MinValue\": 1}"),
        Break.put("TPL-11", "ApiFunction", "Description", "\"{{resolve:ssm:/x}}\""),
        Break.put(
            "TPL-11",
            "ProgramPlan",
            "Description",
            "{\"Fn::GetAtt\": [\"MachineClient\", \"ClientSecret\"]}"),
        Break.put(
            "TPL-11",
            "EdgelogRole",
            "Fn::Transform",
            """
            {"Name": "AWS::Include", "Parameters": {"Location": "s3://bucket/more.yaml"}}
            """),
        Break.put("IAM-20", "EdgelogRole", "PermissionsBoundary", "\"arn:aws:iam::aws:policy/X\""),
        Break.put("IAM-20", "ApiRole", "RoleName", "{\"Fn::Sub\": \"api-${Stage}\"}"),
        Break.put(
            "IAM-05",
            "ApiRole",
            "Policies/0/PolicyDocument/Statement/0",
            """
            {"Fn::If": ["HasPlanBurst",
                        {"Sid": "Work", "Effect": "Allow", "Action": "*", "Resource": "*"},
                        {"Ref": "AWS::NoValue"}]}
            """),
        Break.put("IAM-17", "ApiRole", "Policies/0/PolicyDocument/Version", "\"2008-10-17\""),
        Break.drop("IAM-18", "ApiRole", "Policies/0/PolicyDocument/Statement/0/Sid"),
        Break.put("IAM-18", "Key", "KeyPolicy/Statement/0/Sid", "\"GrantsByServicesOnly\""),
        Break.put("IAM-18", "Key", "KeyPolicy/Statement/0/Sid", "\"Account administers\""),
        Break.drop("IAM-19", "ApiRole", "Policies/0/PolicyName"),
        Break.put("IAM-19", "ApiRole", "Policies/0/PolicyName", "\"*\""),
        Break.drop("IAM-17", "Key", "KeyPolicy/Version"),
        Break.drop("IAM-17", "ScopesRole", "AssumeRolePolicyDocument/Version"),
        Break.text("IAM-17", "LogDeliveryPolicy", "PolicyDocument", "2012-10-17", "2008-10-17"),
        Break.with("TPL-09", "User", "{\"Type\": \"AWS::IAM::User\", \"Properties\": {}}"));
  }

  private static List<Break> deployment() {
    return List.of(
        Break.beside("DEP-01", "AccessLogGroup", "DeletionPolicy", "\"Retain\""),
        Break.put("DEP-01", "ApiGatewayLogRole", "RoleName", "\"logs\""),
        Break.put("DEP-02", "SubmissionsTable", "TableName", "\"submissions\""),
        Break.put(
            "DEP-03",
            "DeploymentRole",
            MOVE + "Resource",
            "{\"Fn::Sub\": \"${ApiFunction.Arn}*\"}"),
        Break.beside("DEP-03", "Key", "DependsOn", "[\"KeyAlias\"]"),
        Break.drop("DEP-04", "Api", "AlwaysDeploy"),
        Break.beside("DEP-10", "FirewallLog", "DependsOn", "[]"),
        Break.beside("DEP-10", "SignInLog", "DependsOn", "[\"UserPool\"]"),
        Break.beside("DEP-11", "WebClient", "DependsOn", "[]"),
        Break.beside("DEP-11", "MachineClient", "DependsOn", "[]"),
        Break.put("DEP-14", "WebAcl", "Name", "\"rampart\""),
        Break.put("DEP-14", "ApiLogGroup", "LogGroupName", "\"/rampart/api\""),
        Break.put("DEP-14", "KeyAlias", "AliasName", "\"alias/rampart\""));
  }

  private static List<Break> releases() {
    return List.of(
        Break.text("DEP-05", "ApiFunction", "VersionDescription", " ${AllowedOrigin}", ""),
        Break.drop("DEP-05", "RelayFunction", "VersionDescription"),
        Break.put(
            "DEP-05", "ScopesFunction", "Environment/Variables/X", "{\"Ref\": \"CallbackUrl\"}"),
        Break.put(
            "DEP-05", "ScopesFunction", "MemorySize", "{\"Fn::If\": [\"HasPlusTier\", 1024, 512]}"),
        Break.put("DEP-06", "ApiFunction", "AutoPublishAliasAllProperties", "false"),
        Break.drop("DEP-06", "RelayFunction", "AutoPublishAliasAllProperties"),
        Break.drop("DEP-07", "ApiFunction", "DeploymentPreference/Alarms"),
        Break.put(
            "DEP-07",
            "ApiFunction",
            "DeploymentPreference/Alarms",
            "[{\"Ref\": \"RelayErrorsAlarm\"}]"),
        Break.put("DEP-07", "ApiFunction", "DeploymentPreference/Enabled", "false"),
        Break.put(
            "DEP-07",
            "ApiFunction",
            "DeploymentPreference/Alarms",
            "[{\"Ref\": \"ApiErrorsAlarm\"}, {\"Ref\": \"FirewallAlarm\"}]"),
        Break.text("DEP-15", "ApiFunction", "VersionDescription", " ${SubmissionsTable}", ""),
        Break.text("DEP-15", "DetectionFunction", "VersionDescription", " ${DetectionTable}", ""),
        Break.text(
            "DEP-16", "RelayFunction", "VersionDescription", "${Stage}", "${Stage} ${Preset}"),
        Break.put(
            "DEP-16",
            "ScopesFunction",
            "VersionDescription",
            "{\"Fn::Sub\": [\"${Stage} ${Tracing} ${X}\", {\"X\": {\"Fn::If\":"
                + " [\"HasAlarms\", 1, 2]}}]}"),
        Break.section("DEP-07", GLOBALS + "DeploymentPreference", "{\"Type\": \"AllAtOnce\"}"),
        Break.text("DEP-08", "DeploymentRole", MOVE + "Resource", "${AWS::StackName}-*", "*"),
        Break.append("DEP-08", "DeploymentRole", MOVE + "Action", "\"lambda:InvokeFunction\""),
        Break.append("DEP-08", "DeploymentRole", MOVE + "Action", "\"lambda:UpdateFunctionCode\""),
        Break.put("DEP-08", "DeploymentRole", MOVE + "Effect", "\"Deny\""),
        Break.section("DEP-12", "Mappings/Presets/large/Deployment", "\"Linear20Percent\""),
        Break.beside("DEP-13", "ScopesFunction", "Metadata", "{}"),
        Break.beside("DEP-13", "ApiFunction", "Metadata", "{\"SkipBuild\": false}"),
        Break.section(
            "DEP-09",
            GLOBALS + "Environment/Variables/POWERTOOLS_METRICS_NAMESPACE",
            "\"Rampart/dev\""));
  }
}
