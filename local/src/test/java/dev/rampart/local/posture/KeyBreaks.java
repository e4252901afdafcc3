package dev.rampart.local.posture;

import java.util.List;

/** What the rules of keys have to notice. */
final class KeyBreaks {
  private static final String STATEMENTS = "KeyPolicy/Statement";
  private static final String OWNER = STATEMENTS + "/Sid=AccountAdministers/";
  private static final String EVENTS = STATEMENTS + "/Sid=EventsOfThisAccount/";
  private static final String LOGS = STATEMENTS + "/Sid=LogsOfThisAccount/";
  private static final String GRANTS = STATEMENTS + "/Sid=GrantsByServicesOnly/";

  private KeyBreaks() {}

  static List<Break> all() {
    return List.of(
        key("KMS-01", "EnableKeyRotation", "false"),
        key("KMS-01", "PendingWindowInDays", "7"),
        key("KMS-01", "RotationPeriodInDays", "2560"),
        key("KMS-02", OWNER + "Principal", "{\"AWS\": \"*\"}"),
        key("KMS-02", EVENTS + "Principal", "\"*\""),
        Break.drop("KMS-03", "Key", EVENTS + "Condition"),
        key("KMS-03", EVENTS + "Condition", "{\"StringLike\": {\"aws:SourceAccount\": \"*\"}}"),
        key(
            "KMS-03",
            EVENTS + "Condition",
            "{\"StringNotEquals\": {\"aws:SourceAccount\": {\"Ref\": \"AWS::AccountId\"}}}"),
        key(
            "KMS-04",
            LOGS + "Condition",
            "{\"StringEquals\": {\"aws:SourceAccount\": {\"Ref\": \"AWS::AccountId\"}}}"),
        key(
            "KMS-04",
            LOGS + "Condition/ArnLike/kms:EncryptionContext:aws:logs:arn",
            "\"arn:aws:logs:*:*:log-group:*\""),
        key("KMS-05", GRANTS + "Condition", "{}"),
        key("KMS-05", GRANTS + "Effect", "\"Allow\""),
        key("KMS-05", GRANTS + "Action", "\"kms:RetireGrant\""),
        key("KMS-05", GRANTS + "Condition/BoolIfExists/kms:GrantIsForAWSResource", "\"true\""),
        key(
            "KMS-05",
            GRANTS + "Condition",
            """
            {"Bool": {"kms:GrantIsForAWSResource": "false", "aws:PrincipalIsAWSService": "false"}}
            """),
        key("KMS-06", OWNER + "Principal", "{\"AWS\": \"arn:aws:iam::999999999999:root\"}"),
        key("KMS-06", EVENTS + "Action", "[\"kms:*\"]"),
        key("KMS-06", EVENTS + "NotAction", "[\"kms:Decrypt\"]"),
        Break.append(
            "KMS-06",
            "Key",
            STATEMENTS,
            """
            {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::999999999999:role/x"},
             "Action": "kms:Decrypt", "Resource": "*"}
            """),
        Break.append(
            "KMS-06",
            "Key",
            STATEMENTS,
            """
            {"Effect": "Deny", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*"}
            """),
        Break.drop("KMS-06", "Key", STATEMENTS + "/Sid=AccountAdministers"),
        key("KMS-07", "Enabled", "false"),
        key("KMS-07", "Origin", "\"EXTERNAL\""),
        key("KMS-07", "MultiRegion", "true"),
        key("KMS-07", "BypassPolicyLockoutSafetyCheck", "true"),
        Break.put("KMS-07", "KeyAlias", "TargetKeyId", "\"1234abcd\""),
        key("KMS-08", EVENTS + "Action", "[\"kms:Decrypt\", \"kms:GenerateDataKey\"]"));
  }

  private static Break key(String rule, String at, String json) {
    return Break.put(rule, "Key", at, json);
  }
}
