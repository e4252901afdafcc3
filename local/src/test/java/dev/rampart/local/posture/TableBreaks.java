package dev.rampart.local.posture;

import java.util.List;

/** What the rules of tables and secrets have to notice. */
final class TableBreaks {
  private static final String TABLE = "SubmissionsTable";

  private TableBreaks() {}

  static List<Break> all() {
    return List.of(
        Break.withoutType("DDB-01", "AWS::DynamoDB::Table"),
        Break.drop("DDB-02", TABLE, "PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled"),
        Break.put(
            "DDB-02",
            "DetectionTable",
            "PointInTimeRecoverySpecification/RecoveryPeriodInDays",
            "1"),
        Break.put("DDB-03", TABLE, "DeletionProtectionEnabled", "false"),
        Break.drop("DDB-04", TABLE, "SSESpecification/KMSMasterKeyId"),
        Break.put("DDB-04", TABLE, "SSESpecification/SSEEnabled", "false"),
        Break.put("DDB-04", TABLE, "SSESpecification/SSEType", "\"AES256\""),
        Break.put("DDB-04", TABLE, "SSESpecification/KMSMasterKeyId", "\"alias/aws/dynamodb\""),
        Break.put("DDB-05", "DetectionTable", "BillingMode", "\"PROVISIONED\""),
        Break.drop("DDB-06", TABLE, "GlobalSecondaryIndexes/0/OnDemandThroughput"),
        Break.put("DDB-06", TABLE, "OnDemandThroughput/MaxReadRequestUnits", "2147483647"),
        Break.put("DDB-06", TABLE, "OnDemandThroughput/MaxWriteRequestUnits", "-1"),
        Break.put(
            "DDB-06",
            TABLE,
            "GlobalSecondaryIndexes/1/OnDemandThroughput/MaxReadRequestUnits",
            "40000"),
        Break.put("DDB-07", "DetectionTable", "TimeToLiveSpecification/Enabled", "false"),
        Break.put("DDB-07", TABLE, "TimeToLiveSpecification/AttributeName", "\"ttl\""),
        Break.put(
            "DDB-08",
            TABLE,
            "ResourcePolicy",
            """
            {"PolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": "*",
              "Action": "dynamodb:GetItem", "Resource": "*"}]}}
            """),
        Break.put(
            "DDB-08",
            TABLE,
            "StreamSpecification/ResourcePolicy",
            """
            {"PolicyDocument": {"Statement": {"Effect": "Allow", "Action": "dynamodb:GetRecords",
              "Principal": {"AWS": "arn:aws:iam::999999999999:root"}, "Resource": "*"}}}
            """),
        Break.put("DDB-09", TABLE, "StreamSpecification/StreamViewType", "\"KEYS_ONLY\""),
        Break.put(
            "DDB-09",
            "DetectionTable",
            "StreamSpecification",
            "{\"StreamViewType\": \"NEW_AND_OLD_IMAGES\"}"),
        Break.put(
            "DDB-10",
            TABLE,
            "LocalSecondaryIndexes/0/Projection",
            "{\"ProjectionType\": \"INCLUDE\", \"NonKeyAttributes\": [\"id\"]}"),
        Break.put(
            "DDB-11",
            TABLE,
            "KinesisStreamSpecification",
            "{\"StreamArn\": \"arn:aws:kinesis:eu-west-1:999999999999:stream/x\"}"),
        Break.with(
            "DDB-11",
            "Copy",
            """
            {"Type": "AWS::DynamoDB::GlobalTable",
             "Properties": {"Replicas": [{"Region": "us-east-1"}]}}
            """),
        Break.put(
            "DDB-04", TABLE, "SSESpecification/KMSMasterKeyId", "{\"Fn::Sub\": \"alias/${Key}\"}"),
        Break.drop("DDB-12", TABLE, "AttributeDefinitions/0"),
        Break.put("DDB-12", TABLE, "AttributeDefinitions/0/AttributeType", "\"BOOL\""),
        Break.put("DDB-12", TABLE, "GlobalSecondaryIndexes/0/KeySchema/0/AttributeName", "\"x\""),
        Break.append(
            "DDB-12",
            TABLE,
            "AttributeDefinitions",
            "{\"AttributeName\": \"x\", \"AttributeType\": \"S\"}"),
        Break.put("DAT-01", "Secret", "SecretString", "\"abc\""),
        Break.drop("DAT-01", "Secret", "GenerateSecretString/GenerateStringKey"),
        Break.drop("DAT-01", "Secret", "KmsKeyId"),
        Break.put("DAT-01", "Secret", "GenerateSecretString/PasswordLength", "8"),
        Break.put("DAT-01", "Secret", "GenerateSecretString/ExcludeLowercase", "true"),
        Break.put(
            "DAT-01",
            "Secret",
            "GenerateSecretString/SecretStringTemplate",
            "\"{\\\"key\\\": \\\"abc\\\"}\""),
        Break.put("DAT-02", "Secret", "ReplicaRegions", "[{\"Region\": \"us-east-1\"}]"),
        Break.with(
            "DAT-02",
            "SecretPolicy",
            """
            {"Type": "AWS::SecretsManager::ResourcePolicy", "Properties": {
              "SecretId": {"Ref": "Secret"}, "ResourcePolicy": {"Statement": []}}}
            """),
        Break.with(
            "DAT-02",
            "Rotation",
            """
            {"Type": "AWS::SecretsManager::RotationSchedule", "Properties": {
              "SecretId": {"Ref": "Secret"}, "RotationLambdaARN": "arn:aws:lambda:::x"}}
            """));
  }
}
