package dev.rampart.adapter.in.apigateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parameters behind a media type or media range (RFC 9110, section 5.6.6). */
record Parameters(List<Parameter> list) {

  Parameters {
    list = List.copyOf(list);
  }

  /**
   * One parameter.
   *
   * @param name in small letters
   * @param value without quotes and escapes
   */
  record Parameter(String name, String value) {}

  /**
   * Reads every parameter that comes next, and the blanks behind the last one. Empty parameters, as
   * in {@code text/plain;}, are skipped; the result is empty if one has no well-formed value.
   */
  static Optional<Parameters> read(FieldCursor field) {
    var found = new ArrayList<Parameter>();
    field.skipBlanks();
    while (field.take(";")) {
      field.skipBlanks();
      var name = field.token();
      if (name.isPresent()) {
        var value =
            field.take("=") ? field.token().or(field::quotedString) : Optional.<String>empty();
        if (value.isEmpty()) {
          return Optional.empty();
        }
        found.add(new Parameter(name.get().toLowerCase(Locale.ROOT), value.get()));
        field.skipBlanks();
      }
    }
    return Optional.of(new Parameters(found));
  }

  /** Returns the values of a parameter, by its name in small letters. */
  List<String> values(String name) {
    return list.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .toList();
  }
}
