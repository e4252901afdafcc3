package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.port.out.OperatorAddresses;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.InstantSource;

/**
 * Notes the address of each request that was answered well: whoever sent it is an operator, whom no
 * automatic block may lock out. The answer does not depend on it.
 */
record OperatorSightings(EndpointHandler handler, OperatorAddresses operators, InstantSource clock)
    implements EndpointHandler {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    Answer answer = handler.answer(event, caller);
    if (answer instanceof Reply) {
      IpAddress.parse(event.sourceIp()).ifPresent(this::note);
    }
    return answer;
  }

  private void note(IpAddress address) {
    try {
      operators.seen(address, clock.instant());
    } catch (PortUnavailable _) {
      // The next request notes it.
    }
  }
}
