package dev.rampart.local.gateway;

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
final class Pipeline {
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

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

  /** Answers a request that is well-formed as HTTP. */
  Outbound answer(Inbound inbound) {
    Routes.Match match =
        api.routes()
            .find(inbound.method(), inbound.path())
            .orElseGet(() -> new Routes.Match(nowhere(inbound), Map.of()));
    Exchange exchange = open(inbound, match);
    return finish(exchange, judge(exchange).orElseGet(() -> backends.answer(exchange)));
  }

  /** Answers what is not well-formed, as far as it was understood. */
  Outbound refuse(Inbound soFar, EdgeFault fault) {
    Exchange exchange = open(soFar, new Routes.Match(nowhere(soFar), Map.of()));
    // Its fields, CORS among them, are those of every other refusal; its body says more.
    Outbound usual =
        api.responses().render(Refusal.of(ResponseType.DEFAULT_4XX, fault.title()), exchange);
    exchange.set("status", Integer.toString(fault.status()));
    return finish(exchange, EdgeAnswers.of(fault, exchange.ids(), usual.fields()));
  }

  /** Answers where the gateway itself went wrong. */
  Outbound fail(Inbound inbound) {
    Exchange exchange = open(inbound, new Routes.Match(nowhere(inbound), Map.of()));
    Refusal refusal = Refusal.of(ResponseType.DEFAULT_5XX, "Internal server error");
    return finish(exchange, api.responses().render(refusal, exchange));
  }

  private Optional<Outbound> judge(Exchange exchange) {
    for (Gate gate : gates) {
      Optional<Refusal> refusal = gate.judge(exchange);
      if (refusal.isPresent()) {
        return refusal.map(why -> api.responses().render(why, exchange));
      }
    }
    return Optional.empty();
  }

  private Outbound finish(Exchange exchange, Outbound answer) {
    exchange.took(Duration.between(exchange.start(), clock.instant()));
    exchange.set("responseLength", Integer.toString(answer.body().length));
    log.write(exchange);
    return answer.with(Ids.HEADER, exchange.ids().requestId());
  }

  private Exchange open(Inbound inbound, Routes.Match match) {
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
            "domainName", host.replaceFirst(":[0-9]+$", ""),
            "domainPrefix", host.replaceFirst("[.:].*", ""),
            "identity.sourceIp", inbound.sourceIp()));
    inbound.header("User-Agent").ifPresent(agent -> exchange.set("identity.userAgent", agent));
    if (!match.operation().path().isEmpty()) {
      exchange.set("resourcePath", match.operation().path());
      exchange.set("resourceId", Integer.toHexString(match.operation().path().hashCode()));
    }
    return exchange;
  }

  private static Operation nowhere(Inbound inbound) {
    return new Operation(
        inbound.method(),
        "",
        new Operation.Backend.None(),
        Optional.empty(),
        false,
        Operation.Validation.NOTHING);
  }
}
