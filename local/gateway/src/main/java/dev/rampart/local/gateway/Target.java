package dev.rampart.local.gateway;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request target, as it was sent. */
record Target(String path, String query) {
  private static final String PCHAR = "[A-Za-z0-9._~!$&'()*+,=:@%-]";
  private static final Pattern PATH = Pattern.compile("/|(?:/" + PCHAR + "+)+/?");
  private static final Pattern QUERY = Pattern.compile("(?:" + PCHAR + "|[/?;])*");

  static Target split(String target) {
    int mark = target.indexOf('?');
    return mark < 0
        ? new Target(target, "")
        : new Target(target.substring(0, mark), target.substring(mark + 1));
  }

  /**
   * Refuses what could be understood as another path by whoever reads it next: dot segments, also
   * encoded, encoded slashes, path parameters, empty segments, control characters, bad escapes.
   *
   * @throws WireFault where the target is refused
   */
  void check() {
    boolean formed = PATH.matcher(path).matches() && QUERY.matcher(query).matches();
    boolean read = Percent.read(query).isPresent();
    if (!formed || !read || !List.of(path.split("/", -1)).stream().allMatch(Target::segment)) {
      throw new WireFault(EdgeFault.TARGET);
    }
  }

  private static boolean segment(String encoded) {
    Optional<String> text = Percent.read(encoded);
    return text.isPresent()
        && !text.get().equals(".")
        && !text.get().equals("..")
        && text.get().chars().noneMatch(Target::dangerous);
  }

  private static boolean dangerous(int c) {
    return c == '/' || c == '\\' || Character.isISOControl(c);
  }
}
