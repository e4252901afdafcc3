package dev.rampart.adapter.in.apigateway;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a client takes (RFC 9110, section 12.5.1); every answer with a body is JSON. */
final class Accept {

  private static final Pattern ZERO = Pattern.compile("q=0(\\.0{0,3})?");

  private Accept() {}

  /** Returns why no answer can be given; empty where the client takes JSON. */
  static Optional<Refusal> refuse(ProxyEvent event) {
    var fields = event.header("accept");
    return fields.isEmpty() || takesJson(fields)
        ? Optional.empty()
        : Optional.of(Problem.NOT_ACCEPTABLE.because("Accept must allow " + MediaType.JSON + "."));
  }

  /** The most specific range decides, so that a weight of zero can take one type out. */
  private static boolean takesJson(List<String> fields) {
    var ranges =
        fields.stream()
            .flatMap(field -> Arrays.stream(field.split(",", -1)))
            .map(range -> range.strip().toLowerCase(Locale.ROOT))
            .toList();
    for (var wanted : List.of(MediaType.JSON, "application/*", "*/*")) {
      var named = ranges.stream().filter(range -> name(range).equals(wanted)).toList();
      if (!named.isEmpty()) {
        return named.stream().anyMatch(Accept::weighsSomething);
      }
    }
    return false;
  }

  private static String name(String range) {
    var end = range.indexOf(';');
    return (end < 0 ? range : range.substring(0, end)).strip();
  }

  private static boolean weighsSomething(String range) {
    return Arrays.stream(range.split(";", -1))
        .skip(1)
        .noneMatch(parameter -> ZERO.matcher(parameter.strip()).matches());
  }
}
