package dev.rampart.local.run;

import dev.rampart.local.secrets.GeneratedSecret;
import dev.rampart.local.secrets.SecretsService;
import dev.rampart.local.secrets.StoredSecret;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The template's secrets, made once and kept where the data is kept. */
record Secrets(List<StoredSecret> all) {
  private static final String VERSION = "00000000-0000-4000-8000-000000000001";

  static Secrets of(Stack stack, Map<String, GeneratedSecret> secrets, Keys keys, Instant now) {
    return new Secrets(
        secrets.entrySet().stream()
            .map(secret -> stored(stack.get(secret.getKey()), secret.getValue(), keys, now))
            .toList());
  }

  private static StoredSecret stored(
      Resource resource, GeneratedSecret secret, Keys keys, Instant now) {
    String value = keys.secret(resource.logicalId(), secret::make);
    String arn = resource.physical().ref();
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return new StoredSecret(arn, name, VERSION, value, now);
  }

  SecretsService service() {
    return new SecretsService(all);
  }
}
