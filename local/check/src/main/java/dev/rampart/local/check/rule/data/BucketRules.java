package dev.rampart.local.check.rule.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.PolicyDocuments;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Operation;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Buckets: closed to the public, and read by the API with a role that may do nothing else. */
final class BucketRules {
  private static final String BUCKET = "AWS::S3::Bucket";
  private static final String POLICY = "AWS::S3::BucketPolicy";
  private static final int OLD_VERSION_DAYS_MAX = 90;
  private static final String LIFECYCLE = "LifecycleConfiguration";
  private static final Statement.Test PLAIN =
      new Statement.Test("Bool", "aws:securetransport", "false");

  private BucketRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "S3-01",
            "No bucket can be opened to the public, and its objects belong to the account",
            "a policy or an access list that is added by hand would show files to everybody",
            "PublicAccessBlockConfiguration with all four true, ObjectOwnership:"
                + " BucketOwnerEnforced, and no property beside those of the template",
            BucketRules::closed),
        PostureRule.must(
            "S3-02",
            "Each bucket is encrypted and keeps old versions for a while",
            "a file that was overwritten could not be had back, or all of them would stay forever",
            "BucketEncryption, VersioningConfiguration: {Status: Enabled}, a rule that expires"
                + " noncurrent versions",
            BucketRules::kept),
        PostureRule.must(
            "S3-03",
            "The policy of each bucket refuses what does not come over TLS, and says nothing else",
            "a statement that allows would open the bucket past the role that reads it",
            "one Deny of s3:* on the bucket and its objects with aws:SecureTransport: false",
            BucketRules::overTls),
        PostureRule.must(
            "S3-04",
            "The API reads files of a bucket of the template, by a role that may do nothing else",
            "whoever chooses a path would choose what is read with the rights of the role",
            "type: aws, httpMethod: GET, uri …:s3:path/${Bucket}/{file}, and a role trusted by API"
                + " Gateway for this account with s3:GetObject on the bucket's objects alone",
            BucketRules::read));
  }

  private static void closed(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource bucket : subject.ofType(BUCKET)) {
      JsonNode block = bucket.property("PublicAccessBlockConfiguration");
      seen.expect(
          Stream.of(
                  "BlockPublicAcls",
                  "BlockPublicPolicy",
                  "IgnorePublicAcls",
                  "RestrictPublicBuckets")
              .allMatch(name -> Json.isTrue(block.path(name))),
          bucket,
          "PublicAccessBlockConfiguration");
      JsonNode owners = Json.at(bucket.properties(), "OwnershipControls.Rules");
      seen.expect(
          owners.size() == 1
              && owners.path(0).path("ObjectOwnership").asText().equals("BucketOwnerEnforced"),
          bucket,
          "OwnershipControls");
      Rules.only(
          bucket,
          "",
          seen,
          "BucketEncryption",
          LIFECYCLE,
          "OwnershipControls",
          "PublicAccessBlockConfiguration",
          "VersioningConfiguration");
    }
  }

  private static void kept(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource bucket : subject.ofType(BUCKET)) {
      JsonNode rules =
          Json.at(bucket.properties(), "BucketEncryption.ServerSideEncryptionConfiguration");
      seen.expect(
          rules.size() == 1
              && Set.of("AES256", "aws:kms")
                  .contains(
                      Json.at(rules.path(0), "ServerSideEncryptionByDefault.SSEAlgorithm")
                          .asText()),
          bucket,
          "BucketEncryption");
      seen.expect(
          Json.at(bucket.properties(), "VersioningConfiguration.Status").asText().equals("Enabled"),
          bucket,
          "VersioningConfiguration");
      JsonNode rule = bucket.property(LIFECYCLE).path("Rules").path(0);
      seen.expect(
          rule.path("Status").asText().equals("Enabled")
              && Rules.isWithin(
                  Json.at(rule, "NoncurrentVersionExpiration.NoncurrentDays"),
                  1,
                  OLD_VERSION_DAYS_MAX)
              && Rules.isWithin(
                  Json.at(rule, "AbortIncompleteMultipartUpload.DaysAfterInitiation"),
                  1,
                  OLD_VERSION_DAYS_MAX),
          bucket,
          LIFECYCLE);
    }
  }

  private static void overTls(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource bucket : subject.ofType(BUCKET)) {
      List<Resource> policies =
          subject.ofType(POLICY).stream()
              .filter(policy -> subject.isTarget(policy.property("Bucket"), bucket))
              .toList();
      List<Statement> statements =
          policies.stream().flatMap(each -> PolicyDocuments.ofResource(each).stream()).toList();
      seen.expect(
          policies.size() == 1
              && statements.size() == 1
              && isRefusal(statements.getFirst(), bucket),
          bucket);
    }
    for (Resource policy : subject.ofType(POLICY)) {
      seen.expect(subject.isTarget(policy.property("Bucket"), BUCKET), policy, "Bucket");
    }
  }

  private static boolean isRefusal(Statement statement, Resource bucket) {
    String arn = arn(bucket);
    return statement.isPlain()
        && statement.isDeny()
        && statement.isForEverybody()
        && statement.hasActions("s3:*")
        && Set.copyOf(Json.texts(statement.node().path("Resource"))).equals(Set.of(arn, arn + "/*"))
        && statement.hasConditions(PLAIN);
  }

  private static String arn(Resource bucket) {
    return new Symbol(bucket.logicalId(), "Arn").toString();
  }

  private static void read(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Operation operation : Operation.calls(subject)) {
      if (operation.readsFile()) {
        JsonNode integration = operation.integration();
        Optional<Resource> bucket =
            subject.ofType(BUCKET).stream()
                .filter(
                    each ->
                        integration
                            .path("uri")
                            .asText()
                            .endsWith(":s3:path/" + new Symbol(each.logicalId(), "") + "/{file}"))
                .findFirst();
        seen.expect(
            bucket.isPresent() && integration.path("httpMethod").asText().equals("GET"),
            operation.place("x-amazon-apigateway-integration"));
        seen.expect(
            bucket.isPresent()
                && mayReadOnly(subject, integration.path("credentials"), bucket.get()),
            operation.place("x-amazon-apigateway-integration"));
      }
    }
  }

  private static boolean mayReadOnly(
      CheckedTemplate subject, JsonNode credentials, Resource bucket) {
    Optional<Resource> role =
        subject.target(credentials).filter(_ -> subject.isTarget(credentials, Types.ROLE));
    if (role.isEmpty() || RoleForms.trust(role.get(), "apigateway.amazonaws.com").isEmpty()) {
      return false;
    }
    List<Statement> rights = PolicyStatements.ofRole(subject, role.get());
    return rights.size() == 1
        && rights.getFirst().isPlain()
        && rights.getFirst().isAllow()
        && RoleForms.isOn(rights.getFirst(), arn(bucket) + "/*", "s3:GetObject");
  }
}
