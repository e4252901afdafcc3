package dev.rampart.local.logs.group;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The log groups of a stack, by name. Safe for use by many threads. */
public final class LogGroups {
  /** The one stream that the parts of a local run write to in each group. */
  private static final String STREAM = "local";

  private final Map<String, LogGroup> groups;

  public LogGroups(Collection<LogGroupSettings> settings, InstantSource clock) {
    Map<String, LogGroup> byName = new TreeMap<>();
    settings.forEach(group -> byName.put(group.name(), new LogGroup(group, clock)));
    groups = Collections.unmodifiableMap(byName);
  }

  /** Returns the groups, in the order of their names. */
  public Collection<LogGroup> all() {
    return groups.values();
  }

  public Optional<LogGroup> find(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  /**
   * Appends a line to a group.
   *
   * @throws IllegalArgumentException if there is no such group
   */
  public void append(String group, String line) {
    find(group)
        .orElseThrow(() -> new IllegalArgumentException("There is no log group " + group + "."))
        .append(STREAM, line);
  }

  /** Returns the name in the ARN of a group, whatever follows it; a name is returned as it is. */
  public static String name(String nameOrArn) {
    String[] parts = nameOrArn.split(":", 8);
    return parts.length > 6 && parts[0].equals("arn") ? parts[6] : nameOrArn;
  }
}
