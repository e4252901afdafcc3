package dev.rampart.local.gateway.gate;

import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.GatewayRefusal;
import dev.rampart.local.gateway.response.ResponseType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The gate of API keys: an operation that asks for one wants exactly one, and a known one. */
public final class ApiKeyGate implements RequestGate {
  public static final GateDescription DESCRIPTION =
      new GateDescription("plan", "the API key", "throttle, burst and quota");

  private static final Optional<GatewayRefusal> REFUSED =
      Optional.of(GatewayRefusal.of(ResponseType.INVALID_API_KEY, "Forbidden"));

  private final Map<String, String> idsByValue;

  public ApiKeyGate(Map<String, String> idsByValue) {
    this.idsByValue = Map.copyOf(idsByValue);
  }

  @Override
  public Optional<GatewayRefusal> judge(RequestContext context) {
    if (!context.operation().apiKey()) {
      return Optional.empty();
    }
    List<String> sent = context.request().headers(ApiOperation.API_KEY_HEADER);
    Optional<String> id = sent.size() == 1 ? id(sent.getFirst()) : Optional.empty();
    id.ifPresent(known -> context.set("identity.apiKeyId", known));
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
