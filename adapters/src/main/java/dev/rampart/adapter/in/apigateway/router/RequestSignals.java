package dev.rampart.adapter.in.apigateway.router;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.http.Suspicion;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.Sha256;
import dev.rampart.domain.common.UuidV8;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes signals of the suspicions about one request. */
final class RequestSignals {

  /** As many as one call to the bus takes. */
  private static final int SIGNALS_MAX = 10;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private RequestSignals() {}

  /** Returns a signal for each suspicion, with ids that are the same if the request is retried. */
  static List<Signal> of(Answer answer, ProxyEvent event, String route, int status, Instant now) {
    Source source = source(event);
    RequestFacts facts = facts(event, route, status);
    return answer.suspicions().stream()
        .limit(SIGNALS_MAX)
        .map(
            suspicion ->
                new Signal(
                    id(event, suspicion),
                    now,
                    gate(answer, suspicion),
                    suspicion.point(),
                    source,
                    facts,
                    suspicion.evidence()))
        .toList();
  }

  private static SignalId id(ProxyEvent event, Suspicion suspicion) {
    return SignalId.derive(
        "api", event.uniqueId(), suspicion.point().name(), suspicion.evidence().field().orElse(""));
  }

  private static Gate gate(Answer answer, Suspicion suspicion) {
    return switch (answer) {
      case Refusal refusal -> refusal.problem().gate();
      case Reply _ -> suspicion.point().gate();
    };
  }

  /**
   * Returns who sent a request, without the user agent. The authorizer verified the claims,
   * whatever this function thinks of them.
   */
  static Source caller(ProxyEvent event) {
    Source source =
        IpAddress.parse(event.sourceIp())
            .map(Source.unknown()::withAddress)
            .orElseGet(Source::unknown);
    source = event.subject().map(source::withPrincipal).orElse(source);
    Optional<String> client =
        event.claims().text("client_id").filter(id -> NAME.matcher(id).matches());
    source = client.map(source::withClient).orElse(source);
    return NAME.matcher(event.apiKeyId()).matches()
        ? source.withApiKeyId(event.apiKeyId())
        : source;
  }

  private static Source source(ProxyEvent event) {
    Source source = caller(event);
    List<String> agent = event.header("user-agent");
    return agent.isEmpty() ? source : source.withUserAgentHash(Sha256.shortHex(agent.getFirst()));
  }

  private static RequestFacts facts(ProxyEvent event, String route, int status) {
    RequestFacts facts =
        RequestFacts.unknown()
            .withRequestId(event.requestId())
            .withMethod(event.method())
            .withRoute(route)
            .withStatus(status);
    String id = event.pathParameters().getOrDefault("id", "");
    if (id.isEmpty()) {
      return facts;
    }
    // What has not the form of our ids may be any text of the client.
    return facts.withResourceId(UuidV8.isValid(id) ? id : Sha256.shortHex(id));
  }
}
