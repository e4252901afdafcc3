package dev.rampart.local.identity.api;

import dev.rampart.local.identity.directory.User;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filter of {@code ListUsers}: {@code email = "…"} or {@code username ^= "…"}. */
final class Filter {
  private static final Pattern SHAPE =
      Pattern.compile("\\s*\"?([a-z:_]+)\"?\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*");

  private Filter() {}

  static Predicate<User> of(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      throw Input.invalid("Error while parsing filter expression");
    }
    Function<User, String> attribute = attribute(shape.group(1));
    String wanted = shape.group(3).replaceAll("\\\\(.)", "$1");
    return shape.group(2).equals("=")
        ? user -> attribute.apply(user).equals(wanted)
        : user -> attribute.apply(user).startsWith(wanted);
  }

  private static Function<User, String> attribute(String name) {
    return switch (name) {
      case "username" -> User::name;
      case "sub" -> User::sub;
      case "email" -> user -> user.attributes().getOrDefault("email", "");
      case "cognito:user_status" -> user -> user.status().name();
      case "status" -> user -> user.enabled() ? "Enabled" : "Disabled";
      default -> throw Input.invalid("Invalid search attribute: " + name);
    };
  }
}
