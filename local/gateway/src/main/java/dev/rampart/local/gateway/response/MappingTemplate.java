package dev.rampart.local.gateway.response;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.rampart.local.template.Properties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code $context} variables, as gateway responses and access logs have it. */
public final class MappingTemplate {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:context\\.([A-Za-z0-9_]+(?:\\.[A-Za-z0-9_]+)*)|([A-Za-z]+))");

  /** The one variable that is a JSON text already, quotes included. */
  private static final String MESSAGE_STRING = "error.messageString";

  private final List<Part> parts;

  private MappingTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A literal, or the name of a variable. */
  private record Part(String text, boolean variable) {}

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if it uses more than context variables
   */
  public static MappingTemplate of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(text);
    int from = 0;
    while (matcher.find()) {
      String name = matcher.group(1);
      if (name == null) {
        throw new IllegalArgumentException("$" + matcher.group(2) + " is no context variable");
      }
      parts.add(new Part(text.substring(from, matcher.start()), false));
      parts.add(new Part(name, true));
      from = matcher.end();
    }
    parts.add(new Part(text.substring(from), false));
    return new MappingTemplate(parts);
  }

  /**
   * Reads a property.
   *
   * @throws dev.rampart.local.template.source.TemplateException if it uses more than context
   *     variables
   */
  public static MappingTemplate read(Properties properties, String name) {
    try {
      return of(properties.text(name));
    } catch (IllegalArgumentException e) {
      throw properties.fault(name, "is not understood: " + e.getMessage());
    }
  }

  /**
   * Reads templates by media type, of which JSON's is used or else the first; empty if there are
   * none.
   *
   * @throws dev.rampart.local.template.source.TemplateException if one uses more than context
   *     variables
   */
  public static Optional<MappingTemplate> ofMediaTypes(Properties templates) {
    Map<String, MappingTemplate> read = new LinkedHashMap<>();
    templates.names().forEach(type -> read.put(type, read(templates, type)));
    return Optional.ofNullable(read.get("application/json"))
        .or(() -> read.values().stream().findFirst());
  }

  /**
   * Renders JSON: every value is escaped, so that it stays inside the string it stands in.
   *
   * @param absent what stands for a variable that has no value
   */
  public String json(Function<String, Optional<String>> variables, String absent) {
    StringBuilder rendered = new StringBuilder();
    for (Part part : parts) {
      if (!part.variable()) {
        rendered.append(part.text());
      } else if (part.text().equals(MESSAGE_STRING)) {
        rendered.append(quoted(variables.apply("error.message").orElse(absent)));
      } else {
        rendered.append(escaped(variables.apply(part.text()).orElse(absent)));
      }
    }
    return rendered.toString();
  }

  private static String quoted(String value) {
    return '"' + escaped(value) + '"';
  }

  private static String escaped(String value) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(value));
  }
}
