package dev.rampart.adapter.in.apigateway;

import java.util.Set;
import java.util.function.Supplier;

/**
 * What differs between deployments.
 *
 * @param clientIds the app clients whose tokens are taken
 * @param origins the web pages that may read answers, as browsers spell their origin
 * @param openApi the OpenAPI document, in JSON; asked for when somebody wants to read it
 */
public record ApiSettings(Set<String> clientIds, Set<String> origins, Supplier<String> openApi) {

  public ApiSettings {
    clientIds = Set.copyOf(clientIds);
    origins = Set.copyOf(origins);
  }
}
