package dev.rampart.local.identity;

import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.Optional;

/** What stands in front of a user pool: its web ACL. Called by many threads at once. */
@FunctionalInterface
public interface PoolFilter {
  /**
   * Returns what is answered instead of the pool's own answer; empty to let a request pass.
   *
   * @param isApi whether it calls the JSON API; else it is for the endpoints and pages of the
   *     domain
   */
  Optional<HttpResponse> refuse(HttpRequest request, boolean isApi);

  /** Returns a filter that lets everything pass. */
  static PoolFilter none() {
    return (_, _) -> Optional.empty();
  }
}
