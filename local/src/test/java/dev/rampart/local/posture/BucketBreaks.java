package dev.rampart.local.posture;

import java.util.List;

/** What the rules of buckets, and of the files that the API reads, have to notice. */
final class BucketBreaks {
  private static final String BUCKET = "ConsoleBucket";
  private static final String POLICY = "ConsoleBucketPolicy";
  private static final String ROLE = "ConsoleRole";
  private static final String REFUSAL = "PolicyDocument/Statement/0/";
  private static final String RIGHT = "Policies/0/PolicyDocument/Statement/0/";
  private static final String FILES =
      "DefinitionBody/paths/~1console~1{file+}/Fn::If/1/get/x-amazon-apigateway-integration/";

  private BucketBreaks() {}

  static List<Break> all() {
    return List.of(
        Break.put("S3-01", BUCKET, "PublicAccessBlockConfiguration/BlockPublicPolicy", "false"),
        Break.drop("S3-01", BUCKET, "PublicAccessBlockConfiguration"),
        Break.put("S3-01", BUCKET, "OwnershipControls/Rules/0/ObjectOwnership", "\"ObjectWriter\""),
        Break.put("S3-01", BUCKET, "AccessControl", "\"PublicRead\""),
        Break.drop("S3-02", BUCKET, "BucketEncryption"),
        Break.put("S3-02", BUCKET, "VersioningConfiguration/Status", "\"Suspended\""),
        Break.put("S3-02", BUCKET, "LifecycleConfiguration/Rules/0/Status", "\"Disabled\""),
        Break.without("S3-03", POLICY),
        Break.put("S3-03", POLICY, REFUSAL + "Effect", "\"Allow\""),
        Break.put("S3-03", POLICY, REFUSAL + "Condition", "{}"),
        Break.drop("S3-03", POLICY, REFUSAL + "Resource/1"),
        Break.append(
            "S3-03",
            POLICY,
            "PolicyDocument/Statement",
            "{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Principal\": \"*\","
                + " \"Resource\": \"*\"}"),
        Break.put("S3-04", ROLE, RIGHT + "Action", "[\"s3:GetObject\", \"s3:PutObject\"]"),
        Break.put("S3-04", ROLE, RIGHT + "Resource", "\"*\""),
        Break.drop("S3-04", ROLE, "AssumeRolePolicyDocument/Statement/0/Condition"),
        Break.put("S3-04", "Api", FILES + "httpMethod", "\"PUT\""),
        Break.text("S3-04", "Api", FILES + "uri", "${ConsoleBucket}", "elsewhere"),
        Break.put(
            "S3-04",
            "Api",
            FILES + "credentials",
            "{\"Fn::GetAtt\": [\"ApiGatewayLogRole\", \"Arn\"]}"));
  }
}
