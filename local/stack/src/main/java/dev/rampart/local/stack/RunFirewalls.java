package dev.rampart.local.stack;

import dev.rampart.local.firewall.FirewallPlan;
import dev.rampart.local.stack.firewall.Firewalls;
import dev.rampart.local.supervision.LogFile;
import dev.rampart.local.template.PseudoParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Opens the firewalls of a run: what they log goes to a file and to their log groups. */
record RunFirewalls(Clock clock, RunLogs logs, ServiceMetrics metrics) {
  /** Days of hard use; whoever can send requests makes it grow. */
  private static final long LOG_BYTES_MAX = 256L * 1024 * 1024;

  Firewalls open(
      FirewallPlan plan,
      PseudoParameters pseudo,
      Path file,
      CloseableStack closing,
      RunHealthCheck checkup)
      throws IOException {
    LogFile log = closing.add(LogFile.open("The firewall's log", file, LOG_BYTES_MAX, clock));
    checkup.watch(log);
    return new Firewalls(
        plan,
        pseudo,
        clock,
        (group, line) -> {
          log.append(line);
          logs.line(group, line);
        },
        metrics::verdict);
  }
}
