package dev.rampart.adapter.lambda;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;
import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.adapter.in.apigateway.router.RequestLogLine;
import dev.rampart.domain.common.Sha256;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Source;
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

  private final Logger log;

  /** Logs for one function. */
  RequestLog(String service) {
    this.log = LoggerFactory.getLogger("rampart." + service);
  }

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
    line.source().address().ifPresent(address -> members.add(entry("sourceIp", address.text())));
    line.source().client().ifPresent(client -> members.add(entry("client", client)));
    line.source().apiKeyId().ifPresent(key -> members.add(entry("apiKeyId", key)));
    line.subjectHash().ifPresent(hash -> members.add(entry("subjectHash", hash)));
    members.add(entry("method", line.method()));
    members.add(entry("route", line.route()));
    members.add(entry("status", line.status()));
    members.add(entry("latencyMs", line.latencyMillis()));
    members.add(entry("decision", line.decision()));
    line.gate().ifPresent(gate -> members.add(entry("gate", gate)));
    line.problem().ifPresent(problem -> members.add(entry("problem", problem)));
    if (!line.signals().isEmpty()) {
      addReason(line.signals().getFirst(), members);
      members.add(json("signals", published(line.signals()).toString()));
    }
    line.failure().ifPresent(failure -> members.add(entry("failure", frames(failure))));
    return members.toArray();
  }

  /**
   * Returns the signals as they are on the bus, but for the principal: the log has a hash of it,
   * which is that of the caller. Whoever tries other thresholds reads them here.
   */
  private static ArrayNode published(List<Signal> signals) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Signal signal : signals) {
      Source source = signal.source();
      Source hashed =
          source.principal().map(Sha256::shortHex).map(source::withPrincipal).orElse(source);
      all.add(new SuspiciousRequestV1(signal.withSource(hashed)).json());
    }
    return all;
  }

  /** Why the gate refused. */
  private static void addReason(Signal signal, List<StructuredArgument> members) {
    members.add(entry("point", signal.point().name()));
    signal.evidence().field().ifPresent(field -> members.add(entry("field", field)));
    signal.evidence().attackClass().ifPresent(name -> members.add(entry("class", name)));
    signal.evidence().rule().ifPresent(rule -> members.add(entry("rule", rule)));
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
