package dev.rampart.local.attack;

import dev.rampart.local.identity.client.SignInException;
import java.io.IOException;

/** Signs users of the instance in. */
@FunctionalInterface
public interface UserTokens {

  /** Returns an access token with all that the user may have. */
  String of(String user) throws IOException, SignInException, InterruptedException;
}
