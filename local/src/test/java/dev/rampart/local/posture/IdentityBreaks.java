package dev.rampart.local.posture;

import java.util.List;
import java.util.stream.Stream;

/** What the rules of user pools and of their clients have to notice. */
final class IdentityBreaks {
  private static final String CREATE = "/~1v1~1submissions/post/security/0/cognito";
  private static final String TAKEOVER = "AccountTakeoverRiskConfiguration/Actions/";
  private static final String COMPROMISED = "CompromisedCredentialsRiskConfiguration/";

  private IdentityBreaks() {}

  static List<Break> all() {
    return Stream.of(pools(), risks(), clients(), tokens()).flatMap(List::stream).toList();
  }

  private static List<Break> pools() {
    return List.of(
        Break.put("COG-36", "WebClient", "UserPoolId", "\"eu-west-1_other\""),
        Break.put(
            "COG-36", "SecurityGroup", "UserPoolId", "{\"Fn::GetAtt\": [\"UserPool\", \"Arn\"]}"),
        Break.drop("COG-36", "ResourceServer", "UserPoolId"),
        Break.withoutType("COG-01", "AWS::Cognito::UserPool"),
        pool("COG-02", "MfaConfiguration", "\"OFF\""),
        Break.drop("COG-02", "UserPool", "EnabledMfas"),
        pool("COG-03", "MfaConfiguration", "\"OPTIONAL\""),
        pool("COG-04", "Policies/PasswordPolicy/MinimumLength", "8"),
        pool("COG-04", "Policies/PasswordPolicy/RequireSymbols", "false"),
        pool("COG-04", "Policies/PasswordPolicy/PasswordHistorySize", "0"),
        pool("COG-05", "Policies/PasswordPolicy/TemporaryPasswordValidityDays", "30"),
        pool("COG-05", "Policies/PasswordPolicy/TemporaryPasswordValidityDays", "0"),
        pool("COG-06", "UserPoolAddOns/AdvancedSecurityMode", "\"AUDIT\""),
        pool("COG-06", "UserPoolTier", "\"ESSENTIALS\""),
        pool(
            "COG-06",
            "UserPoolAddOns/AdvancedSecurityAdditionalFlows",
            "{\"CustomAuthMode\": \"AUDIT\"}"),
        pool("COG-07", "DeletionProtection", "\"INACTIVE\""),
        Break.drop("COG-08", "UserPool", "AccountRecoverySetting"),
        pool(
            "COG-08",
            "AccountRecoverySetting/RecoveryMechanisms",
            "[{\"Name\": \"verified_phone_number\", \"Priority\": 1}]"),
        Break.append(
            "COG-08",
            "UserPool",
            "AccountRecoverySetting/RecoveryMechanisms",
            "{\"Name\": \"verified_phone_number\", \"Priority\": 2}"),
        pool("COG-08", "AutoVerifiedAttributes", "[\"phone_number\"]"),
        pool("COG-09", "UsernameConfiguration/CaseSensitive", "true"),
        Break.drop("COG-24", "UserPool", "LambdaConfig"),
        pool("COG-24", "LambdaConfig/PreTokenGenerationConfig/LambdaVersion", "\"V1_0\""),
        pool(
            "COG-24",
            "LambdaConfig/PreTokenGenerationConfig/LambdaArn",
            "\"arn:aws:lambda:eu-west-1:999999999999:function:x\""),
        pool("COG-24", "LambdaConfig/PreSignUp", "{\"Ref\": \"ScopesFunction\"}"),
        pool("COG-24", "LambdaConfig/CreateAuthChallenge", "{\"Ref\": \"ScopesFunction\"}"),
        pool("COG-24", "LambdaConfig/UserMigration", "{\"Ref\": \"ScopesFunction\"}"),
        pool("COG-25", "AdminCreateUserConfig/AllowAdminCreateUserOnly", "false"),
        Break.append("COG-26", "UserPool", "EnabledMfas", "\"SMS_MFA\""),
        Break.append("COG-26", "UserPool", "EnabledMfas", "\"EMAIL_OTP\""),
        pool(
            "COG-26",
            "Policies/SignInPolicy",
            "{\"AllowedFirstAuthFactors\": [\"PASSWORD\", \"EMAIL_OTP\"]}"),
        pool("COG-26", "SmsConfiguration", "{\"SnsCallerArn\": \"arn:aws:iam::1:role/x\"}"),
        Break.with(
            "COG-29",
            "Guests",
            """
            {"Type": "AWS::Cognito::IdentityPool",
             "Properties": {"AllowUnauthenticatedIdentities": true}}
            """),
        Break.with(
            "COG-29",
            "Intruder",
            """
            {"Type": "AWS::Cognito::UserPoolUserToGroupAttachment", "Properties": {
              "UserPoolId": {"Ref": "UserPool"}, "GroupName": "security", "Username": "x"}}
            """),
        Break.put("COG-30", "SecurityGroup", "RoleArn", "\"arn:aws:iam::1:role/admin\""),
        Break.put(
            "COG-30", "UserPoolDomain", "CustomDomainConfig", "{\"CertificateArn\": \"arn\"}"),
        pool("COG-31", "DeviceConfiguration", "{\"ChallengeRequiredOnNewDevice\": false}"),
        pool("COG-31", "AliasAttributes", "[\"phone_number\"]"),
        pool("COG-31", "AdminCreateUserConfig/InviteMessageTemplate", "{\"EmailMessage\": \"x\"}"),
        pool(
            "COG-31",
            "EmailConfiguration",
            "{\"SourceArn\": \"arn:aws:ses:eu-west-1:999999999999:identity/example.com\"}"),
        Break.append(
            "COG-31",
            "UserPool",
            "Schema",
            "{\"Name\": \"role\", \"AttributeDataType\": \"String\", \"Mutable\": true}"));
  }

