package dev.rampart.adapter.in.apigateway.router;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Source;
import java.util.List;
import java.util.Optional;

/**
 * What the log says of one request. What the client chose of it is a request id that has the form
 * of one, and what the signals carry: masked excerpts, names of resources, hashes.
 *
 * @param source who sent it
 * @param subjectHash shows which requests have the same caller, without naming the caller; empty if
 *     there was no token
 * @param route the template of the path; {@code unknown} if no endpoint has it
 * @param gate the gate that refused; empty if none did
 * @param problem the name of the problem type; empty if there is none
 * @param signals what the request gave rise to, whether or not it could be published
 * @param unpublished the signals that could not be published: the log carries them instead
 * @param failure what broke; empty if nothing did
 */
public record RequestLogLine(
    String requestId,
    Source source,
    Optional<String> subjectHash,
    String method,
    String route,
    int status,
    long latencyMillis,
    Optional<String> gate,
    Optional<String> problem,
    List<Signal> signals,
    List<Signal> unpublished,
    Optional<RuntimeException> failure) {

  public RequestLogLine {
    signals = List.copyOf(signals);
    unpublished = List.copyOf(unpublished);
  }

  /** Returns what became of the request: {@code allowed}, {@code refused} or {@code failed}. */
  public String decision() {
    if (status >= 500) {
      return "failed";
    }
    return gate.isPresent() ? "refused" : "allowed";
  }
}
