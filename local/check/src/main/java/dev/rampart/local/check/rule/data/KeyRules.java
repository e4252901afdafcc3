package dev.rampart.local.check.rule.data;

import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Keys: they rotate, stay, and serve this account alone. */
final class KeyRules {
  // The longest that the service offers: a month to notice that a key is about to go.
  private static final int PENDING_DAYS = 30;
  // A year is the service's own period; a longer one is rotation in name alone.
  private static final int ROTATION_DAYS_MAX = 365;
  private static final String CONTEXT = "kms:encryptioncontext:";
  private static final Set<String> USES =
      Set.of(
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:Encrypt",
          "kms:GenerateDataKey",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo");

  private KeyRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "KMS-01",
            "Each key rotates within a year, and waits 30 days before it is deleted",
            "a leaked key would open everything for ever, a deleted one nothing",
            "EnableKeyRotation: true, PendingWindowInDays: 30",
            KeyRules::rotation),
        PostureRule.must(
            "KMS-02",
            "No key is public",
            "anybody could decrypt what is at rest",
            "name the account or a service as the principal",
            KeyRules::open),
        PostureRule.must(
            "KMS-03",
            "A service that may use a key is bound to this account",
            "the service would use the key for another account's resource",
            "Condition: {StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}},"
                + " or ArnLike with an encryption context of this account",
            KeyRules::bound),
        PostureRule.must(
            "KMS-04",
            "Logs may use a key for log groups of this account alone",
            "any log group that names the key could be read with it",
            "Condition: {ArnLike: {'kms:EncryptionContext:aws:logs:arn': log groups of this"
                + " account}}",
            KeyRules::logs),
        PostureRule.must(
            "KMS-05",
            "Grants on a key are made by services for their resources alone",
            "a grant is a permission that no policy shows",
            "deny kms:CreateGrant to everybody with BoolIfExists kms:GrantIsForAWSResource 'false'"
                + " and aws:PrincipalIsAWSService 'false'",
            KeyRules::grants),
        PostureRule.must(
            "KMS-06",
            "A key policy says four things alone: the account administers, logs and services of"
                + " this account use it, grants are for services",
            "any other statement opens the key, or locks its owner or its users out",
            "remove the statement, or give it one of these forms",
            KeyRules::statementsAreKnown),
        PostureRule.must(
            "KMS-07",
            "Each key is on, symmetric, made by KMS, and in this region alone",
            "a key that is off opens nothing; imported material is never rotated and can expire",
            "no Enabled: false, Origin, MultiRegion or other KeySpec;"
                + " BypassPolicyLockoutSafetyCheck never",
            KeyRules::usable),
        PostureRule.must(
            "KMS-08",
            "The key of an archive lets the event bus encrypt again",
            "the archive of a bus with a customer key is refused at the deployment, or keeps"
                + " nothing",
            "allow events.amazonaws.com kms:Decrypt, kms:GenerateDataKey, kms:ReEncryptFrom,"
                + " kms:ReEncryptTo and kms:DescribeKey",
            KeyRules::archives));
  }

  private static List<Statement> statements(CheckedTemplate subject) {
    return PolicyStatements.ofType(subject, Types.KEY);
  }

  /** Says whether the policy of a key allows a service all of some actions. */
  static boolean lets(CheckedTemplate subject, Resource key, String service, String... actions) {
    List<Statement> allowed =
        statements(subject).stream()
            .filter(statement -> statement.holder().equals(key))
            .filter(statement -> statement.isAllow() && statement.isForService(service))
            .toList();
    return Arrays.stream(actions)
        .allMatch(action -> allowed.stream().anyMatch(statement -> statement.covers(action)));
  }

  private static void rotation(CheckedTemplate subject, Examination seen) {
    for (Resource key : subject.ofType(Types.KEY)) {
      seen.expect(Json.isTrue(key.property("EnableKeyRotation")), key, "EnableKeyRotation");
      seen.expect(
          key.property("RotationPeriodInDays").asInt(ROTATION_DAYS_MAX) <= ROTATION_DAYS_MAX,
          key,
          "RotationPeriodInDays");
      seen.expect(
          key.property("PendingWindowInDays").asInt() == PENDING_DAYS, key, "PendingWindowInDays");
    }
  }

  private static void open(CheckedTemplate subject, Examination seen) {
    for (Statement statement : statements(subject)) {
      seen.expect(!(statement.isAllow() && statement.isForAnybody()), Place.of(statement));
    }
  }

  private static void bound(CheckedTemplate subject, Examination seen) {
    for (Statement statement : statements(subject)) {
      if (!statement.services().isEmpty()) {
        seen.expect(isBound(statement), Place.of(statement));
      }
    }
  }

  private static boolean isBound(Statement statement) {
    return looksAtKey(statement)
        || PolicyForms.isBound(statement)
        || statement.conditions().stream()
            .anyMatch(test -> test.key().startsWith(CONTEXT) && isOfAccount(test));
  }

  /**
   * What a key is opens nothing, and a service that checks a key asks for no resource yet:
   * https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-archives.html
   */
  private static boolean looksAtKey(Statement statement) {
    return statement.isAllow() && statement.hasActions("kms:DescribeKey");
  }

  private static boolean isOfAccount(Statement.Test test) {
    return Set.of("ArnEquals", "ArnLike", "StringEquals", "StringLike").contains(test.operator())
        && test.values().stream().allMatch(arn -> isOwn(arn.split(":", -1)));
  }

  private static boolean isOwn(String[] arn) {
    return arn.length == 1
        ? !Symbol.in(arn[0]).isEmpty()
        : arn.length > 4 && arn[4].equals(Symbol.ACCOUNT);
  }

  private static void logs(CheckedTemplate subject, Examination seen) {
    for (Statement statement : statements(subject)) {
      if (statement.services().stream().anyMatch(service -> service.startsWith("logs."))) {
        seen.expect(isForLogs(statement), Place.of(statement));
      }
    }
  }

  private static boolean isForLogs(Statement statement) {
    return statement.conditions().size() == 1
        && statement.conditions().stream()
            .allMatch(
                test ->
                    test.key().equals(CONTEXT + "aws:logs:arn")
                        && test.operator().startsWith("Arn")
                        && isOfAccount(test)
                        && test.values().stream().allMatch(arn -> arn.contains(":log-group:")));
  }

  private static void grants(CheckedTemplate subject, Examination seen) {
    for (Resource key : subject.ofType(Types.KEY)) {
      seen.expect(
          statements(subject).stream()
              .filter(statement -> statement.holder().equals(key))
              .anyMatch(KeyRules::limitsGrants),
          key);
    }
  }

  private static boolean limitsGrants(Statement statement) {
    return isOnKey(statement)
        && statement.isDeny()
        && statement.isForEverybody()
        && statement.hasActions("kms:CreateGrant")
        && statement.hasConditions(
            new Statement.Test("BoolIfExists", "kms:grantisforawsresource", "false"),
            new Statement.Test("BoolIfExists", "aws:principalisawsservice", "false"));
  }

  private static boolean isOnKey(Statement statement) {
    return statement.isPlain()
        && statement.resources().size() == 1
        && statement.resources().getFirst().asText().equals("*");
  }

  private static void statementsAreKnown(CheckedTemplate subject, Examination seen) {
    for (Statement statement : statements(subject)) {
      seen.expect(
          limitsGrants(statement) || isOwners(statement) || isForService(statement),
          Place.of(statement));
    }
    for (Resource key : subject.ofType(Types.KEY)) {
      seen.expect(
          statements(subject).stream()
              .anyMatch(statement -> statement.holder().equals(key) && isOwners(statement)),
          Place.of(key, "KeyPolicy"));
    }
  }

  private static boolean isOwners(Statement statement) {
    return isOnKey(statement)
        && statement.isAllow()
        && statement.principals().equals(List.of("arn:aws:iam::" + Symbol.ACCOUNT + ":root"))
        && statement.hasActions("kms:*")
        && statement.conditions().isEmpty();
  }

  private static boolean isForService(Statement statement) {
    return isOnKey(statement)
        && statement.isAllow()
        && statement.services().size() == 1
        && statement.isForService(statement.services().getFirst())
        && statement.services().getFirst().endsWith(".amazonaws.com")
        && USES.containsAll(statement.actions())
        && isBound(statement)
        && statement.conditions().stream()
            .allMatch(test -> test.equals(PolicyForms.OWN_ACCOUNT) || isOfAccount(test));
  }

  private static void usable(CheckedTemplate subject, Examination seen) {
    for (Resource key : subject.ofType(Types.KEY)) {
      seen.expect(!Json.isFalse(key.property("Enabled")), key, "Enabled");
      Rules.only(
          key,
          "",
          seen,
          "Description",
          "Enabled",
          "EnableKeyRotation",
          "KeyPolicy",
          "PendingWindowInDays",
          "RotationPeriodInDays",
          "Tags");
    }
    for (Resource alias : subject.ofType("AWS::KMS::Alias")) {
      seen.expect(subject.isTarget(alias.property("TargetKeyId"), Types.KEY), alias, "TargetKeyId");
    }
    Rules.none("AWS::KMS::ReplicaKey").examine(subject, seen);
  }

  private static void archives(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource archive : subject.ofType("AWS::Events::Archive")) {
      subject
          .target(archive.property("KmsKeyIdentifier"))
          .ifPresent(
              key ->
                  seen.expect(
                      lets(
                          subject,
                          key,
                          "events.amazonaws.com",
                          "kms:Decrypt",
                          "kms:DescribeKey",
                          "kms:GenerateDataKey",
                          "kms:ReEncryptFrom",
                          "kms:ReEncryptTo"),
                      key,
                      "KeyPolicy"));
    }
  }
}
