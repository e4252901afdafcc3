package dev.rampart.function.api;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;
import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.json;

import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.adapter.in.apigateway.router.RequestLogLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;

/** One JSON line for each request, and one for each signal that the bus did not take. */
final class RequestLog {

  private static final int FRAMES_MAX = 30;

  private final Logger log = LoggerFactory.getLogger("rampart.api");

  /** Writes what there is to say about one request. */
  void write(RequestLogLine line) {
    var members = members(line);
    if (line.failure().isPresent()) {
      log.error("request", members);
    } else {
      log.info("request", members);
    }
    for (var signal : line.unpublished()) {
      var detail = new SuspiciousRequestV1(signal).json().toString();
      log.warn("signal", json("signal", detail));
    }
  }

  private static Object[] members(RequestLogLine line) {
    var members = new ArrayList<StructuredArgument>();
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

  /** Types and frames alone: the messages of exceptions may quote what a client sent. */
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
