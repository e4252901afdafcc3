package dev.rampart.adapter.lambda;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.BlockingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment variables of a function. */
public record Environment(Map<String, String> variables) {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,6}");

  public Environment {
    variables = Map.copyOf(variables);
  }

  /**
   * Returns the value of a variable.
   *
   * @throws IllegalArgumentException if it is missing or blank
   */
  public String required(String name) {
    String value = variables.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + name + " is missing");
    }
    return value;
  }

  /**
   * Returns the value of a variable that is a whole number of at most six digits.
   *
   * @throws IllegalArgumentException if it is missing or no such number
   */
  public int requiredNumber(String name) {
    String text = required(name);
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "the environment variable " + name + " is not a whole number");
    }
    return Integer.parseInt(text);
  }

  /**
   * Returns the elements of a variable that is a list, separated by commas.
   *
   * @throws IllegalArgumentException if it is missing or blank
   */
  public Set<String> requiredList(String name) {
    return elements(required(name));
  }

  /** Returns the elements of a variable that is a list; none if it is missing. */
  public Set<String> list(String name) {
    return elements(variables.getOrDefault(name, ""));
  }

  /**
   * Returns the address ranges of a variable that is a list of them; none if it is missing.
   *
   * @throws IllegalArgumentException if one cannot be read: it must not be left out in silence
   */
  public Set<SourceRange> ranges(String name) {
    return list(name).stream()
        .map(text -> range(name, text))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Returns the value of a variable that is {@code on} or {@code dry-run}.
   *
   * @throws IllegalArgumentException if it is missing or neither
   */
  public BlockingMode blockingMode(String name) {
    return switch (required(name)) {
      case "on" -> BlockingMode.ON;
      case "dry-run" -> BlockingMode.DRY_RUN;
      default -> throw new IllegalArgumentException(name + " is neither on nor dry-run");
    };
  }

  private static SourceRange range(String name, String text) {
    return SourceRange.parse(text)
        .orElseThrow(() -> new IllegalArgumentException(name + " holds no address range: " + text));
  }

  private static Set<String> elements(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(element -> !element.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
