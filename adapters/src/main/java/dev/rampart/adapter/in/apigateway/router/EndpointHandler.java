package dev.rampart.adapter.in.apigateway.router;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;

/** Answers the requests to one endpoint. */
@FunctionalInterface
public interface EndpointHandler {

  /**
   * Returns the answer to a request that passed the checks which all endpoints share.
   *
   * @throws dev.rampart.adapter.in.apigateway.http.RefusedRequest if the request cannot be read
   * @throws dev.rampart.domain.port.out.PortUnavailable if a dependency does not answer
   */
  Answer answer(ProxyEvent event, Caller caller);
}
