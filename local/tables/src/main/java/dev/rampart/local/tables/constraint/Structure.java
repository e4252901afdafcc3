package dev.rampart.local.tables.constraint;

import static dev.rampart.local.tables.value.Refusals.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An object whose members have constraints of their own.
 *
 * @param name the name of its type, which violations show
 * @param members in the order in which violations are reported
 */
record Structure(String name, List<Member> members) implements Constraint {

  /** A member with its constraints. */
  record Member(String name, List<Constraint> constraints) {

    static Member of(String name, Constraint... constraints) {
      return new Member(name, List.of(constraints));
    }
  }

  static Structure of(String name, Member... members) {
    return new Structure(name, List.of(members));
  }

  @Override
  public void check(JsonNode value, Location location, Violations violations) {
    if (Constraint.absent(value)) {
      return;
    }
    if (!value.isObject()) {
      throw unreadable("Unexpected value type in payload");
    }
    for (Member member : members) {
      for (Constraint constraint : member.constraints()) {
        constraint.check(value.path(member.name()), location.member(member.name()), violations);
      }
    }
  }

  /** Requires a list of so many structures of this kind. */
  Constraint list(Bounds size) {
    return (value, location, violations) -> {
      if (Constraint.absent(value)) {
        return;
      }
      if (!value.isArray()) {
        throw unreadable("Unexpected field type");
      }
      size.check(value.size(), () -> Shown.structures(name, value), location, violations);
      for (int i = 0; i < value.size(); i++) {
        check(value.path(i), location.element(Integer.toString(i + 1)), violations);
      }
    };
  }
}
