package dev.rampart.local.check.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The roles with which rules of a bus reach their targets. */
public final class TargetRoles {
  private TargetRoles() {}

  /** Returns the role of a target. */
  public static Optional<Resource> of(CheckedTemplate subject, JsonNode target) {
    return subject.target(target.path("RoleArn")).filter(role -> role.type().equals(Types.ROLE));
  }

  /** Returns the roles of all targets, each once. */
  public static Set<Resource> all(CheckedTemplate subject) {
    Set<Resource> roles = new LinkedHashSet<>();
    for (Resource rule : subject.ofType(Types.RULE)) {
      for (JsonNode target : Json.list(rule.property("Targets"))) {
        of(subject, target).ifPresent(roles::add);
      }
    }
    return roles;
  }

  /** Says whether a resource is the target of a rule. */
  public static boolean isTarget(CheckedTemplate subject, Resource resource) {
    return subject.ofType(Types.RULE).stream()
        .flatMap(rule -> Json.list(rule.property("Targets")).stream())
        .anyMatch(target -> subject.isTarget(target.path("Arn"), resource));
  }
}
