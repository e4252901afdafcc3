package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.detection.DetectionPoint;
import dev.rampart.domain.detection.SignalEvidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refused request, and how to do better.
 *
 * @param detail one or more sentences; nothing of the request stands in them
 * @param faults the faults of the body, all of them; empty for any other reason
 * @param headers of the answer, beside those that every answer carries
 * @param suspicions what to tell the security team; empty where a refusal is part of normal use
 */
record Refusal(
    Problem problem,
    String detail,
    List<Fault> faults,
    Map<String, String> headers,
    List<Suspicion> suspicions)
    implements Answer {

  Refusal {
    faults = List.copyOf(faults);
    headers = Map.copyOf(headers);
    suspicions = List.copyOf(suspicions);
  }

  /** A refusal that is reported, where the input is at fault, under the name of its problem. */
  static Refusal of(Problem problem, String detail) {
    var suspicions =
        problem.gate() == Gate.INPUT
            ? List.of(
                new Suspicion(
                    DetectionPoint.SCHEMA_VIOLATION, SignalEvidence.rule(problem.shortName())))
            : List.<Suspicion>of();
    return new Refusal(problem, detail, List.of(), Map.of(), suspicions);
  }

  /** The same with one more header. */
  Refusal with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Refusal(problem, detail, faults, more, suspicions);
  }

  /** The same with the faults of the body. */
  Refusal with(List<Fault> faults) {
    return new Refusal(problem, detail, faults, headers, suspicions);
  }

  /** The same, to be reported. */
  Refusal suspecting(List<Suspicion> suspicions) {
    return new Refusal(problem, detail, faults, headers, suspicions);
  }

  /** The same, to be reported under one point. */
  Refusal suspecting(Suspicion suspicion) {
    return suspecting(List.of(suspicion));
  }
}
