package dev.rampart.local.client;

import dev.rampart.local.identity.client.SignInClient;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.identity.client.UserCredentials;
import dev.rampart.local.stack.instance.Instance;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Gets access tokens from a running instance, in the way that its clients have to.
 *
 * @param clock the one of the instance: one-time codes depend on it
 */
public record TokenClient(Instance instance, InstantSource clock) {

  /**
   * Signs a user in through the pages.
   *
   * @param scopes what to ask for; empty for all that the client may have
   */
  public String token(Instance.User user, List<String> scopes) throws SignInException {
    UserCredentials person = new UserCredentials(user.name(), user.password(), user.totpSecret());
    SignInClient pages =
        new SignInClient(
            instance.signInUrl(),
            instance.clientId(),
            instance.redirectUri(),
            clock,
            Thread::sleep,
            Optional.empty());
    return pages.tokens(person, scopes).accessToken();
  }
}
