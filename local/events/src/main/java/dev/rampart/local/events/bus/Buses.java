package dev.rampart.local.events.bus;

import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.template.PseudoParameters;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** All event buses, by name; {@code default} is always there. */
public final class Buses {
  private final PseudoParameters stack;
  private final Map<String, Bus> buses = new ConcurrentSkipListMap<>();

  public Buses(PseudoParameters stack) {
    this.stack = stack;
    add("default");
  }

  public void add(String name) {
    buses.put(name, new Bus(name, stack.arn("events", "event-bus/" + name)));
  }

  /** Finds a bus by its name or ARN. */
  Optional<Bus> find(String nameOrArn) {
    String name = nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    return Optional.ofNullable(buses.get(name))
        .filter(bus -> nameOrArn.equals(name) || nameOrArn.equals(bus.arn()));
  }

  public Bus get(String nameOrArn) {
    return find(nameOrArn)
        .orElseThrow(
            () ->
                new AwsError(
                    "ResourceNotFoundException", "Event bus " + nameOrArn + " does not exist."));
  }

  public Collection<Bus> all() {
    return buses.values();
  }

  String ruleArn(Bus bus, String rule) {
    return stack.arn(
        "events",
        bus.name().equals("default") ? "rule/" + rule : "rule/" + bus.name() + "/" + rule);
  }

  PseudoParameters stack() {
    return stack;
  }
}
