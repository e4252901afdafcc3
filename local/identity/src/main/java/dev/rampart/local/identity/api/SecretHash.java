package dev.rampart.local.identity.api;

import dev.rampart.local.identity.directory.HmacSha256;
import dev.rampart.local.identity.settings.ClientSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a client with a secret sends along to show that it has it. */
final class SecretHash {
  private SecretHash() {}

  static String of(ClientSecret secret, String userName, String clientId) {
    byte[] key = secret.value().getBytes(StandardCharsets.UTF_8);
    byte[] proven = (userName + clientId).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(HmacSha256.of(key, proven));
  }
}
