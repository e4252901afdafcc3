package dev.rampart.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.protocol.http.HttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of one request, for whoever watches a run.
 *
 * @param target the route as the API defines it, or the path as the client sent it if there is none
 * @param passed the gates of the gateway that let it pass, in their order; none if its path or form
 *     were refused
 * @param notAsked the gates that the template has ask nothing of such a request
 * @param refusal who refused it, and why; empty if nobody did
 * @param latency from the first byte of the request to the answer
 * @param integrationLatency how long the function took; empty if none was asked
 */
public record RequestReport(
    String requestId,
    String method,
    String target,
    int status,
    List<String> passed,
    List<String> notAsked,
    Optional<Refusal> refusal,
    Duration latency,
    Optional<Duration> integrationLatency) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A problem document is far smaller; the answers of a function may be megabytes. */
  private static final int PROBLEM_BYTES_MAX = 64 * 1024;

  public RequestReport {
    passed = List.copyOf(passed);
    notAsked = List.copyOf(notAsked);
  }

  /**
   * A refusal.
   *
   * @param gate the gate that the problem document names
   * @param reason its detail, or else its title
   * @param cause what is behind it, which the client is not told; empty if the reason says it
   */
  public record Refusal(String gate, String reason, String cause) {}

  /**
   * Returns whether the API or something behind it failed; what the front refuses is no failure.
   */
  public boolean isServerError() {
    return status >= 500 && refusal.filter(RequestReport::isOfTheEdge).isEmpty();
  }

  private static boolean isOfTheEdge(Refusal refusal) {
    return refusal.gate().equals(EdgeRefusals.DESCRIPTION.name());
  }

  static RequestReport of(RequestContext context, HttpResponse answer) {
    String route = context.operation().path();
    Optional<Refusal> refusal = refusal(answer, context.cause());
    boolean pastEdge = refusal.filter(RequestReport::isOfTheEdge).isEmpty();
    return new RequestReport(
        context.ids().requestId(),
        context.request().method(),
        route.isEmpty() ? context.request().path() : route,
        answer.status(),
        pastEdge ? context.passed() : List.of(),
        pastEdge ? context.notAsked() : List.of(),
        refusal,
        millis(context, "responseLatency").orElse(Duration.ZERO),
        millis(context, "integrationLatency"));
  }

  private static Optional<Duration> millis(RequestContext context, String variable) {
    return context.variable(variable).map(Long::parseLong).map(Duration::ofMillis);
  }

  private static Optional<Refusal> refusal(HttpResponse answer, String cause) {
    if (answer.status() < 400 || answer.body().length > PROBLEM_BYTES_MAX) {
      return Optional.empty();
    }
    try {
      JsonNode problem = JSON.readTree(answer.body());
      return Optional.ofNullable(problem.path("gate").textValue())
          .map(gate -> new Refusal(gate, reason(problem), cause));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("An array of bytes cannot fail to be read.", e);
    }
  }

  private static String reason(JsonNode problem) {
    return problem.path("detail").asText(problem.path("title").asText());
  }
}
