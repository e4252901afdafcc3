package dev.rampart.adapter.in.apigateway.http;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.SignalEvidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The refusal of a request, and how to do better.
 *
 * @param detail one or two sentences, without any text of the request but a plain name
 * @param errors the faults of the body, all of them; empty if another part of the request is at
 *     fault
 * @param violatedPolicies the limits that the request is over, by their names in {@code
 *     RateLimit-Policy}; empty if another reason refuses it
 * @param headers of the answer, beside those that every answer carries
 * @param suspicions what to report; empty if the refusal is part of normal use
 */
public record Refusal(
    Problem problem,
    String detail,
    List<FieldError> errors,
    List<String> violatedPolicies,
    Map<String, String> headers,
    List<Suspicion> suspicions)
    implements Answer {

  public Refusal {
    errors = List.copyOf(errors);
    violatedPolicies = List.copyOf(violatedPolicies);
    headers = Map.copyOf(headers);
    suspicions = List.copyOf(suspicions);
  }

  /**
   * Returns a refusal with this problem. It is reported under the name of the problem if the input
   * is at fault.
   */
  static Refusal of(Problem problem, String detail) {
    List<Suspicion> suspicions =
        problem.gate() == Gate.INPUT
            ? List.of(
                new Suspicion(
                    DetectionPoint.SCHEMA_VIOLATION, SignalEvidence.rule(problem.shortName())))
            : List.of();
    return new Refusal(problem, detail, List.of(), List.of(), Map.of(), suspicions);
  }

  @Override
  public Refusal with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Refusal(problem, detail, errors, violatedPolicies, more, suspicions);
  }

  /** Returns this refusal with the faults of the body. */
  public Refusal with(List<FieldError> errors) {
    return new Refusal(problem, detail, errors, violatedPolicies, headers, suspicions);
  }

  /** Returns this refusal with the limit that the request is over. */
  public Refusal violating(String policy) {
    return new Refusal(problem, detail, errors, List.of(policy), headers, suspicions);
  }

  /** Returns this refusal, to be reported as these suspicions and no other. */
  public Refusal suspecting(List<Suspicion> suspicions) {
    return new Refusal(problem, detail, errors, violatedPolicies, headers, suspicions);
  }

  /** Returns this refusal, to be reported as one suspicion. */
  public Refusal suspecting(Suspicion suspicion) {
    return suspecting(List.of(suspicion));
  }
}
