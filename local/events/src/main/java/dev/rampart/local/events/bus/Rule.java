package dev.rampart.local.events.bus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.archive.ArchiveSettings;
import java.util.Map;
import java.util.TreeMap;

/**
 * One rule of one bus.
 *
 * @param pattern the event pattern as JSON text
 */
public record Rule(
    String name,
    String arn,
    String bus,
    String pattern,
    String description,
    boolean enabled,
    Map<String, RuleTarget> targets) {

  /** What the name of a rule begins with that EventBridge makes for an archive. */
  private static final String ARCHIVE = "Events-Archive-";

  /** The names of rules, as a regular expression. */
  static final String NAME = "[.\\-_A-Za-z0-9]{1,64}";

  public Rule {
    targets = Map.copyOf(targets);
  }

  /** Returns the rule by which an archive gets the events of its bus. */
  public static Rule ofArchive(ArchiveSettings archive, Bus bus, Buses buses) {
    String name = ARCHIVE + archive.name();
    RuleTarget target = RuleTarget.archive(archive.arn());
    return new Rule(
        name,
        buses.ruleArn(bus.name(), name),
        bus.name(),
        Patterns.withoutReplays(archive.pattern().orElse("{}")),
        "",
        true,
        Map.of(target.id(), target));
  }

  /** Says whether EventBridge made it, and nobody else may change it. */
  boolean isManaged() {
    return targets.values().stream().anyMatch(target -> RuleTarget.isArchive(target.arn()));
  }

  public Rule with(Iterable<RuleTarget> added) {
    Map<String, RuleTarget> all = new TreeMap<>(targets);
    added.forEach(target -> all.put(target.id(), target));
    return new Rule(name, arn, bus, pattern, description, enabled, all);
  }

  Rule without(Iterable<String> ids) {
    Map<String, RuleTarget> left = new TreeMap<>(targets);
    ids.forEach(left::remove);
    return new Rule(name, arn, bus, pattern, description, enabled, left);
  }

  Rule enabled(boolean on) {
    return new Rule(name, arn, bus, pattern, description, on, targets);
  }

  ObjectNode shown() {
    ObjectNode shown =
        JsonNodeFactory.instance
            .objectNode()
            .put("Name", name)
            .put("Arn", arn)
            .put("EventPattern", pattern)
            .put("State", enabled ? "ENABLED" : "DISABLED")
            .put("EventBusName", bus);
    if (isManaged()) {
      shown.put("ManagedBy", "prod.vhs.events.aws.internal");
    }
    return description.isEmpty() ? shown : shown.put("Description", description);
  }
}
