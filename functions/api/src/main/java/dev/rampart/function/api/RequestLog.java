package dev.rampart.function.api;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;
import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.json;

import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.adapter.in.apigateway.router.RequestLogLine;
import dev.rampart.domain.detection.signal.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;

/** Logs one JSON line for each request, and one for each signal that could not be published. */
final class RequestLog {

  private static final int FRAMES_MAX = 30;

  private final Logger log = LoggerFactory.getLogger("rampart.api");

  /** Writes the lines about one request. */
  void write(RequestLogLine line) {
    Object[] members = members(line);
    if (line.failure().isPresent()) {
      log.error("request", members);
    } else {
      log.info("request", members);
    }
    for (Signal signal : line.unpublished()) {
      String detail = new SuspiciousRequestV1(signal).json().toString();
      log.warn("signal", json("signal", detail));
    }
  }

  private static Object[] members(RequestLogLine line) {
    List<StructuredArgument> members = new ArrayList<>();
    members.add(entry("requestId", line.requestId()));
    line.subjectHash().ifPresent(hash -> members.add(entry("subjectHash", hash)));
    members.add(entry("method", line.method()));
    members.add(entry("route", line.route()));
    members.add(entry("status", line.status()));
    members.add(entry("latencyMs", line.latencyMillis()));
    members.add(entry("decision", line.decision()));
    line.gate().ifPresent(gate -> members.add(entry("gate", gate)));
    line.problem().ifPresent(problem -> members.add(entry("problem", problem)));
    line.failure().ifPresent(failure -> members.add(entry("failure", frames(failure))));
    return members.toArray();
  }

  /** Returns types and frames only: the messages of exceptions may quote what a client sent. */
  private static List<String> frames(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(
            one ->
                Stream.concat(
                    Stream.of(one.getClass().getName()),
                    Arrays.stream(one.getStackTrace()).map(frame -> "at " + frame)))
        .limit(FRAMES_MAX)
        .toList();
  }
}
