package dev.rampart.local.identity.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.web.CrossOrigin;
import dev.rampart.local.identity.web.WebRequests;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsCall;
import dev.rampart.local.protocol.AwsCallLog;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.JsonService;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Cognito's JSON API over {@code POST /}. */
public final class CognitoService extends JsonService {
  private static final String PREFIX = "AWSCognitoIdentityProviderService";
  private static final String ACTION_PREFIX = "cognito-idp:";

  /** As Cognito answers; what administers is refused to pages. */
  private static final CrossOrigin CROSS_ORIGIN =
      new CrossOrigin("POST", "*", "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");

  /**
   * What a refusal says at most, in UTF-16 units. It stands in a header field too, and clients take
   * 8 KB of all fields together.
   */
  private static final int MESSAGE_LENGTH_MAX = 1_024;

  private final Map<String, PoolOperation> forAdministrators = new HashMap<>();
  private final Map<String, PoolOperation> forAnybody = new HashMap<>();
  private final LocalUserPool pool;
  private final Predicate<String> administrators;

  /**
   * Puts the operations together.
   *
   * @param administrators says which access key ids may administer
   */
  public CognitoService(LocalUserPool pool, Predicate<String> administrators) {
    super("1.1", "", List.of(PREFIX));
    this.pool = pool;
    this.administrators = administrators;
    OwnOperations own = new OwnOperations(pool);
    Challenges challenges = new Challenges(pool.clock());
    SignInResponses responses = new SignInResponses(pool, challenges);
    AuthOperations beginnings = new AuthOperations(pool, challenges, responses);
    ChallengeOperations steps = new ChallengeOperations(pool, challenges, responses);
    Stream.of(
            new PoolOperations(pool).operations(),
            new UserOperations(pool).operations(),
            new GroupOperations(pool).operations(),
            beginnings.administration(),
            steps.administration())
        .forEach(forAdministrators::putAll);
    Stream.of(
            own.operations(),
            beginnings.operations(),
            steps.operations(),
            new AttributeOperations(pool, own).operations(),
            new PasswordOperations(pool).operations(),
            new TokenSetUpOperations(pool, challenges, own).operations())
        .forEach(forAnybody::putAll);
  }

  /** Returns whether a request calls the API, or is a browser's question whether a page may. */
  public boolean takes(HttpRequest request) {
    boolean calls =
        request.method().equals("POST")
            && WebRequests.header(request, "X-Amz-Target")
                .filter(target -> target.startsWith(PREFIX + "."))
                .isPresent();
    return request.path().equals("/") && (calls || isPreflight(request));
  }

  /** Returns whether a request calls an operation that needs AWS credentials. */
  public boolean administers(HttpRequest request) {
    return WebRequests.header(request, "X-Amz-Target")
        .map(target -> target.substring(target.indexOf('.') + 1))
        .filter(forAdministrators::containsKey)
        .isPresent();
  }

  /** Answers a request that {@link #takes} took. */
  public HttpResponse reply(HttpRequest request) throws InterruptedException {
    return isPreflight(request)
        ? CROSS_ORIGIN.preflight()
        : CROSS_ORIGIN
            .allow(AwsCallLog.logged(this, request, () -> answer(request)))
            .with("Cache-Control", "no-store")
            .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }

  private static boolean isPreflight(HttpRequest request) {
    return request.method().equals("OPTIONS");
  }

  /**
   * Returns a refusal with no more of the client's own text than its beginning, repeated in header
   * fields, where older clients in browsers look for it.
   */
  @Override
  public HttpResponse refusal(AwsError error) {
    String message = beginning(Objects.toString(error.getMessage(), ""));
    return super.refusal(new AwsError(error.status(), error.code(), message))
        .with("x-amzn-ErrorType", error.code() + ":")
        .with("x-amzn-ErrorMessage", printable(message));
  }

  private static String beginning(String message) {
    if (message.length() <= MESSAGE_LENGTH_MAX) {
      return message;
    }
    // A character of two units may have been cut in half; what is left of it becomes a "?".
    byte[] bytes = message.substring(0, MESSAGE_LENGTH_MAX).getBytes(UTF_8);
    return new String(bytes, UTF_8) + "...";
  }

  /** A message may name what a client sent, which must not begin a header field of its own. */
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.chars().forEach(c -> printable.append(c >= ' ' && c <= '~' ? (char) c : '?'));
    return printable.toString();
  }

  /** Administration is authorised on the pool; users show passwords, codes or tokens instead. */
  @Override
  protected List<AwsAction> actions(AwsCall call) {
    String operation = call.operation();
    if (!forAdministrators.containsKey(operation)) {
      return List.of();
    }
    String resource =
        operation.equals("ListUserPools") ? AwsAction.ANY : pool.settings().pool().arn();
    return List.of(new AwsAction(ACTION_PREFIX + operation, resource));
  }

  @Override
  protected JsonNode call(AwsCall call) {
    Input input = new Input(call.input(), call.request().sourceIp());
    PoolOperation open = forAnybody.get(call.operation());
    if (open != null) {
      return open.carryOut(input);
    }
    PoolOperation guarded = forAdministrators.get(call.operation());
    if (guarded == null) {
      throw new AwsError(
          "UnknownOperationException",
          "The local pool does not offer %s; docs/local-fidelity.md has the list."
              .formatted(call.operation()));
    }
    requireAdministrator(call);
    return guarded.carryOut(input);
  }

  private void requireAdministrator(AwsCall call) {
    String action = ACTION_PREFIX + call.operation();
    if (call.request().header("Origin").isPresent()) {
      throw new AwsError(
          "AccessDeniedException",
          "A web page may sign people in, but not call " + action + ". Call it from a program.");
    }
    String accessKeyId =
        call.accessKeyId()
            .filter(id -> !id.isEmpty())
            .orElseThrow(
                () ->
                    new AwsError(
                        "MissingAuthenticationTokenException", "Missing Authentication Token"));
    if (!administrators.test(accessKeyId)) {
      throw new AwsError("AccessDeniedException", "The access key may not call " + action);
    }
  }
}
