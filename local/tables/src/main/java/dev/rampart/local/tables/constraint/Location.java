package dev.rampart.local.tables.constraint;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where a member stands in a request. Its path is joined only when it is asked for: a request has
 * many members, and few of them are reported.
 *
 * @param parent the location of what holds it; empty for the request itself
 * @param step the last step of the path, with the names of the API
 * @param isMember whether the step is the name of a member of a structure
 */
record Location(Optional<Location> parent, String step, boolean isMember) {
  static final Location ROOT = new Location(Optional.empty(), "", false);

  /** Returns the location of a member of a structure. */
  Location member(String name) {
    return new Location(Optional.of(this), name, true);
  }

  /** Returns the location of an element of a list, counted from 1, or of the value of a map key. */
  Location element(String keyOrNumber) {
    return new Location(Optional.of(this), keyOrNumber, false);
  }

  /** Returns the path with the names of the API, such as {@code RequestItems.t.member.Keys}. */
  String named() {
    return path(UnaryOperator.identity());
  }

  /** Returns the same path with small initials, such as {@code requestItems.t.member.keys}. */
  String echoed() {
    return path(Location::lowerFirst);
  }

  private String path(UnaryOperator<String> memberName) {
    if (parent.isEmpty()) {
      return "";
    }
    String before = parent.get().path(memberName);
    String last = isMember ? memberName.apply(step) : Shown.cut(step) + ".member";
    return before.isEmpty() ? last : before + "." + last;
  }

  static String lowerFirst(String name) {
    return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
