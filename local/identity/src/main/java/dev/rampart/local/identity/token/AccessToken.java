package dev.rampart.local.identity.token;

import java.util.Set;

/**
 * A good access token of a user that was shown to the pool itself.
 *
 * @param sub whose it is
 */
public record AccessToken(String sub, String clientId, String originJti, Set<String> scopes) {
  /** The scope that lets a user manage the own account through the API. */
  public static final String OWN_ACCOUNT = "aws.cognito.signin.user.admin";
}
