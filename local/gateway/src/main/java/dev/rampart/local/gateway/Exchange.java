package dev.rampart.local.gateway;

import dev.rampart.local.protocol.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One request on its way through the gates: what is known of it, as {@code $context} variables. */
public final class Exchange {
  /** What API Gateway takes a body for that says nothing of its type. */
  private static final String DEFAULT_MEDIA_TYPE = "application/json";

  private final HttpRequest inbound;
  private final Operation operation;
  private final Map<String, String> pathParameters;
  private final Ids ids;
  private final Instant start;
  private final Map<String, String> context = new ConcurrentHashMap<>();
  private Map<String, String> claims = Map.of();

  Exchange(
      HttpRequest inbound,
      Operation operation,
      Map<String, String> pathParameters,
      Ids ids,
      Instant start) {
    this.inbound = inbound;
    this.operation = operation;
    this.pathParameters = Map.copyOf(pathParameters);
    this.ids = ids;
    this.start = start;
  }

  public HttpRequest inbound() {
    return inbound;
  }

  /** Returns the path as the API defines it, for example {@code /v1/submissions/{id}}. */
  public String route() {
    return operation.path();
  }

  /** Returns the id of the API key that came with the request; empty if there was none. */
  public Optional<String> apiKeyId() {
    return variable("identity.apiKeyId");
  }

  public Instant start() {
    return start;
  }

  /** Returns the media type of the body, in small letters and without parameters. */
  String mediaType() {
    String type = inbound.header("Content-Type").orElse(DEFAULT_MEDIA_TYPE);
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  Operation operation() {
    return operation;
  }

  Map<String, String> pathParameters() {
    return pathParameters;
  }

  Ids ids() {
    return ids;
  }

  Map<String, String> claims() {
    return claims;
  }

  /** The token held: its claims, every one as text. */
  void claims(Map<String, String> verified) {
    claims = Map.copyOf(verified);
    verified.forEach((name, value) -> set("authorizer.claims." + name, value));
    verified.forEach((name, value) -> set("authorizer." + name, value));
  }

  void set(String name, String value) {
    context.put(name, value);
  }

  void set(Map<String, String> variables) {
    context.putAll(variables);
  }

  void took(Duration time) {
    set("responseLatency", Long.toString(time.toMillis()));
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(context.get(name));
  }

  Map<String, String> variables() {
    return new HashMap<>(context);
  }
}
