package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.detection.IpAddress;
import dev.rampart.domain.detection.RequestFacts;
import dev.rampart.domain.detection.Signal;
import dev.rampart.domain.detection.SignalId;
import dev.rampart.domain.detection.Source;
import dev.rampart.domain.submission.SubmissionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words the suspicions about one request as signals. */
final class Signals {

  /** As many as fit into one call to the bus. */
  static final int SIGNALS_MAX = 10;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private Signals() {}

  /** Returns a signal for each suspicion, with ids that are the same if the request is retried. */
  static List<Signal> of(Answer answer, ProxyEvent event, String route, int status, Instant now) {
    var signals = new ArrayList<Signal>();
    for (var suspicion : answer.suspicions()) {
      if (signals.size() == SIGNALS_MAX) {
        break;
      }
      var id =
          SignalId.derive(
              "api",
              event.uniqueId(),
              suspicion.point().name(),
              suspicion.evidence().field().orElse(""));
      var gate =
          switch (answer) {
            case Refusal refusal -> refusal.problem().gate().ofSignals();
            case Reply _ -> suspicion.point().gate();
          };
      signals.add(
          new Signal(
              id,
              now,
              gate,
              suspicion.point(),
              source(event),
              facts(event, route, status),
              suspicion.evidence()));
    }
    return signals;
  }

  /** The claims were verified by the authorizer, whatever this function thinks of them. */
  private static Source source(ProxyEvent event) {
    var source =
        IpAddress.parse(event.sourceIp())
            .map(Source.unknown()::withAddress)
            .orElseGet(Source::unknown);
    source = event.subject().map(source::withPrincipal).orElse(source);
    var client = event.claims().text("client_id").filter(id -> NAME.matcher(id).matches());
    source = client.map(source::withClient).orElse(source);
    if (NAME.matcher(event.apiKeyId()).matches()) {
      source = source.withApiKeyId(event.apiKeyId());
    }
    var agent = event.header("user-agent");
    return agent.isEmpty() ? source : source.withUserAgentHash(Hash.of(agent.getFirst()));
  }

  private static RequestFacts facts(ProxyEvent event, String route, int status) {
    var facts =
        RequestFacts.unknown()
            .withRequestId(event.requestId())
            .withMethod(event.method())
            .withRoute(route)
            .withStatus(status);
    var id = event.pathParameters().getOrDefault("id", "");
    if (id.isEmpty()) {
      return facts;
    }
    return facts.withResourceId(
        SubmissionId.parse(id).map(SubmissionId::value).orElse(Hash.of(id)));
  }
}
