package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.directory.PasswordCheck;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.token.AccessToken;
import dev.rampart.local.identity.token.AccessTokenVerifier;
import dev.rampart.local.identity.token.Session;
import dev.rampart.local.protocol.AwsError;
import java.util.Map;

/** What users do with their own account, by showing an access token. */
record OwnOperations(LocalUserPool pool) {
  Map<String, PoolOperation> operations() {
    return Map.of(
        "GetUser", this::get,
        "GlobalSignOut", this::signOut,
        "RevokeToken", this::revoke,
        "ChangePassword", this::changePassword);
  }

  private JsonNode get(Input input) {
    User user = user(input);
    return Output.withMfa(
        Output.object()
            .put("Username", user.name())
            .set("UserAttributes", Output.attributes(user, _ -> true)),
        user);
  }

  private JsonNode signOut(Input input) {
    pool.sessions().revokeAll(user(input).sub());
    return Output.object();
  }

  private JsonNode revoke(Input input) {
    ClientSettings client = Checks.client(pool, input.text("ClientId"));
    Checks.secret(client, input.optionalText("ClientSecret"));
    if (!client.revocation()) {
      throw new AwsError("UnsupportedOperationException", "The client does not allow revocation.");
    }
    String token = input.text("Token");
    if (token.split("\\.", -1).length == 3) {
      throw new AwsError("UnsupportedTokenTypeException", "Only a refresh token can be revoked.");
    }
    pool.sessions()
        .sessionOf(token, client.id())
        .map(Session::originJti)
        .ifPresent(pool.sessions()::revoke);
    return Output.object();
  }

  private JsonNode changePassword(Input input) {
    User user = user(input);
    String proposed = input.text("ProposedPassword");
    pool.directory().checkPassword(proposed);
    return switch (pool.credentials().password(user.name(), input.text("PreviousPassword"))) {
      case PasswordCheck.Right _ -> {
        pool.directory().choosePassword(user, proposed);
        yield Output.object();
      }
      case PasswordCheck.LockedOut _ -> throw Checks.tooManyAttempts();
      case PasswordCheck.Wrong _,
          PasswordCheck.Unknown _,
          PasswordCheck.Disabled _,
          PasswordCheck.Expired _ ->
          throw Checks.notAuthorized("Incorrect username or password.");
    };
  }

  /** Returns whose access token is shown, or refuses. */
  User user(Input input) {
    AccessToken token = token(input.text("AccessToken"));
    if (!token.scopes().contains(AccessToken.OWN_ACCOUNT)) {
      throw Checks.notAuthorized("Access Token does not have required scopes");
    }
    return pool.directory()
        .bySub(token.sub())
        .filter(User::enabled)
        .orElseThrow(() -> Checks.notAuthorized("Access Token has been revoked"));
  }

  private AccessToken token(String text) {
    return switch (pool.accessTokens().read(text)) {
      case AccessTokenVerifier.Result.Good good -> good.token();
      case AccessTokenVerifier.Result.Expired _ ->
          throw Checks.notAuthorized("Access Token has expired");
      case AccessTokenVerifier.Result.Revoked _ ->
          throw Checks.notAuthorized("Access Token has been revoked");
      case AccessTokenVerifier.Result.Invalid _ ->
          throw Checks.notAuthorized("Invalid Access Token");
    };
  }
}
