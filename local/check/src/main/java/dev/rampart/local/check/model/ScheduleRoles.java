package dev.rampart.local.check.model;

import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The roles with which schedules call their functions. */
public final class ScheduleRoles {
  private ScheduleRoles() {}

  /** Returns the role of a schedule. */
  public static Optional<Resource> of(CheckedTemplate subject, Resource schedule) {
    return subject
        .target(Json.at(schedule.properties(), "Target.RoleArn"))
        .filter(role -> role.type().equals(Types.ROLE));
  }

  /** Returns the roles of all schedules, each once. */
  public static Set<Resource> all(CheckedTemplate subject) {
    Set<Resource> roles = new LinkedHashSet<>();
    for (Resource schedule : subject.ofType(Types.SCHEDULE)) {
      of(subject, schedule).ifPresent(roles::add);
    }
    return roles;
  }
}
