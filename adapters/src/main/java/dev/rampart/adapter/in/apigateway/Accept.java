package dev.rampart.adapter.in.apigateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client takes (RFC 9110, section 12.5.1); every answer with a body is JSON. */
final class Accept {

  private Accept() {}

  /**
   * One media range.
   *
   * @param name in small letters, such as {@code application/*}
   * @param weighsSomething whether its weight is more than zero
   */
  private record Range(String name, boolean weighsSomething) {}

  /** Returns why no answer can be given; empty if the client takes JSON. */
  static Optional<Refusal> refuse(ProxyEvent event) {
    var ranges = ranges(String.join(",", event.header("accept")));
    return ranges.isPresent() && (ranges.get().isEmpty() || takesJson(ranges.get()))
        ? Optional.empty()
        : Optional.of(Problem.NOT_ACCEPTABLE.because("Accept must allow " + MediaType.JSON + "."));
  }

  /** The most specific range decides, so that a weight of zero can take one type out. */
  private static boolean takesJson(List<Range> ranges) {
    for (var wanted : List.of(MediaType.JSON, "application/*", "*/*")) {
      var named = ranges.stream().filter(range -> range.name().equals(wanted)).toList();
      if (!named.isEmpty()) {
        return named.stream().anyMatch(Range::weighsSomething);
      }
    }
    return false;
  }

  /**
   * Returns the ranges of a list, whose elements may be empty (RFC 9110, section 5.6.1); empty if
   * it is not well-formed. Old clients send a bare {@code *}, which is a range of no use here.
   */
  private static Optional<List<Range>> ranges(String list) {
    var ranges = new ArrayList<Range>();
    var field = new FieldCursor(list);
    do {
      field.skipBlanks();
      var type = field.token();
      if (type.isPresent()) {
        var subtype = field.take("/") ? "/" + field.token().orElse("") : "";
        var parameters = Parameters.read(field);
        if (parameters.isEmpty()) {
          return Optional.empty();
        }
        var name = (type.get() + subtype).toLowerCase(Locale.ROOT);
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
