package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.CursorCodec;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.adapter.in.apigateway.router.PageRequest;
import dev.rampart.domain.detection.finding.FindingFilter;
import dev.rampart.domain.detection.finding.FindingPage;
import dev.rampart.domain.detection.finding.FindingPosition;
import dev.rampart.domain.port.in.ListFindings;

/** GET /v1/threats. */
record ThreatsHandler(ListFindings useCase, CursorCodec<FindingPosition> cursors)
    implements EndpointHandler {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    FindingFilter filter = ThreatQuery.filter(new Query(event));
    String list = ThreatQuery.list(filter);
    PageRequest<FindingPosition> page = PageRequest.read(event, list, caller, cursors);
    FindingPage found = useCase.list(new ListFindings.Command(filter, page.after(), page.size()));
    return ThreatJson.page(found, found.next().map(next -> cursors.write(next, list, caller)));
  }
}
