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
    add(new BusSettings(name, Optional.empty()));
  }

  public void add(BusSettings settings) {
    buses.put(
        settings.name(),
        new Bus(settings.name(), busArn(settings.name()), settings.deadLetterArn()));
  }

  /** Finds a bus by its name or ARN. */
  Optional<Bus> find(String nameOrArn) {
    String name = name(nameOrArn);
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

  private static String name(String nameOrArn) {
    return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
  }

  /** Returns the ARN of a bus, whether or not there is one. */
  String busArn(String nameOrArn) {
    return stack.arn("events", "event-bus/" + name(nameOrArn));
  }

  /** Returns the ARN of a rule, whether or not there is one. */
  String ruleArn(String busNameOrArn, String rule) {
    String bus = name(busNameOrArn);
    return stack.arn("events", bus.equals("default") ? "rule/" + rule : "rule/" + bus + "/" + rule);
  }

  PseudoParameters stack() {
    return stack;
  }
}
