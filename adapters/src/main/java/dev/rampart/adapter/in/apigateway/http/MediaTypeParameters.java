package dev.rampart.adapter.in.apigateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parameters after a media type or media range (RFC 9110, section 5.6.6). */
record MediaTypeParameters(List<Parameter> list) {

  MediaTypeParameters {
    list = List.copyOf(list);
  }

  /**
   * One parameter.
   *
   * @param name in lower case
   * @param value without quotes and escapes
   */
  record Parameter(String name, String value) {}

  /**
   * Reads every parameter that comes next, and the blanks after the last one. Empty parameters, as
   * in {@code text/plain;}, are skipped; the result is empty if one has no well-formed value.
   */
  static Optional<MediaTypeParameters> read(HeaderReader field) {
    List<Parameter> found = new ArrayList<>();
    field.skipBlanks();
    while (field.take(";")) {
      field.skipBlanks();
      Optional<String> name = field.token();
      if (name.isPresent()) {
        Optional<String> value =
            field.take("=") ? field.token().or(field::quotedString) : Optional.empty();
        if (value.isEmpty()) {
          return Optional.empty();
        }
        found.add(new Parameter(name.get().toLowerCase(Locale.ROOT), value.get()));
        field.skipBlanks();
      }
    }
    return Optional.of(new MediaTypeParameters(found));
  }

  /** Returns the values of a parameter, by its name in lower case. */
  List<String> values(String name) {
    return list.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .toList();
  }
}
