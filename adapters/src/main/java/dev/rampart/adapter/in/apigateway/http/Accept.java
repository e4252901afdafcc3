package dev.rampart.adapter.in.apigateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header {@code Accept} (RFC 9110, section 12.5.1). Every answer with a body is JSON, so all
 * that matters is whether the client accepts JSON.
 */
public final class Accept {

  private Accept() {}

  /**
   * One media range.
   *
   * @param name in lower case, such as {@code application/*}
   * @param acceptable whether its weight is more than zero
   */
  private record Range(String name, boolean acceptable) {}

  /**
   * Checks that the client accepts JSON, or does not say what it accepts.
   *
   * @throws RefusedRequest if no acceptable answer can be given
   */
  public static void check(ProxyEvent event) {
    Optional<List<Range>> ranges = ranges(String.join(",", event.header("accept")));
    boolean acceptable = ranges.isPresent() && (ranges.get().isEmpty() || takesJson(ranges.get()));
    if (!acceptable) {
      throw new RefusedRequest(
          CommonProblem.NOT_ACCEPTABLE.because("Accept must allow " + MediaType.JSON + "."));
    }
  }

  /** The most specific range decides, so that a weight of zero can exclude one type. */
  private static boolean takesJson(List<Range> ranges) {
    for (String wanted : List.of(MediaType.JSON, "application/*", "*/*")) {
      List<Range> named = ranges.stream().filter(range -> range.name().equals(wanted)).toList();
      if (!named.isEmpty()) {
        return named.stream().anyMatch(Range::acceptable);
      }
    }
    return false;
  }

  /**
   * Returns the ranges of a list, whose elements may be empty (RFC 9110, section 5.6.1); empty if
   * it is not well-formed. Old clients send a bare {@code *}, which matches nothing here.
   */
  private static Optional<List<Range>> ranges(String list) {
    List<Range> ranges = new ArrayList<>();
    HeaderReader field = new HeaderReader(list);
    do {
      field.skipBlanks();
      Optional<String> type = field.token();
      if (type.isPresent()) {
        String subtype = field.take("/") ? "/" + field.token().orElse("") : "";
        Optional<MediaTypeParameters> parameters = MediaTypeParameters.read(field);
        if (parameters.isEmpty()) {
          return Optional.empty();
        }
        String name = (type.get() + subtype).toLowerCase(Locale.ROOT);
        ranges.add(
            new Range(name, parameters.get().values("q").stream().noneMatch(Accept::isZero)));
      }
    } while (field.take(","));
    return field.atEnd() ? Optional.of(ranges) : Optional.empty();
  }

  private static boolean isZero(String weight) {
    return weight.startsWith("0") && weight.chars().allMatch(c -> c == '0' || c == '.');
  }
}
