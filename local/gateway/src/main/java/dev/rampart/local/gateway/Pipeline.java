package dev.rampart.local.gateway;

import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.gateway.definition.Routes;
import dev.rampart.local.gateway.gate.RequestGate;
import dev.rampart.local.gateway.integration.Integrations;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.request.RequestIds;
import dev.rampart.local.gateway.response.GatewayRefusal;
import dev.rampart.local.gateway.response.ResponseType;
import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.protocol.http.HttpHandler;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** Leads each request through the gates to its integration, and writes the access log. */
final class Pipeline implements HttpHandler {
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Soon: a port is full for as long as a few requests take. */
  private static final String RETRY_AFTER_SECONDS = "1";

  private final ApiDefinition api;
  private final SequencedMap<String, RequestGate> gates;
  private final Integrations integrations;
  private final AccessLog log;
  private final Consumer<RequestReport> reports;
  private final Clock clock;

  /**
   * Puts the parts together.
   *
   * @param gates by name, in the order in which they judge
   * @param reports who is told of each request
   */
  Pipeline(
      ApiDefinition api,
      SequencedMap<String, RequestGate> gates,
      Integrations integrations,
      AccessLog log,
      Consumer<RequestReport> reports,
      Clock clock) {
    this.api = api;
    this.gates = gates;
    this.integrations = integrations;
    this.log = log;
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Routes.Match match =
        api.routes()
            .find(request.method(), request.path())
            .orElseGet(() -> new Routes.Match(nowhere(request), Map.of()));
    RequestContext context = open(request, match);
    return finish(context, judge(context).orElseGet(() -> integrations.answer(context)));
  }

  @Override
  public HttpResponse refuse(HttpRequest soFar, HttpFault fault) {
    RequestContext context = open(soFar, new Routes.Match(nowhere(soFar), Map.of()));
    return finish(context, fault == HttpFault.FAILED ? failed(context) : refused(context, fault));
  }

  private HttpResponse refused(RequestContext context, HttpFault fault) {
    // Its fields, CORS among them, are those of every other refusal; its body says more.
    HttpResponse usual =
        api.responses().render(GatewayRefusal.of(ResponseType.DEFAULT_4XX, fault.title()), context);
    context.set("status", Integer.toString(fault.status()));
    context.set("error.responseType", EdgeRefusals.typeOnAws(fault).name());
    HttpResponse answer = EdgeRefusals.of(fault, usual);
    return switch (fault) {
      case METHOD ->
          answer.with("Allow", String.join(", ", api.routes().methods(context.request().path())));
      case BUSY -> answer.with("Retry-After", RETRY_AFTER_SECONDS);
      default -> answer;
    };
  }

  private HttpResponse failed(RequestContext context) {
    return api.responses()
        .render(GatewayRefusal.of(ResponseType.DEFAULT_5XX, "Internal server error"), context);
  }

  private Optional<HttpResponse> judge(RequestContext context) {
    for (Map.Entry<String, RequestGate> gate : gates.entrySet()) {
      Optional<GatewayRefusal> refusal = gate.getValue().judge(context);
      if (refusal.isPresent()) {
        return refusal.map(why -> api.responses().render(why, context));
      }
      context.passed(gate.getKey(), gate.getValue().asks(context.operation()));
    }
    return Optional.empty();
  }

  private HttpResponse finish(RequestContext context, HttpResponse answer) {
    context.took(Duration.between(context.start(), clock.instant()));
    context.set("responseLength", Integer.toString(answer.body().length));
    log.write(context);
    reports.accept(RequestReport.of(context, answer));
    return answer.with(RequestIds.HEADER, context.ids().requestId());
  }

  private RequestContext open(HttpRequest request, Routes.Match match) {
    RequestIds ids = RequestIds.of(request.fields());
    Instant now = clock.instant();
    RequestContext context =
        new RequestContext(request, match.operation(), match.parameters(), ids, now);
    context.set(
        Map.of(
            "accountId", api.accountId(),
            "apiId", api.apiId(),
            "stage", api.stage(),
            "protocol", "HTTP/1.1",
            "httpMethod", request.method(),
            "path", request.path(),
            "requestId", ids.requestId(),
            "extendedRequestId", ids.extendedRequestId(),
            "requestTime", REQUEST_TIME.format(now),
            "requestTimeEpoch", Long.toString(now.toEpochMilli())));
    String host = request.header("Host").orElse("");
    context.set(
        Map.of(
            "domainName", domainName(host),
            "domainPrefix", domainPrefix(host),
            "identity.sourceIp", request.sourceIp()));
    request.header("User-Agent").ifPresent(agent -> context.set("identity.userAgent", agent));
    if (!match.operation().path().isEmpty()) {
      context.set("resourcePath", match.operation().path());
      context.set("resourceId", Integer.toHexString(match.operation().path().hashCode()));
    }
    return context;
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

  private static ApiOperation nowhere(HttpRequest request) {
    return new ApiOperation(
        request.method(),
        "",
        new ApiOperation.Integration.None(),
        Optional.empty(),
        false,
        ApiOperation.Validation.NOTHING);
  }
}
