package dev.rampart.local.stack.storage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.stack.instance.Instance;
import java.nio.charset.StandardCharsets;

/** The file of a site that tells its pages where to sign in, and as which client. */
public final class SiteConfig {
  /** The name of the file. */
  public static final String KEY = "config.json";

  private SiteConfig() {}

  /** Returns the file of a site that a run serves. */
  public static byte[] of(Instance instance, String stage) {
    return text(instance.signInUrl(), instance.clientId(), instance.apiKey(), stage, "local")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Returns the text of a file.
   *
   * @param mode {@code local} or {@code aws}
   */
  public static String text(
      String signInUrl, String clientId, String apiKey, String stage, String mode) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("signInUrl", signInUrl)
        .put("clientId", clientId)
        .put("apiKey", apiKey)
        .put("stage", stage)
        .put("mode", mode)
        .toString();
  }
}
