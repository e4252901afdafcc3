package dev.rampart.local.attack;

import dev.rampart.local.identity.client.SignInClient;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.identity.client.UserCredentials;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What attackers do at the pages where users sign in. */
final class SignInMoves {
  private static final String REFUSED = "sign-in";

  private SignInMoves() {}

  /** Tries one password after another for one account, which nobody has. */
  static Move guess(SignInClient client) {
    return tryAll(client, _ -> "administrator");
  }

  /** Tries an account after another, as who has bought a list of them. */
  static Move stuff(SignInClient client) {
    return tryAll(client, turn -> "customer" + turn);
  }

  private static Move tryAll(SignInClient client, IntFunction<String> name) {
    return turn -> {
      UserCredentials tried =
          new UserCredentials(name.apply(turn), "Summer-" + turn + "!aA", Optional.empty());
      try {
        var _ = client.tokens(tried, List.of());
        return "";
      } catch (SignInException _) {
        return REFUSED;
      }
    };
  }
}
