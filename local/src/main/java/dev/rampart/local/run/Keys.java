package dev.rampart.local.run;

import dev.rampart.local.identity.store.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;

/** The secrets of a run: made on the spot, kept where the data is kept, good for nothing on AWS. */
record Keys(Vault vault) {
  /** Meets any policy: all four classes, 24 characters. */
  String password(String user) {
    return kept("password." + user, () -> "Rp1!" + random(10));
  }

  String apiKey() {
    return kept("api-key", () -> random(20));
  }

  String totpSecret(String user, Supplier<String> fresh) {
    return kept("totp." + user, fresh);
  }

  String secret(String logicalId, Supplier<String> fresh) {
    return kept("secret." + logicalId, fresh);
  }

  /** A new one in each run: AWS's form of an access key id, in a range that AWS never gives out. */
  static String accessKeyId() {
    return "LOCAL" + random(8).toUpperCase(Locale.ROOT);
  }

  static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private String kept(String name, Supplier<String> fresh) {
    byte[] bytes = vault.readOrCreate(name, () -> fresh.get().getBytes(StandardCharsets.UTF_8));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
