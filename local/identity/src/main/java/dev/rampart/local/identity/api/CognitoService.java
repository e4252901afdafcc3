package dev.rampart.local.identity.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.web.CrossOrigin;
import dev.rampart.local.identity.web.WebReply;
import dev.rampart.local.identity.web.WebRequest;
import dev.rampart.local.protocol.AwsCall;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.AwsReply;
import dev.rampart.local.protocol.AwsRequest;
import dev.rampart.local.protocol.JsonService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/** Cognito's JSON API over {@code POST /}. */
public final class CognitoService extends JsonService {
  private static final String PREFIX = "AWSCognitoIdentityProviderService";

  /** As Cognito answers; what administers is refused to pages in {@link #call}. */
  private static final CrossOrigin CROSS_ORIGIN =
      new CrossOrigin("POST", "*", "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");

  /**
   * What a refusal says at most, in UTF-16 units. It stands in a header field too, and clients take
   * 8 KB of all fields together.
   */
  private static final int MESSAGE_LENGTH_MAX = 1_024;

  /** Not a header field of HTTP, since those have no colon: where the request came from. */
  private static final String SOURCE = ":source";

  private final Map<String, ApiOperation> forAdministrators = new HashMap<>();
  private final Map<String, ApiOperation> forAnybody = new HashMap<>();
  private final Predicate<String> administrators;

  /**
   * Puts the operations together.
   *
   * @param administrators says which access key ids may administer
   */
  public CognitoService(LocalUserPool pool, Predicate<String> administrators) {
    super("1.1", "", List.of(PREFIX));
    this.administrators = administrators;
    forAdministrators.putAll(new PoolOperations(pool).operations());
    forAdministrators.putAll(new UserOperations(pool).operations());
    forAdministrators.putAll(new GroupOperations(pool).operations());
    OwnOperations own = new OwnOperations(pool);
    Challenges challenges = new Challenges(pool.clock());
    SignInResponses answers = new SignInResponses(pool, challenges);
    forAnybody.putAll(own.operations());
    AuthOperations beginnings = new AuthOperations(pool, challenges, answers);
    forAnybody.putAll(beginnings.operations());
    forAdministrators.putAll(beginnings.administration());
    ChallengeOperations steps = new ChallengeOperations(pool, challenges, answers);
    forAnybody.putAll(steps.operations());
    forAdministrators.putAll(steps.administration());
    forAnybody.putAll(new AttributeOperations(pool, own).operations());
    forAnybody.putAll(new PasswordOperations(pool).operations());
    forAnybody.putAll(new TokenSetUpOperations(pool, challenges, own).operations());
  }

  /** Says whether a request calls the API, or is a browser's question whether a page may. */
  public boolean takes(WebRequest request) {
    boolean calls =
        request.method().equals("POST")
            && request.header("x-amz-target").filter(t -> t.startsWith(PREFIX + ".")).isPresent();
    return request.path().equals("/") && (calls || isPreflight(request));
  }

  /** Answers a request that {@link #takes} took. */
  public WebReply reply(WebRequest request) {
    return isPreflight(request)
        ? CROSS_ORIGIN.preflight()
        : CROSS_ORIGIN
            .allow(called(request))
            .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }

  private static boolean isPreflight(WebRequest request) {
    return request.method().equals("OPTIONS");
  }

  private WebReply called(WebRequest request) {
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
    headers.put(SOURCE, request.sourceIp());
    AwsRequest call =
        new AwsRequest(request.method(), request.path(), Map.copyOf(headers), request.body());
    AwsReply reply = answer(call);
    WebReply answer =
        new WebReply(
            reply.status(),
            Map.of("Content-Type", reply.contentType(), "Cache-Control", "no-store"),
            reply.body());
    return reply.status() == 200 ? answer : ErrorHeaders.on(answer);
  }

  @Override
  protected JsonNode call(AwsCall call) {
    try {
      return carryOut(call);
    } catch (AwsError e) {
      throw brief(e);
    }
  }

  /** Returns a refusal with no more of the client's own text than its beginning. */
  private static AwsError brief(AwsError refusal) {
    String message = Objects.toString(refusal.getMessage(), "");
    if (message.length() <= MESSAGE_LENGTH_MAX) {
      return refusal;
    }
    // A character of two units may have been cut in half; what is left of it becomes a "?".
    byte[] beginning = message.substring(0, MESSAGE_LENGTH_MAX).getBytes(UTF_8);
    return new AwsError(refusal.status(), refusal.code(), new String(beginning, UTF_8) + "...");
  }

  private JsonNode carryOut(AwsCall call) {
    Input input = new Input(call.input(), call.request().header(SOURCE).orElse(""));
    ApiOperation open = forAnybody.get(call.operation());
    if (open != null) {
      return open.carryOut(input);
    }
    ApiOperation guarded = forAdministrators.get(call.operation());
    if (guarded == null) {
      throw new AwsError(
          "UnknownOperationException",
          "The local pool does not offer "
              + call.operation()
              + "; docs/local-fidelity.md has the list.");
    }
    if (call.request().header("origin").isPresent()) {
      throw new AwsError(
          "AccessDeniedException",
          "A web page may sign people in, but not call cognito-idp:"
              + call.operation()
              + ". Call it from a program.");
    }
    if (call.accessKeyId().isEmpty()) {
      throw new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    if (!administrators.test(call.accessKeyId())) {
      throw new AwsError(
          "AccessDeniedException", "The access key may not call cognito-idp:" + call.operation());
    }
    return guarded.carryOut(input);
  }
}
