package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.detection.Signal;
import java.util.List;
import java.util.Optional;

/**
 * What the log says of one request. Nothing in it was chosen by the client, but for a request id
 * that has the form of one.
 *
 * @param subjectHash tells requests of one caller together without naming the caller; empty where
 *     there was no token
 * @param route the template of the path; {@code unknown} where there is none
 * @param gate the gate that refused; empty where none did
 * @param problem the name of the problem type; empty where there is none
 * @param unheard signals that could not be announced: the log carries them instead
 * @param failure what broke, where something did
 */
public record RequestLine(
    String requestId,
    Optional<String> subjectHash,
    String method,
    String route,
    int status,
    long latencyMillis,
    Optional<String> gate,
    Optional<String> problem,
    List<Signal> unheard,
    Optional<RuntimeException> failure) {

  public RequestLine {
    unheard = List.copyOf(unheard);
  }

  /** What became of the request: {@code allowed}, {@code refused} or {@code failed}. */
  public String decision() {
    if (status >= 500) {
      return "failed";
    }
    return gate.isPresent() ? "refused" : "allowed";
  }
}
