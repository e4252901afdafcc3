package dev.rampart.local.identity.settings;

import dev.rampart.local.identity.settings.PoolSettings.SoftwareToken;
import java.util.List;
import java.util.Optional;

/** Reads the user pool itself. */
final class PoolReader {
  private static final int LENGTH_MIN = 8;
  private static final int TEMPORARY_DAYS = 7;

  private PoolReader() {}

  static PoolSettings read(String id, Properties pool) {
    pool.notEnforced(
        "AccountRecoverySetting",
        "AutoVerifiedAttributes",
        "DeletionProtection",
        "DeviceConfiguration",
        "EmailConfiguration",
        "UserAttributeUpdateSettings",
        "UserPoolAddOns",
        "UserPoolTags",
        "UserPoolTier",
        "VerificationMessageTemplate");
    attributes(pool);
    administratorsCreateUsers(pool);
    return new PoolSettings(
        id,
        pool.optionalText("UserPoolName").orElse(id),
        passwords(pool.object("Policies")),
        softwareToken(pool),
        pool.object("UsernameConfiguration").flag("CaseSensitive", true),
        preTokenGeneration(pool.object("LambdaConfig")),
        pool.node());
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

  private static void attributes(Properties pool) {
    for (Properties attribute : pool.elements("Schema")) {
      if (!attribute.text("Name").equals("email")) {
        throw attribute.fault("Name", "is not email, the only attribute that is kept");
      }
      attribute.notEnforced(
          "AttributeDataType", "Required", "Mutable", "StringAttributeConstraints");
    }
  }

  private static void administratorsCreateUsers(Properties pool) {
    Properties create = pool.object("AdminCreateUserConfig");
    create.notEnforced("InviteMessageTemplate");
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
