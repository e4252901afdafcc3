package dev.rampart.local.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gate of API keys: an operation that asks for one wants exactly one, and a known one. */
final class ApiKeys implements Gate {
  static final String HEADER = "x-api-key";
  private static final Optional<Refusal> REFUSED =
      Optional.of(Refusal.of(ResponseType.INVALID_API_KEY, "Forbidden"));

  private final Map<String, String> idsByValue;

  ApiKeys(Map<String, String> idsByValue) {
    this.idsByValue = Map.copyOf(idsByValue);
  }

  @Override
  public Optional<Refusal> judge(Exchange exchange) {
    if (!exchange.operation().apiKey()) {
      return Optional.empty();
    }
    List<String> sent = exchange.inbound().headers(HEADER);
    Optional<String> id = sent.size() == 1 ? id(sent.getFirst()) : Optional.empty();
    id.ifPresent(known -> exchange.set("identity.apiKeyId", known));
    return id.isPresent() ? Optional.empty() : REFUSED;
  }

  private Optional<String> id(String sent) {
    Optional<String> found = Optional.empty();
    for (Map.Entry<String, String> key : idsByValue.entrySet()) {
      if (MessageDigest.isEqual(bytes(key.getKey()), bytes(sent))) {
        found = Optional.of(key.getValue());
      }
    }
    return found;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
