package dev.rampart.local.run;

import dev.rampart.local.secrets.GeneratedSecret;
import dev.rampart.local.secrets.SecretsService;
import dev.rampart.local.secrets.StoredSecret;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.time.Instant;
import java.util.List;

/** The template's secrets, made once and kept where the data is kept. */
record Secrets(List<StoredSecret> all) {

  static Secrets of(Stack stack, Keys keys, Instant now) {
    return new Secrets(
        stack.ofType("AWS::SecretsManager::Secret").stream()
            .map(resource -> secret(stack, resource, keys, now))
            .toList());
  }

  private static StoredSecret secret(Stack stack, Resource resource, Keys keys, Instant now) {
    try {
      String value =
          keys.secret(
              resource.logicalId(),
              () -> GeneratedSecret.of(resource.property("GenerateSecretString")));
      String arn = resource.physical().ref();
      String name = arn.substring(arn.lastIndexOf(':') + 1);
      return new StoredSecret(arn, name, "00000000-0000-4000-8000-000000000001", value, now);
    } catch (IllegalArgumentException e) {
      throw stack.fault(resource, "GenerateSecretString", String.valueOf(e.getMessage()));
    }
  }

  SecretsService service() {
    return new SecretsService(all);
  }
}
