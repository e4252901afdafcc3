package dev.rampart.local.gateway.request;

import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.gateway.response.ContextVariables;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A request on its way through the gates, and what is known of it as context variables. */
public final class RequestContext implements ContextVariables {
  /** What API Gateway takes a body for that says nothing of its type. */
  private static final String DEFAULT_MEDIA_TYPE = "application/json";

  private volatile HttpRequest request;
  private final ApiOperation operation;
  private final Map<String, String> pathParameters;
  private final RequestIds ids;
  private final Instant start;
  private final Map<String, String> variables = new ConcurrentHashMap<>();
  private final List<String> passed = new ArrayList<>();
  private final List<String> notAsked = new ArrayList<>();
  private String cause = "";
  private Map<String, String> claims = Map.of();

  public RequestContext(
      HttpRequest request,
      ApiOperation operation,
      Map<String, String> pathParameters,
      RequestIds ids,
      Instant start) {
    this.request = request;
    this.operation = operation;
    this.pathParameters = Map.copyOf(pathParameters);
    this.ids = ids;
    this.start = start;
  }

  public HttpRequest request() {
    return request;
  }

  /** Adds header fields to the request, as the web ACL does; one of that name is replaced. */
  public void insert(List<Field> fields) {
    List<Field> all = new ArrayList<>(request.fields());
    fields.forEach(
        field -> {
          all.removeIf(each -> each.is(field.name()));
          all.add(field);
        });
    request =
        new HttpRequest(
            request.method(),
            request.path(),
            request.query(),
            List.copyOf(all),
            request.body(),
            request.sourceIp());
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
  public String mediaType() {
    String type = request.header("Content-Type").orElse(DEFAULT_MEDIA_TYPE);
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  public ApiOperation operation() {
    return operation;
  }

  public Map<String, String> pathParameters() {
    return pathParameters;
  }

  public RequestIds ids() {
    return ids;
  }

  public Map<String, String> claims() {
    return claims;
  }

  /** The token held: its claims, every one as text. */
  public void claims(Map<String, String> verified) {
    claims = Map.copyOf(verified);
    verified.forEach((name, value) -> set("authorizer.claims." + name, value));
    verified.forEach((name, value) -> set("authorizer." + name, value));
  }

  /**
   * A gate let the request pass.
   *
   * @param asked whether it asked anything
   */
  public void passed(String gate, boolean asked) {
    (asked ? passed : notAsked).add(gate);
  }

  /** Returns the gates that asked nothing of the request so far. */
  public List<String> notAsked() {
    return List.copyOf(notAsked);
  }

  /** Tells the developer, and nobody else, what is behind a refusal. */
  public void cause(String sentence) {
    cause = sentence;
  }

  /** Returns what is behind the refusal; empty if its own words say it. */
  public String cause() {
    return cause;
  }

  /** Returns the gates that let the request pass so far. */
  public List<String> passed() {
    return List.copyOf(passed);
  }

  public void set(String name, String value) {
    variables.put(name, value);
  }

  @Override
  public void set(Map<String, String> values) {
    variables.putAll(values);
  }

  @Override
  public Optional<String> header(String name) {
    return request.header(name);
  }

  public void took(Duration time) {
    set("responseLatency", Long.toString(time.toMillis()));
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }
}
