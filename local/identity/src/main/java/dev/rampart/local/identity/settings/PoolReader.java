package dev.rampart.local.identity.settings;

import dev.rampart.local.identity.settings.PoolSettings.SoftwareToken;
import dev.rampart.local.identity.settings.PoolSettings.Tier;
import dev.rampart.local.template.Properties;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the user pool itself. */
final class PoolReader {
  private static final int LENGTH_MIN = 8;
  private static final int TEMPORARY_DAYS = 7;

  private PoolReader() {}

  static PoolSettings read(String id, Properties pool) {
    pool.leave(
        "AutoVerifiedAttributes",
        "DeletionProtection",
        "DeviceConfiguration",
        "EmailConfiguration",
        "UserAttributeUpdateSettings",
        "UserPoolAddOns",
        "UserPoolTags",
        "UserPoolTier",
        "VerificationMessageTemplate");
    administratorsCreateUsers(pool);
    return new PoolSettings(
        id,
        pool.optionalText("UserPoolName").orElse(id),
        passwords(pool.object("Policies")),
        softwareToken(pool),
        pool.object("UsernameConfiguration").flag("CaseSensitive", true),
        requiredAttributes(pool),
        recoversByEmail(pool.object("AccountRecoverySetting")),
        tier(pool),
        threatProtection(pool.object("UserPoolAddOns")),
        preTokenGeneration(pool.object("LambdaConfig")),
        pool.resource().properties());
  }

  private static Tier tier(Properties pool) {
    return pool.choice(
        "UserPoolTier",
        Tier.ESSENTIALS.name(),
        Map.of("LITE", Tier.LITE, "ESSENTIALS", Tier.ESSENTIALS, "PLUS", Tier.PLUS));
  }

  private static boolean threatProtection(Properties addOns) {
    addOns.leave("AdvancedSecurityAdditionalFlows");
    return addOns.choice(
        "AdvancedSecurityMode", "OFF", Map.of("OFF", false, "AUDIT", true, "ENFORCED", true));
  }

  private static PasswordPolicy passwords(Properties policies) {
    for (String factor : policies.object("SignInPolicy").texts("AllowedFirstAuthFactors")) {
      if (!factor.equals("PASSWORD")) {
        throw policies.fault("SignInPolicy", "allows " + factor + "; only PASSWORD is offered");
      }
    }
    Properties policy = policies.object("PasswordPolicy");
    return new PasswordPolicy(
        policy.number("MinimumLength", LENGTH_MIN, 6, 99),
        policy.flag("RequireLowercase", true),
        policy.flag("RequireUppercase", true),
        policy.flag("RequireNumbers", true),
        policy.flag("RequireSymbols", true),
        policy.number("TemporaryPasswordValidityDays", TEMPORARY_DAYS, 1, 365),
        policy.number("PasswordHistorySize", 0, 0, 24));
  }

  private static SoftwareToken softwareToken(Properties pool) {
    List<String> factors = pool.texts("EnabledMfas");
    SoftwareToken wanted =
        switch (pool.optionalText("MfaConfiguration").orElse("OFF")) {
          case "OFF" -> SoftwareToken.OFF;
          case "OPTIONAL" -> SoftwareToken.OPTIONAL;
          case "ON" -> SoftwareToken.REQUIRED;
          default -> throw pool.fault("MfaConfiguration", "is not OFF, OPTIONAL or ON");
        };
    if (wanted != SoftwareToken.OFF && !factors.equals(List.of("SOFTWARE_TOKEN_MFA"))) {
      throw pool.fault("EnabledMfas", "is not [SOFTWARE_TOKEN_MFA], the only one offered");
    }
    return wanted;
  }

  private static boolean recoversByEmail(Properties setting) {
    List<String> mechanisms = new ArrayList<>();
    for (Properties mechanism : setting.objects("RecoveryMechanisms")) {
      mechanisms.add(mechanism.text("Name"));
      mechanism.number("Priority", 1, 1, 2);
    }
    if (mechanisms.equals(List.of("admin_only"))) {
      return false;
    }
    // Nobody has a phone number here, so it does not matter which of the two comes first.
    boolean known = Set.of("verified_email", "verified_phone_number").containsAll(mechanisms);
    if (!known || mechanisms.equals(List.of("verified_phone_number"))) {
      throw setting.fault("RecoveryMechanisms", "is not [admin_only], nor has it verified_email");
    }
    return true;
  }

  private static Set<String> requiredAttributes(Properties pool) {
    Set<String> required = new HashSet<>();
    for (Properties attribute : pool.objects("Schema")) {
      String name = attribute.text("Name");
      if (!name.equals("email")) {
        throw attribute.fault("Name", "is not email, the only attribute that is kept");
      }
      attribute.leave("AttributeDataType", "Mutable", "StringAttributeConstraints");
      if (attribute.flag("Required", false)) {
        required.add(name);
      }
    }
    return required;
  }

  private static void administratorsCreateUsers(Properties pool) {
    Properties create = pool.object("AdminCreateUserConfig");
    create.leave("InviteMessageTemplate");
    if (!create.flag("AllowAdminCreateUserOnly", false)) {
      throw create.fault("AllowAdminCreateUserOnly", "is not true; sign-up is not offered");
    }
  }

  private static Optional<String> preTokenGeneration(Properties triggers) {
    Properties trigger = triggers.object("PreTokenGenerationConfig");
    Optional<String> arn = trigger.optionalText("LambdaArn");
    if (arn.isPresent() && !trigger.text("LambdaVersion").equals("V2_0")) {
      throw trigger.fault("LambdaVersion", "is not V2_0, the only one offered");
    }
    return arn;
  }
}
