package dev.rampart.local.stack.secrets;

import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.stack.instance.Instance;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The secrets of a run: made on the spot, kept where the data is kept, good for nothing on AWS. */
public record RunSecrets(BlobStore store) {

  /** Returns credentials that no function has, so that no role binds who uses them. */
  public static Instance.Credentials administrator() {
    return new Instance.Credentials(
        "LOCAL" + RandomText.hex(8).toUpperCase(Locale.ROOT), RandomText.hex(20));
  }

  /** Returns a user's password, which meets any policy: all four classes, 24 characters. */
  public String password(String user) {
    return kept("password." + user, () -> "Rp1!" + RandomText.hex(10));
  }

  /** Returns the value of an API key. */
  public String apiKey(String logicalId) {
    return kept("api-key." + logicalId, () -> RandomText.hex(20));
  }

  /** Returns the values of API keys by their logical ids, in the same order. */
  public Map<String, String> apiKeys(List<String> logicalIds) {
    Map<String, String> keys = new LinkedHashMap<>();
    logicalIds.forEach(id -> keys.put(id, apiKey(id)));
    return keys;
  }

  /** Returns the secret of a user's code generator. */
  public String totpSecret(String user, Supplier<String> fresh) {
    return kept("totp." + user, fresh);
  }

  String secret(String logicalId, Supplier<String> fresh) {
    return kept("secret." + logicalId, fresh);
  }

  private String kept(String name, Supplier<String> fresh) {
    byte[] bytes = store.readOrCreate(name, () -> fresh.get().getBytes(StandardCharsets.UTF_8));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
