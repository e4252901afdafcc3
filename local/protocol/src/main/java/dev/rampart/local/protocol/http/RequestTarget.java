package dev.rampart.local.protocol.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request target, as it was sent. */
record RequestTarget(String path, String query) {
  private static final String PCHAR = "A-Za-z0-9._~!$&'()*+,=:@%-";
  private static final Pattern SEGMENT = Pattern.compile("[" + PCHAR + "]*");
  private static final Pattern QUERY = Pattern.compile("[" + PCHAR + "/?;]*");

  static RequestTarget split(String target) {
    int mark = target.indexOf('?');
    return mark < 0
        ? new RequestTarget(target, "")
        : new RequestTarget(target.substring(0, mark), target.substring(mark + 1));
  }

  /**
   * Refuses what could be understood as another path by whoever reads it next: dot segments, also
   * encoded, encoded slashes, path parameters, empty segments, control characters, bad escapes.
   *
   * @throws RequestRefused if the target is one of these
   */
  void check() {
    boolean queryFits = QUERY.matcher(query).matches() && PercentDecoder.read(query).isPresent();
    if (!queryFits || !pathFits()) {
      throw new RequestRefused(HttpFault.TARGET);
    }
  }

  private boolean pathFits() {
    if (path.equals("/")) {
      return true;
    }
    List<String> segments = List.of(path.split("/", -1));
    // The path begins with a slash, and may end in one.
    boolean ends = segments.getLast().isEmpty();
    List<String> inner = segments.subList(1, segments.size() - (ends ? 1 : 0));
    return segments.getFirst().isEmpty()
        && !inner.isEmpty()
        && inner.stream().allMatch(RequestTarget::segmentFits);
  }

  private static boolean segmentFits(String encoded) {
    Optional<String> text = PercentDecoder.read(encoded);
    return SEGMENT.matcher(encoded).matches()
        && text.isPresent()
        && !text.get().isEmpty()
        && !text.get().equals(".")
        && !text.get().equals("..")
        && text.get().chars().noneMatch(RequestTarget::isDangerous);
  }

  private static boolean isDangerous(int c) {
    return c == '/' || c == '\\' || Character.isISOControl(c);
  }
}