  private static List<Break> risks() {
    return List.of(
        Break.withoutType("COG-27", "AWS::Cognito::UserPoolRiskConfigurationAttachment"),
        risk(TAKEOVER + "HighAction/EventAction", "\"NO_ACTION\""),
        risk(TAKEOVER + "HighAction/EventAction", "\"MFA_IF_CONFIGURED\""),
        risk(TAKEOVER + "HighAction/Notify", "true"),
        risk(TAKEOVER + "MediumAction/EventAction", "\"NO_ACTION\""),
        risk(TAKEOVER + "LowAction/EventAction", "\"ALLOW\""),
        risk(COMPROMISED + "Actions/EventAction", "\"NO_ACTION\""),
        risk(COMPROMISED + "EventFilter", "[\"SIGN_UP\"]"),
        risk("RiskExceptionConfiguration", "{\"SkippedIPRangeList\": [\"0.0.0.0/0\"]}"),
        risk("ClientId", "{\"Ref\": \"MachineClient\"}"),
        Break.withoutType("COG-28", "AWS::Cognito::LogDeliveryConfiguration"),
        Break.put("COG-28", "SignInLog", "LogConfigurations", "[]"),
        Break.put("COG-28", "SignInLog", "LogConfigurations/0/LogLevel", "\"ERROR\""),
        Break.put("COG-28", "SignInLog", "LogConfigurations/0/EventSource", "\"userNotification\""),
        Break.put(
            "COG-28",
            "SignInLog",
            "LogConfigurations/0/CloudWatchLogsConfiguration/LogGroupArn",
            "{\"Fn::GetAtt\": [\"SignInLogGroup\", \"Arn\"]}"));
  }

