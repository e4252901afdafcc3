package dev.rampart.local.check.rule.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** User pools: who may sign up, how people prove who they are, and how a pool answers to risk. */
final class PoolRules {
  private static final String GROUP = "AWS::Cognito::UserPoolGroup";
  private static final String DOMAIN = "AWS::Cognito::UserPoolDomain";
  private static final String PASSWORD = "Policies.PasswordPolicy";
  // Guessed offline, twelve characters of four classes last beyond the life of an account.
  private static final int PASSWORD_CHARS_MIN = 12;
  private static final int PASSWORDS_REMEMBERED_MIN = 5;
  // An invitation that lies in a mailbox longer is found by somebody else.
  private static final int INVITATION_DAYS_MAX = 7;

  private PoolRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "COG-01",
            "There is a user pool",
            "nobody could sign in",
            "declare an AWS::Cognito::UserPool",
            Rules.exists(Types.USER_POOL)),
        PostureRule.must(
            "COG-02",
            "Each pool has a second factor",
            "a stolen password would be enough",
            "MfaConfiguration: 'ON', EnabledMfas: [SOFTWARE_TOKEN_MFA]",
            PoolRules::secondFactor),
        PostureRule.should(
            "COG-03",
            "Each pool asks everybody for the second factor",
            "those who need it most leave it out",
            "MfaConfiguration: 'ON'",
            each("MfaConfiguration", value -> value.asText().equals("ON"))),
        PostureRule.must(
            "COG-04",
            "A password has 12 characters at least, of four classes, and is none of the last five",
            "short and common passwords are guessed",
            "Policies.PasswordPolicy with MinimumLength: 14, all Require… true,"
                + " PasswordHistorySize: 5",
            PoolRules::passwords),
        PostureRule.must(
            "COG-05",
            "An invitation ends within a week",
            "whoever finds it later takes the account",
            "TemporaryPasswordValidityDays: 3",
            each(
                PASSWORD + ".TemporaryPasswordValidityDays", Rules.within(1, INVITATION_DAYS_MAX))),
        PostureRule.must(
            "COG-06",
            "Threat protection is on in full",
            "stolen passwords and strange sign-ins would pass",
            "UserPoolAddOns: {AdvancedSecurityMode: ENFORCED}, UserPoolTier: PLUS",
            PoolRules::threats),
        PostureRule.must(
            "COG-07",
            "No pool is deleted by accident",
            "one call would delete all accounts",
            "DeletionProtection: ACTIVE",
            each("DeletionProtection", value -> value.asText().equals("ACTIVE"))),
        PostureRule.must(
            "COG-08",
            "A forgotten password is recovered by verified e-mail, or by an administrator",
            "a telephone number is taken over by whoever talks to the provider",
            "AccountRecoverySetting: {RecoveryMechanisms: [{Name: verified_email, Priority: 1}]},"
                + " AutoVerifiedAttributes: [email]",
            PoolRules::recovery),
        PostureRule.must(
            "COG-09",
            "Names of users are compared without case",
            "two accounts could look the same",
            "UsernameConfiguration: {CaseSensitive: false}",
            each("UsernameConfiguration.CaseSensitive", Json::isFalse)),
        PostureRule.must(
            "COG-24",
            "A trigger narrows each token to the groups of its user, and no other trigger runs",
            "anybody could ask for every scope; a trigger nobody expects can let users in, move"
                + " them or read their passwords",
            "LambdaConfig: {PreTokenGenerationConfig: {LambdaArn: !Ref of an alias, LambdaVersion:"
                + " V2_0}} and nothing else",
            PoolRules::triggers),
        PostureRule.must(
            "COG-25",
            "Nobody signs up by himself",
            "anybody at all would be a user",
            "AdminCreateUserConfig: {AllowAdminCreateUserOnly: true}",
            each("AdminCreateUserConfig.AllowAdminCreateUserOnly", Json::isTrue)),
        PostureRule.must(
            "COG-26",
            "People prove who they are by password and an authenticator or passkey, never by SMS"
                + " or e-mail",
            "a code sent to a telephone or a mailbox is read by whoever has taken that over",
            "EnabledMfas: [SOFTWARE_TOKEN_MFA], no SmsConfiguration, no SignInPolicy with OTP",
            PoolRules::factors),
        PostureRule.must(
            "COG-29",
            "Accounts come from the pool alone: no federation, no identity pool, no user here",
            "each is another way in, past the second factor and the groups",
            "remove the resource",
            Rules.none(
                "AWS::Cognito::IdentityPool",
                "AWS::Cognito::IdentityPoolRoleAttachment",
                "AWS::Cognito::UserPoolIdentityProvider",
                "AWS::Cognito::UserPoolUser",
                "AWS::Cognito::UserPoolUserToGroupAttachment")),
        PostureRule.must(
            "COG-30",
            "A group gives no role, and a domain no other host",
            "a role of a group is a permission past the API",
            "GroupName, Description and Precedence alone; a domain of the pool",
            PoolRules::groups),
        PostureRule.must(
            "COG-31",
            "A pool has no property that nobody reviewed",
            "remembered devices skip the second factor; messages, aliases and senders change who"
                + " can recover an account",
            "remove the property, or review it and add it to the rule",
            PoolRules::nothingElse));
  }

  private static List<Resource> pools(CheckedTemplate subject) {
    return subject.ofType(Types.USER_POOL);
  }

  private static PostureRule.Test each(String path, Predicate<JsonNode> holds) {
    return Rules.each(Types.USER_POOL, path, holds);
  }

  private static void secondFactor(CheckedTemplate subject, Examination seen) {
    for (Resource pool : pools(subject)) {
      seen.expect(
          Set.of("ON", "OPTIONAL").contains(pool.text("MfaConfiguration", "")),
          pool,
          "MfaConfiguration");
      seen.expect(!pool.property("EnabledMfas").isEmpty(), pool, "EnabledMfas");
    }
  }

  private static void passwords(CheckedTemplate subject, Examination seen) {
    for (Resource pool : pools(subject)) {
      JsonNode policy = Json.at(pool.properties(), PASSWORD);
      seen.expect(
          policy.path("MinimumLength").asInt() >= PASSWORD_CHARS_MIN,
          pool,
          PASSWORD + ".MinimumLength");
      seen.expect(
          policy.path("PasswordHistorySize").asInt() >= PASSWORDS_REMEMBERED_MIN,
          pool,
          PASSWORD + ".PasswordHistorySize");
      for (String kind : List.of("Lowercase", "Uppercase", "Numbers", "Symbols")) {
        seen.expect(Json.isTrue(policy.path("Require" + kind)), pool, PASSWORD + ".Require" + kind);
      }
    }
  }

  private static void threats(CheckedTemplate subject, Examination seen) {
    for (Resource pool : pools(subject)) {
      JsonNode addOns = pool.property("UserPoolAddOns");
      seen.expect(
          addOns.path("AdvancedSecurityMode").asText().equals("ENFORCED"),
          pool,
          "UserPoolAddOns.AdvancedSecurityMode");
      seen.expect(
          Json.at(addOns, "AdvancedSecurityAdditionalFlows.CustomAuthMode")
              .asText("ENFORCED")
              .equals("ENFORCED"),
          pool,
          "UserPoolAddOns.AdvancedSecurityAdditionalFlows");
      seen.expect(pool.text("UserPoolTier", "").equals("PLUS"), pool, "UserPoolTier");
    }
  }

  private static void recovery(CheckedTemplate subject, Examination seen) {
    for (Resource pool : pools(subject)) {
      String path = "AccountRecoverySetting.RecoveryMechanisms";
      List<JsonNode> ways = Json.list(Json.at(pool.properties(), path));
      seen.expect(
          ways.size() == 1
              && Set.of("verified_email", "admin_only")
                  .contains(ways.getFirst().path("Name").asText()),
          pool,
          path);
      seen.expect(
          Json.texts(pool.property("AutoVerifiedAttributes")).equals(List.of("email")),
          pool,
          "AutoVerifiedAttributes");
    }
  }

  private static void triggers(CheckedTemplate subject, Examination seen) {
    for (Resource pool : pools(subject)) {
      String path = "LambdaConfig.PreTokenGenerationConfig";
      JsonNode trigger = Json.at(pool.properties(), path);
      seen.expect(
          subject.isTarget(trigger.path("LambdaArn"), Types.ALIAS), pool, path + ".LambdaArn");
      seen.expect(
          Set.of("V2_0", "V3_0").contains(trigger.path("LambdaVersion").asText()),
          pool,
          path + ".LambdaVersion");
      Rules.only(pool, "LambdaConfig", seen, "PreTokenGenerationConfig");
    }
  }

  private static void factors(CheckedTemplate subject, Examination seen) {
    for (Resource pool : pools(subject)) {
      Set<String> second = Set.of("SOFTWARE_TOKEN_MFA", "WEB_AUTHN_MFA");
      seen.expect(
          second.containsAll(Json.texts(pool.property("EnabledMfas"))), pool, "EnabledMfas");
      String path = "Policies.SignInPolicy.AllowedFirstAuthFactors";
      seen.expect(
          Set.of("PASSWORD", "WEB_AUTHN").containsAll(Json.texts(Json.at(pool.properties(), path))),
          pool,
          path);
      Rules.only(pool, "Policies", seen, "PasswordPolicy", "SignInPolicy");
      for (String sms : List.of("SmsConfiguration", "SmsAuthenticationMessage")) {
        seen.expect(!pool.properties().has(sms), pool, sms);
      }
    }
  }

  private static void groups(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource group : subject.ofType(GROUP)) {
      Rules.only(group, "", seen, "Description", "GroupName", "Precedence", "UserPoolId");
    }
    for (Resource domain : subject.ofType(DOMAIN)) {
      Rules.only(domain, "", seen, "Domain", "ManagedLoginVersion", "UserPoolId");
      seen.expect(
          subject.isTarget(domain.property("UserPoolId"), Types.USER_POOL), domain, "UserPoolId");
    }
  }

  private static void nothingElse(CheckedTemplate subject, Examination seen) {
    Rules.only(
            Types.USER_POOL,
            "AccountRecoverySetting",
            "AdminCreateUserConfig",
            "AutoVerifiedAttributes",
            "DeletionProtection",
            "EmailConfiguration",
            "EnabledMfas",
            "LambdaConfig",
            "MfaConfiguration",
            "Policies",
            "Schema",
            "UserAttributeUpdateSettings",
            "UserPoolAddOns",
            "UserPoolName",
            "UserPoolTags",
            "UserPoolTier",
            "UsernameConfiguration")
        .examine(subject, seen);
    for (Resource pool : pools(subject)) {
      Rules.only(pool, "AdminCreateUserConfig", seen, "AllowAdminCreateUserOnly");
      JsonNode sender = Json.at(pool.properties(), "EmailConfiguration.SourceArn");
      seen.expect(
          sender.asText(":ses:" + Symbol.ACCOUNT + ":identity/").contains(Symbol.ACCOUNT),
          pool,
          "EmailConfiguration.SourceArn");
      for (JsonNode attribute : Json.list(pool.property("Schema"))) {
        seen.expect(attribute.path("Name").asText().equals("email"), pool, "Schema");
        seen.expect(Json.isTrue(attribute.path("Required")), pool, "Schema");
      }
    }
  }
}
