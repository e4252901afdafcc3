package dev.rampart.local.stack.secrets;

import java.time.Instant;

/**
 * One secret in its one version.
 *
 * @param value as the template's {@code GenerateSecretString} made it
 */
record StoredSecret(String arn, String name, String versionId, String value, Instant created) {

  @Override
  public String toString() {
    return "StoredSecret[" + name + "]";
  }
}
