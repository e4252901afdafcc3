package dev.rampart.local.identity.web;

import dev.rampart.local.protocol.http.PercentDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a form or a query, read strictly: a field that comes twice is refused. */
public record Form(Map<String, String> fields) {
  private static final int FIELDS_MAX = 50;

  public Form {
    fields = Map.copyOf(fields);
  }

  /**
   * Reads {@code a=1&b=2}.
   *
   * @throws BadRequest if an escape is broken, text is not UTF-8, or a name comes twice
   */
  public static Form parse(String raw) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (fields.put(name, value) != null) {
        throw new BadRequest("A parameter comes twice.");
      }
      if (fields.size() > FIELDS_MAX) {
        throw new BadRequest("There are more than " + FIELDS_MAX + " parameters.");
      }
    }
    return new Form(fields);
  }

  /** Returns a field; an empty one counts as absent. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
  }

  /** Returns the words of a field, which a space separates; empty if the field is absent. */
  public Optional<Set<String>> words(String name) {
    return get(name).map(text -> Set.copyOf(List.of(text.split(" ", -1))));
  }

  private static String decode(String raw) {
    if (raw.chars().anyMatch(c -> c > '~' || c < ' ')) {
      throw new BadRequest("A parameter holds a character that has to be escaped.");
    }
    ByteBuffer bytes =
        PercentDecoder.bytes(raw.replace('+', ' '))
            .orElseThrow(() -> new BadRequest("A parameter holds a broken escape."));
    return PercentDecoder.utf8(bytes)
        .orElseThrow(() -> new BadRequest("A parameter is not UTF-8."));
  }

  /** Returns fields as {@link #parse} reads them. */
  public static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
