package dev.rampart.local.access;

import java.util.Locale;
import java.util.Set;

/**
 * The condition keys that requests of the local run have, or lack as requests on AWS would (IAM
 * User Guide, "AWS global condition context keys"; Service Authorization Reference).
 */
public final class ContextKeys {
  public static final String SECURE_TRANSPORT = "aws:securetransport";
  public static final String PRINCIPAL_ARN = "aws:principalarn";
  public static final String PRINCIPAL_ACCOUNT = "aws:principalaccount";
  public static final String PRINCIPAL_TYPE = "aws:principaltype";
  public static final String IS_SERVICE = "aws:principalisawsservice";
  public static final String SERVICE_NAME = "aws:principalservicename";
  public static final String SOURCE_ARN = "aws:sourcearn";
  public static final String SOURCE_ACCOUNT = "aws:sourceaccount";
  public static final String VIA_SERVICE = "aws:viaawsservice";
  public static final String REGION = "aws:requestedregion";
  public static final String CURRENT_TIME = "aws:currenttime";
  public static final String EPOCH_TIME = "aws:epochtime";
  public static final String KMS_VIA_SERVICE = "kms:viaservice";
  public static final String KMS_CALLER_ACCOUNT = "kms:calleraccount";
  private static final Set<String> KNOWN =
      Set.of(
          SECURE_TRANSPORT,
          PRINCIPAL_ARN,
          PRINCIPAL_ACCOUNT,
          PRINCIPAL_TYPE,
          IS_SERVICE,
          SERVICE_NAME,
          SOURCE_ARN,
          SOURCE_ACCOUNT,
          VIA_SERVICE,
          REGION,
          CURRENT_TIME,
          EPOCH_TIME,
          KMS_VIA_SERVICE,
          KMS_CALLER_ACCOUNT,
          "kms:grantisforawsresource",
          // A user's name: a role has none.
          "aws:username",
          "dynamodb:leadingkeys",
          "dynamodb:select",
          "dynamodb:returnvalues",
          "dynamodb:returnconsumedcapacity",
          "dynamodb:enclosingoperation",
          "events:source",
          "events:detail-type");

  /** What stands before the name of a pair of an encryption context. */
  private static final String ENCRYPTION_CONTEXT = "kms:encryptioncontext:";

  private ContextKeys() {}

  /** Returns the key for a pair of an encryption context. */
  static String encryptionContext(String name) {
    return ENCRYPTION_CONTEXT + name.toLowerCase(Locale.ROOT);
  }

  static boolean isKnown(String key) {
    return KNOWN.contains(key)
        || (key.startsWith(ENCRYPTION_CONTEXT)
            && EncryptionContext.NAMES.contains(key.substring(ENCRYPTION_CONTEXT.length())));
  }

  /** Says whether a key can have a value: what is misspelled would never match. */
  static boolean takes(String key, String value) {
    return !key.equals(KMS_VIA_SERVICE) || value.matches("[a-z0-9.*?-]+[.]amazonaws[.]com");
  }
}
