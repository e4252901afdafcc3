package dev.rampart.function.blocklist;

import dev.rampart.adapter.lambda.Environment;
import dev.rampart.adapter.out.waf.IpSetName;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.BlockingMode;
import java.util.Set;

/**
 * The settings of the function.
 *
 * @param neverBlock the addresses of the deployment's owner
 * @param namespace the namespace of the metrics
 * @param service the dimension of every metric
 */
record BlocklistSettings(
    String table,
    String bus,
    IpSetName blockedIpv4,
    IpSetName blockedIpv6,
    BlockingMode mode,
    Set<SourceRange> neverBlock,
    String namespace,
    String service) {
  BlocklistSettings {
    neverBlock = Set.copyOf(neverBlock);
  }

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming the variable that is missing or has a wrong value
   */
  static BlocklistSettings from(Environment environment) {
    return new BlocklistSettings(
        environment.required("DETECTION_TABLE"),
        environment.required("EVENT_BUS"),
        set(environment, "BLOCKED_IPV4"),
        set(environment, "BLOCKED_IPV6"),
        environment.blockingMode("BLOCKING_MODE"),
        environment.ranges("NEVER_BLOCK"),
        environment.required("POWERTOOLS_METRICS_NAMESPACE"),
        environment.required("POWERTOOLS_SERVICE_NAME"));
  }

  private static IpSetName set(Environment environment, String name) {
    String reference = environment.required(name);
    try {
      return IpSetName.ofReference(reference);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " is not the reference of an IP set", e);
    }
  }
}
