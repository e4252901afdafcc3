package dev.rampart.local.tables.constraint;

/**
 * Where a member stands in a request.
 *
 * @param named the path with the names of the API, such as {@code RequestItems.t.member.Keys}
 * @param echoed the same path with small initials, such as {@code requestItems.t.member.keys}
 */
record Location(String named, String echoed) {
  static final Location ROOT = new Location("", "");

  /** Returns the location of a member of a structure. */
  Location member(String name) {
    return new Location(joined(named, name), joined(echoed, lowerFirst(name)));
  }

  /** Returns the location of an element of a list, counted from 1, or of the value of a map key. */
  Location element(String keyOrNumber) {
    String step = keyOrNumber + ".member";
    return new Location(joined(named, step), joined(echoed, step));
  }

  static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static String joined(String parent, String step) {
    return parent.isEmpty() ? step : parent + "." + step;
  }
}
