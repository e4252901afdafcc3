package dev.rampart.local.host.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.host.FunctionSettings;
import dev.rampart.local.host.async.AsyncInvoker;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.ClientJson;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * {@code aws lambda invoke --endpoint-url}: the operation {@code Invoke} with its three types, the
 * errors of its page in the API reference, and no other operation. A log of the invocation ({@code
 * LogType Tail}) is not returned.
 */
public final class LambdaService implements AwsService {
  /** The same for a request and an answer ("Lambda quotas"). */
  static final int PAYLOAD_BYTES_MAX = 6 * 1024 * 1024;

  /** For an event that nobody waits for. */
  static final int EVENT_BYTES_MAX = 1024 * 1024;

  /** Invocations that a caller waits for, of all functions together. */
  static final int AT_ONCE_MAX = 8;

  private static final Pattern QUALIFIER = Pattern.compile("[A-Za-z0-9_$-]{1,128}");

  private static final String API = "/2015-03-31/";
  private static final String FUNCTIONS = API + "functions/";
  private static final String INVOCATIONS = "/invocations";

  /** The parts of an ARN, and of one that begins with the account, before a version or an alias. */
  private static final int ARN_PARTS = 7;

  private static final int PARTIAL_PARTS = 3;

  private static final JsonMapper JSON = ClientJson.STRICT;

  private final List<FunctionSettings> functions;
  private final FunctionInvoker invoker;
  private final AsyncInvoker events;
  private final Semaphore underWay = new Semaphore(AT_ONCE_MAX);

  /** Serves the functions of a stack. */
  public LambdaService(
      List<FunctionSettings> functions, FunctionInvoker invoker, AsyncInvoker events) {
    this.functions = List.copyOf(functions);
    this.invoker = invoker;
    this.events = events;
  }

  @Override
  public boolean serves(HttpRequest request) {
    return request.path().startsWith(API);
  }

  @Override
  public List<AwsAction> actions(HttpRequest request) {
    return named(request).flatMap(this::known).stream()
        .map(target -> new AwsAction("lambda:InvokeFunction", target.arn()))
        .toList();
  }

