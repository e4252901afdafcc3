package dev.rampart.local.gateway;

import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.protocol.http.HttpHandler;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Leads each request through the gates to its integration, and writes the access log. */
final class Pipeline implements HttpHandler {
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Soon: a port is full for as long as a few requests take. */
  private static final String RETRY_AFTER_SECONDS = "1";

  private final ApiDefinition api;
  private final List<Gate> gates;
  private final Backends backends;
  private final AccessLog log;
  private final Clock clock;

  /**
   * Puts the parts together.
   *
   * @param gates in the order in which they judge
   */
  Pipeline(ApiDefinition api, List<Gate> gates, Backends backends, AccessLog log, Clock clock) {
    this.api = api;
    this.gates = List.copyOf(gates);
    this.backends = backends;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public HttpResponse answer(HttpRequest inbound) {
    Routes.Match match =
        api.routes()
            .find(inbound.method(), inbound.path())
            .orElseGet(() -> new Routes.Match(nowhere(inbound), Map.of()));
    Exchange exchange = open(inbound, match);
    return finish(exchange, judge(exchange).orElseGet(() -> backends.answer(exchange)));
  }

  @Override
  public HttpResponse refuse(HttpRequest soFar, HttpFault fault) {
    Exchange exchange = open(soFar, new Routes.Match(nowhere(soFar), Map.of()));
    return finish(
        exchange, fault == HttpFault.FAILED ? failed(exchange) : refused(exchange, fault));
  }

  private HttpResponse refused(Exchange exchange, HttpFault fault) {
    // Its fields, CORS among them, are those of every other refusal; its body says more.
    HttpResponse usual =
        api.responses().render(Refusal.of(ResponseType.DEFAULT_4XX, fault.title()), exchange);
    exchange.set("status", Integer.toString(fault.status()));
    HttpResponse answer = EdgeAnswers.of(fault, exchange.ids(), usual.fields());
    return switch (fault) {
      case METHOD ->
          answer.with("Allow", String.join(", ", api.routes().methods(exchange.inbound().path())));
      case BUSY -> answer.with("Retry-After", RETRY_AFTER_SECONDS);
      default -> answer;
    };
  }

  private HttpResponse failed(Exchange exchange) {
    return api.responses()
        .render(Refusal.of(ResponseType.DEFAULT_5XX, "Internal server error"), exchange);
  }

  private Optional<HttpResponse> judge(Exchange exchange) {
    for (Gate gate : gates) {
      Optional<Refusal> refusal = gate.judge(exchange);
      if (refusal.isPresent()) {
        return refusal.map(why -> api.responses().render(why, exchange));
      }
    }
    return Optional.empty();
  }

  private HttpResponse finish(Exchange exchange, HttpResponse answer) {
    exchange.took(Duration.between(exchange.start(), clock.instant()));
    exchange.set("responseLength", Integer.toString(answer.body().length));
    log.write(exchange);
    return answer.with(Ids.HEADER, exchange.ids().requestId());
  }

  private Exchange open(HttpRequest inbound, Routes.Match match) {
    Ids ids = Ids.of(inbound.fields());
    Instant now = clock.instant();
    Exchange exchange = new Exchange(inbound, match.operation(), match.parameters(), ids, now);
    exchange.set(
        Map.of(
            "accountId", api.accountId(),
            "apiId", api.apiId(),
            "stage", api.stage(),
            "protocol", "HTTP/1.1",
            "httpMethod", inbound.method(),
            "path", inbound.path(),
            "requestId", ids.requestId(),
            "extendedRequestId", ids.extendedRequestId(),
            "requestTime", REQUEST_TIME.format(now),
            "requestTimeEpoch", Long.toString(now.toEpochMilli())));
    String host = inbound.header("Host").orElse("");
    exchange.set(
        Map.of(
            "domainName", domainName(host),
            "domainPrefix", domainPrefix(host),
            "identity.sourceIp", inbound.sourceIp()));
    inbound.header("User-Agent").ifPresent(agent -> exchange.set("identity.userAgent", agent));
    if (!match.operation().path().isEmpty()) {
      exchange.set("resourcePath", match.operation().path());
      exchange.set("resourceId", Integer.toHexString(match.operation().path().hashCode()));
    }
    return exchange;
  }

  private static String domainName(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static String domainPrefix(String host) {
    String name = domainName(host);
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static Operation nowhere(HttpRequest inbound) {
    return new Operation(
        inbound.method(),
        "",
        new Operation.Backend.None(),
        Optional.empty(),
        false,
        Operation.Validation.NOTHING);
  }
}
