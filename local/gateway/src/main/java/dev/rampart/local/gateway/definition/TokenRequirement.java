package dev.rampart.local.gateway.definition;

import java.util.Set;

/**
 * What an operation with a Cognito authorizer asks of an access token.
 *
 * @param userPools the ids of the pools that may have issued it
 * @param scopes any one of which it must hold
 */
public record TokenRequirement(Set<String> userPools, Set<String> scopes) {
  public TokenRequirement {
    userPools = Set.copyOf(userPools);
    scopes = Set.copyOf(scopes);
  }

  /** Returns whether an issuer, whose URL ends with the id of its pool, is one of the pools. */
  public boolean trusts(String issuer) {
    return userPools.contains(issuer.substring(issuer.lastIndexOf('/') + 1));
  }
}