  private static List<Break> clients() {
    return List.of(
        Break.withoutType("COG-10", "AWS::Cognito::UserPoolResourceServer"),
        Break.drop("COG-10", "ResourceServer", "Scopes/ScopeName=submissions.review"),
        Break.put("COG-10", "ResourceServer", "Identifier", "\"other\""),
        web("COG-10", "AllowedOAuthScopes", "[\"openid\", \"profile\"]"),
        Break.append("COG-10", "MachineClient", "AllowedOAuthScopes", "\"openid\""),
        Break.put("COG-11", "Api", "DefinitionBody/paths" + CREATE, "[\"openid\"]"),
        web("COG-12", "ExplicitAuthFlows", "[\"ALLOW_USER_PASSWORD_AUTH\"]"),
        web("COG-12", "ExplicitAuthFlows", "[\"ALLOW_ADMIN_USER_PASSWORD_AUTH\"]"),
        web("COG-12", "ExplicitAuthFlows", "[\"ALLOW_CUSTOM_AUTH\"]"),
        web("COG-12", "ExplicitAuthFlows", "[\"ALLOW_USER_AUTH\"]"),
        Break.drop("COG-12", "WebClient", "ExplicitAuthFlows"),
        Break.append("COG-12", "MachineClient", "ExplicitAuthFlows", "\"ALLOW_USER_SRP_AUTH\""),
        web("COG-13", "AllowedOAuthFlows", "[\"code\", \"implicit\"]"),
        web("COG-14", "GenerateSecret", "true"),
        Break.put("COG-15", "MachineClient", "GenerateSecret", "false"),
        Break.put(
            "COG-15", "MachineClient", "AllowedOAuthFlows", "[\"client_credentials\", \"code\"]"),
        web("COG-16", "PreventUserExistenceErrors", "\"LEGACY\""),
        web("COG-17", "EnableTokenRevocation", "false"),
        web("COG-20", "CallbackURLs", "[\"http://app.example.com/\"]"),
        web("COG-20", "CallbackURLs", "[\"http://localhost.example.com/\"]"),
        web("COG-20", "CallbackURLs", "[\"https://*.example.com/\"]"),
        web("COG-20", "CallbackURLs", "[\"myapp://callback\"]"),
        web("COG-20", "LogoutURLs", "[\"http://example.com/\"]"),
        web("COG-20", "DefaultRedirectURI", "\"http://example.com/\""),
        Break.drop("COG-23", "WebClient", "AllowedOAuthFlowsUserPoolClient"),
        web("COG-23", "AllowedOAuthScopes", "[]"),
        Break.drop("COG-32", "WebClient", "WriteAttributes"),
        web("COG-32", "WriteAttributes", "[\"email\", \"custom:role\"]"),
        web("COG-32", "ReadAttributes", "[\"email\", \"phone_number\"]"),
        web("COG-33", "SupportedIdentityProviders", "[\"COGNITO\", \"Facebook\"]"),
        web("COG-33", "EnablePropagateAdditionalUserContextData", "true"),
        Break.section("COG-34", "Parameters/CallbackUrl/AllowedPattern", "\".*\""),
        Break.section("COG-34", "Parameters/CallbackUrl/AllowedPattern", "\"https?://[!-~]+\""));
  }

  private static List<Break> tokens() {
    return List.of(
        Break.put("COG-18", "MachineClient", "AccessTokenValidity", "61"),
        Break.drop("COG-18", "MachineClient", "TokenValidityUnits"),
        web("COG-18", "TokenValidityUnits/AccessToken", "\"days\""),
        web("COG-19", "AccessTokenValidity", "60"),
        web("COG-19", "IdTokenValidity", "60"),
        web("COG-19", "RefreshTokenValidity", "31"),
        web("COG-19", "RefreshTokenValidity", "3650"),
        Break.drop("COG-21", "WebClient", "RefreshTokenRotation"),
        web("COG-21", "RefreshTokenRotation/Feature", "\"DISABLED\""),
        web("COG-21", "RefreshTokenRotation/RetryGracePeriodSeconds", "60"),
        web("COG-22", "ExplicitAuthFlows", "[\"ALLOW_REFRESH_TOKEN_AUTH\"]"),
        web("COG-35", "AuthSessionValidity", "15"));
  }

  private static Break pool(String rule, String at, String json) {
    return Break.put(rule, "UserPool", at, json);
  }

  private static Break risk(String at, String json) {
    return Break.put("COG-27", "RiskResponse", at, json);
  }

  private static Break web(String rule, String at, String json) {
    return Break.put(rule, "WebClient", at, json);
  }
}
