package dev.rampart.local.command;

import dev.rampart.local.alarm.StateChange;
import dev.rampart.local.gateway.RequestReport;

/**
 * A request or an alarm in one line. A request: id, method, route and status, the gates that asked
 * and let it pass, who refused it and why, and the gates that the template has ask nothing.
 */
final class RequestLine {
  /** Longer than any route; the path of a request to nowhere is the client's choice. */
  private static final int TARGET_LENGTH_MAX = 80;

  private static final int REASON_LENGTH_MAX = 160;

  private RequestLine() {}

  static String of(RequestReport report) {
    StringBuilder line = new StringBuilder();
    line.append(report.requestId())
        .append("  ")
        .append(printable(report.method(), TARGET_LENGTH_MAX))
        .append(' ')
        .append(printable(report.target(), TARGET_LENGTH_MAX))
        .append("  ")
        .append(report.status());
    report.passed().forEach(gate -> line.append("  ").append(gate).append(" ok"));
    report
        .refusal()
        .ifPresent(
            refusal ->
                line.append("  ")
                    .append(printable(refusal.gate(), TARGET_LENGTH_MAX))
                    .append(" REFUSED: ")
                    .append(printable(refusal.reason(), REASON_LENGTH_MAX))
                    .append(cause(refusal)));
    if (!report.notAsked().isEmpty()) {
      line.append("  not asked: ").append(String.join(", ", report.notAsked()));
    }
    return line.toString();
  }

  private static String cause(RequestReport.Refusal refusal) {
    return refusal.cause().isEmpty()
        ? ""
        : " (" + printable(refusal.cause(), REASON_LENGTH_MAX) + ")";
  }

  /** Returns a change of an alarm in one line: its name, its states and why. */
  static String of(StateChange change) {
    return "alarm %s  %s -> %s  %s"
        .formatted(
            printable(change.name(), TARGET_LENGTH_MAX),
            change.before().value(),
            change.after().value(),
            printable(change.after().reason(), REASON_LENGTH_MAX));
  }

  /** A terminal acts on control characters; none of a client's reach it. */
  private static String printable(String text, int lengthMax) {
    String start = text.length() > lengthMax ? text.substring(0, lengthMax) + "…" : text;
    return start.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
  }
}
