package dev.rampart.local.identity.token;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Set;

/**
 * One sign-in of one user with one client.
 *
 * @param originJti stands in every token of the sign-in
 * @param scopes what was granted at the start
 * @param authenticated when the user signed in
 * @param expires when the refresh tokens stop working
 */
public record Session(
    String originJti,
    String clientId,
    String sub,
    Set<String> scopes,
    Instant authenticated,
    Instant expires,
    boolean revoked) {

  public Session {
    scopes = Set.copyOf(scopes);
  }

  @JsonIgnore
  boolean isOpenAt(Instant moment) {
    return !revoked && moment.isBefore(expires);
  }

  Session asRevoked() {
    return new Session(originJti, clientId, sub, scopes, authenticated, expires, true);
  }
}