  @Override
  public int answerBytesMax(HttpRequest request) {
    return PAYLOAD_BYTES_MAX;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    try {
      return invoke(request);
    } catch (AwsError e) {
      return refusal(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return HttpResponse.json(
              500, JsonNodeFactory.instance.objectNode().put("message", "The run ends."))
          .with("x-amzn-ErrorType", "ServiceException");
    }
  }

  @Override
  public HttpResponse refusal(AwsError error) {
    String type = error.status() < 500 ? "User" : "Service";
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("Type", type);
    document.put("Message", error.getMessage()).put("message", error.getMessage());
    if (error.status() == 429) {
      document.put("Reason", "ReservedFunctionConcurrentInvocationLimitExceeded");
    }
    return HttpResponse.json(error.status(), document).with("x-amzn-ErrorType", error.code());
  }

  private HttpResponse invoke(HttpRequest request) throws InterruptedException {
    String name = named(request).orElseThrow(LambdaService::unknownOperation);
    Target target =
        known(name)
            .orElseThrow(
                () ->
                    new AwsError(404, "ResourceNotFoundException", "Function not found: " + name));
    byte[] payload = payload(request);
    String type = request.header("X-Amz-Invocation-Type").orElse("RequestResponse");
    return switch (type) {
      case "RequestResponse" -> answered(target, payload);
      case "Event" -> taken(target, payload);
      case "DryRun" -> HttpResponse.of(204, "application/json", new byte[0]);
      default ->
          throw new AwsError(
              "InvalidParameterValueException",
              "Value '"
                  + shown(type)
                  + "' at 'invocationType' failed to satisfy constraint:"
                  + " Member must satisfy enum value set: [Event, RequestResponse, DryRun]");
    };
  }

  private static Optional<String> named(HttpRequest request) {
    String path = request.path();
    if (!request.method().equals("POST")
        || !path.startsWith(FUNCTIONS)
        || !path.endsWith(INVOCATIONS)
        || path.length() < FUNCTIONS.length() + INVOCATIONS.length()) {
      return Optional.empty();
    }
    String name = path.substring(FUNCTIONS.length(), path.length() - INVOCATIONS.length());
    return name.contains("/")
        ? Optional.empty()
        : Optional.of(URLDecoder.decode(name, StandardCharsets.UTF_8) + qualifier(request));
  }

  /** Returns the version or alias of the query with a colon before it; empty if there is none. */
  private static String qualifier(HttpRequest request) {
    for (String pair : request.query().split("&", -1)) {
      if (pair.startsWith("Qualifier=")) {
        return ":" + URLDecoder.decode(pair.substring(10), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  /**
   * A function that is invoked.
   *
   * @param qualifier the version or alias, which is the one code that there is; empty for none
   */
  private record Target(FunctionSettings function, Optional<String> qualifier) {
    String arn() {
      return function.arn() + qualifier.map(each -> ":" + each).orElse("");
    }
  }

  /** Reads a name, an ARN, or an ARN from the account on, each perhaps with a qualifier. */
  private Optional<Target> known(String name) {
    List<String> parts = List.of(name.split(":", -1));
    int named =
        parts.size() >= ARN_PARTS ? ARN_PARTS : parts.size() >= PARTIAL_PARTS ? PARTIAL_PARTS : 1;
    Optional<String> qualifier =
        parts.size() > named ? Optional.of(parts.get(named)) : Optional.empty();
    if (parts.size() > named + 1
        || qualifier.filter(each -> !QUALIFIER.matcher(each).matches()).isPresent()) {
      return Optional.empty();
    }
    String function = String.join(":", parts.subList(0, named));
    return functions.stream()
        .filter(
            each ->
                switch (named) {
                  case ARN_PARTS -> each.arn().equals(function);
                  case PARTIAL_PARTS -> each.arn().endsWith(":" + function);
                  default -> each.name().equals(function);
                })
        .findFirst()
        .map(each -> new Target(each, qualifier));
  }

  private static byte[] payload(HttpRequest request) {
    byte[] body = request.body();
    if (body.length == 0) {
      return "{}".getBytes(StandardCharsets.UTF_8);
    }
    boolean isEvent = request.header("X-Amz-Invocation-Type").orElse("").equals("Event");
    int max = isEvent ? EVENT_BYTES_MAX : PAYLOAD_BYTES_MAX;
    if (body.length > max) {
      throw new AwsError(
          413,
          "RequestTooLargeException",
          body.length + " byte payload is too large for the type (limit " + max + " bytes)");
    }
    try {
      JsonNode read = JSON.readTree(body);
      if (!read.isMissingNode()) {
        return body;
      }
    } catch (JsonProcessingException _) {
      // Told below; the parser's words may quote the payload.
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
    throw new AwsError("InvalidRequestContentException", "Could not parse request body into json");
  }

  private HttpResponse taken(Target target, byte[] payload) {
    if (!events.offer(target.arn(), payload)) {
      throw new AwsError(429, "TooManyRequestsException", "Rate Exceeded.");
    }
    return HttpResponse.of(202, "application/json", new byte[0]);
  }

  /** Each holds memory of the port until the function ends, so there are a few at once. */
  private HttpResponse answered(Target target, byte[] payload) throws InterruptedException {
    if (!underWay.tryAcquire()) {
      throw new AwsError(429, "TooManyRequestsException", "Rate Exceeded.");
    }
    try {
      return answered(invoker.invoke(target.arn(), payload));
    } finally {
      underWay.release();
    }
  }

  private static HttpResponse answered(InvocationResult result) {
    return switch (result) {
      case InvocationResult.Answered(byte[] answer) -> executed(answer);
      case InvocationResult.Throttled _ ->
          throw new AwsError(429, "TooManyRequestsException", "Rate Exceeded.");
      case InvocationResult.Unavailable _ ->
          throw new AwsError(502, "EC2UnexpectedException", "No process could take the event.");
      case InvocationResult.Failure failure ->
          executed(failed(failure)).with("X-Amz-Function-Error", "Unhandled");
    };
  }

  private static byte[] failed(InvocationResult.Failure failure) {
    String message =
        failure instanceof InvocationResult.FunctionError error
            ? error.message()
            : failure.reason();
    return JsonNodeFactory.instance
        .objectNode()
        .put("errorType", failure.errorType())
        .put("errorMessage", message)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static HttpResponse executed(byte[] answer) {
    return HttpResponse.of(200, "application/json", answer)
        .with("X-Amz-Executed-Version", "$LATEST");
  }

  private static AwsError unknownOperation() {
    return new AwsError(
        404, "UnknownOperationException", "Of Lambda's operations a run has Invoke alone.");
  }

  private static String shown(String type) {
    return type.length() > 40 ? type.substring(0, 40) + "..." : type;
  }
}
