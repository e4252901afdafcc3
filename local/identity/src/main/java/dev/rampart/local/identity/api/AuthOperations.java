package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.identity.crypto.Srp;
import dev.rampart.local.identity.crypto.SrpVerifier;
import dev.rampart.local.identity.directory.Directory;
import dev.rampart.local.identity.directory.PasswordCheck;
import dev.rampart.local.identity.directory.SignInLog;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.ClientSettings.SignInFlow;
import dev.rampart.local.identity.token.Session;
import dev.rampart.local.identity.token.Sessions.Presented;
import dev.rampart.local.identity.token.TokenIssuer.TokenRequest;
import dev.rampart.local.identity.token.TriggerSource;
import dev.rampart.local.protocol.AwsError;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The beginnings of sign-ins through the API: remote password, password, and refresh. */
record AuthOperations(LocalUserPool pool, Challenges challenges, SignInResponses responses) {
  private static final int SECRET_BLOCK_BYTES = 64;

  /** As many hexadecimal digits as a number of the group can have. */
  private static final String GROUP_NUMBER = "[0-9a-fA-F]{1,768}";

  Map<String, PoolOperation> operations() {
    return Map.of(
        "InitiateAuth", this::initiate, "GetTokensFromRefreshToken", this::refreshRotating);
  }

  Map<String, PoolOperation> administration() {
    return Map.of("AdminInitiateAuth", this::initiateAsAdministrator);
  }

  private JsonNode initiateAsAdministrator(Input input) {
    Checks.pool(pool, input);
    return switch (input.text("AuthFlow")) {
      case "ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH" -> password(input);
      case String _ -> initiate(input);
    };
  }

  private JsonNode password(Input input) {
    ClientSettings client =
        allowed(Checks.client(pool, input.text("ClientId")), SignInFlow.ADMIN_USER_PASSWORD);
    Map<String, String> parameters = input.texts("AuthParameters");
    String name = name(client, parameters, input);
    PasswordCheck check = pool.credentials().password(name, required(parameters, "PASSWORD"));
    pool.log().passwordChecked(new SignInLog.Attempt(name, client.id(), input.sourceIp()), check);
    return responses.next(
        client, Checks.passed(check), false, TriggerSource.AUTHENTICATION, input.sourceIp());
  }

  private JsonNode initiate(Input input) {
    ClientSettings client = Checks.client(pool, input.text("ClientId"));
    Map<String, String> parameters = input.texts("AuthParameters");
    return switch (input.text("AuthFlow")) {
      case "USER_SRP_AUTH" ->
          remotePassword(allowed(client, SignInFlow.USER_SRP), parameters, input);
      case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" ->
          refresh(allowed(client, SignInFlow.REFRESH_TOKEN), parameters);
      case String other -> throw Input.invalid(other + " flow not enabled for this client");
    };
  }

  private JsonNode remotePassword(
      ClientSettings client, Map<String, String> parameters, Input input) {
    String name = name(client, parameters, input);
    // Made of what was sent alone: the spelling that is kept would tell that the user exists.
    String srpName = pool.directory().key(name);
    SrpVerifier kept = pool.directory().srpVerifier(name);
    Srp.Exchange exchange = begin(required(parameters, "SRP_A"), kept);
    String secretBlock = Base64.getEncoder().encodeToString(RandomText.bytes(SECRET_BLOCK_BYTES));
    challenges.open(
        secretBlock,
        client,
        name,
        new Challenge.Stage.PasswordVerifier(
            srpName, Base64.getDecoder().decode(secretBlock), exchange),
        TriggerSource.AUTHENTICATION);
    ObjectNode answer = Output.object().put("ChallengeName", "PASSWORD_VERIFIER");
    answer
        .putObject("ChallengeParameters")
        .put("SALT", kept.salt().toString(16))
        .put("SECRET_BLOCK", secretBlock)
        .put("SRP_B", exchange.serverPublic().toString(16))
        .put("USERNAME", srpName)
        .put("USER_ID_FOR_SRP", srpName);
    return answer;
  }

  /** Returns who wants to sign in, or refuses; a client may ask not to be told who exists. */
  private String name(ClientSettings client, Map<String, String> parameters, Input input) {
    String name = required(parameters, "USERNAME");
    if (!Directory.canBeName(name)) {
      throw Input.invalid("USERNAME is longer than a user name can be.");
    }
    Checks.secretHash(client, parameters, name);
    if (!client.hidesUnknownUsers() && pool.directory().find(name).isEmpty()) {
      pool.log()
          .passwordChecked(
              new SignInLog.Attempt(name, client.id(), input.sourceIp()),
              new PasswordCheck.Unknown());
      throw Checks.noSuchUser();
    }
    return name;
  }

  private static Srp.Exchange begin(String clientPublic, SrpVerifier kept) {
    if (!clientPublic.matches(GROUP_NUMBER)) {
      throw Input.invalid("SRP_A is not a hexadecimal number of the group.");
    }
    try {
      return Srp.Exchange.begin(new BigInteger(clientPublic, 16), kept);
    } catch (IllegalArgumentException _) {
      throw Input.invalid("SRP_A is zero in the group.");
    }
  }

  private JsonNode refresh(ClientSettings client, Map<String, String> parameters) {
    String token = required(parameters, "REFRESH_TOKEN");
    Session session = session(client, token);
    User user = active(session);
    Checks.secretHash(client, parameters, user.name());
    return responses.tokens(
        new TokenRequest(user, client, session, TriggerSource.REFRESH), Optional.empty());
  }

  private JsonNode refreshRotating(Input input) {
    ClientSettings client = Checks.client(pool, input.text("ClientId"));
    Checks.secret(client, input.optionalText("ClientSecret"));
    String old = input.text("RefreshToken");
    if (!client.rotates()) {
      throw Input.invalid("Refresh token rotation is not enabled for this client");
    }
    Session session = session(client, old);
    ObjectNode answer =
        responses.tokens(
            new TokenRequest(active(session), client, session, TriggerSource.REFRESH),
            Optional.empty());
    String fresh =
        client
            .rotationGrace()
            .flatMap(grace -> pool.sessions().rotate(old, client.id(), grace))
            .orElseThrow(() -> Checks.notAuthorized("Invalid Refresh Token"));
    answer.withObject("/AuthenticationResult").put("RefreshToken", fresh);
    answer.remove("ChallengeParameters");
    return answer;
  }

  private Session session(ClientSettings client, String token) {
    return switch (pool.sessions().present(token, client.id())) {
      case Presented.Good good -> good.session();
      case Presented.Reused _ ->
          throw new AwsError("RefreshTokenReuseException", "Refresh token has been used before");
      case Presented.Unknown _ -> throw Checks.notAuthorized("Invalid Refresh Token");
    };
  }

  private User active(Session session) {
    User user =
        pool.directory()
            .bySub(session.sub())
            .orElseThrow(() -> Checks.notAuthorized("Invalid Refresh Token"));
    if (!user.enabled()) {
      throw Checks.notAuthorized("User is disabled.");
    }
    return user;
  }

  private static ClientSettings allowed(ClientSettings client, SignInFlow flow) {
    if (!client.flows().contains(flow)) {
      throw Input.invalid(flow + "_AUTH flow not enabled for this client");
    }
    return client;
  }

  static String required(Map<String, String> parameters, String name) {
    return Optional.ofNullable(parameters.get(name))
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> Input.invalid("Missing required parameter " + name));
  }
}
