package dev.rampart.adapter.in.apigateway.router;

import java.util.Set;

/**
 * Who may call the API.
 *
 * @param clientIds the app clients whose tokens are accepted
 * @param origins the origins of the web pages that may read answers, as browsers spell them
 */
public record AllowedClients(Set<String> clientIds, Set<String> origins) {

  public AllowedClients {
    clientIds = Set.copyOf(clientIds);
    origins = Set.copyOf(origins);
  }
}
