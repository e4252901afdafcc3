package dev.rampart.local.firewall.statement;

import com.google.re2j.Pattern;
import dev.rampart.local.firewall.location.AddressLocations;
import java.util.List;
import java.util.Map;

/**
 * What statements refer to.
 *
 * @param ipSets by ARN
 * @param patternSets by ARN
 * @param locations where addresses are, as far as that is known
 * @param labelPrefix of the web ACL or rule group that they stand in, with its last colon
 */
public record StatementContext(
    Map<String, IpSet> ipSets,
    Map<String, List<Pattern>> patternSets,
    AddressLocations locations,
    String labelPrefix) {
  public StatementContext {
    ipSets = Map.copyOf(ipSets);
    patternSets = Map.copyOf(patternSets);
  }

  /** Returns the same for another place. */
  public StatementContext in(String otherPrefix) {
    return new StatementContext(ipSets, patternSets, locations, otherPrefix);
  }

  /** Returns a label or namespace with all that comes before it. */
  String whole(String key) {
    return key.startsWith("awswaf:") ? key : labelPrefix + key;
  }
}
