package dev.rampart.local.identity.api;

import dev.rampart.local.identity.directory.User;
import dev.rampart.local.protocol.AwsError;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filter of {@code ListUsers}: {@code email = "…"} or {@code username ^= "…"}. */
final class UserFilter {
  private static final Pattern START = Pattern.compile("\\s*\"?([a-z:_]+)\"?\\s*(\\^?=)\\s*\"");

  private UserFilter() {}

  static Predicate<User> of(String text) {
    Matcher start = START.matcher(text);
    if (!start.lookingAt()) {
      throw malformed();
    }
    Function<User, String> attribute = attribute(start.group(1));
    String wanted = value(start.group(1), quoted(text, start.end()));
    return start.group(2).equals("=")
        ? user -> attribute.apply(user).equals(wanted)
        : user -> attribute.apply(user).startsWith(wanted);
  }

  /** Cognito takes this one in any case, and the other values as they are. */
  private static String value(String name, String wanted) {
    return name.equals("cognito:user_status") ? wanted.toUpperCase(Locale.ROOT) : wanted;
  }

  /** Returns the text up to the closing quote, which ends the filter; a backslash escapes. */
  private static String quoted(String text, int from) {
    StringBuilder value = new StringBuilder();
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '"' && text.substring(i + 1).isBlank()) {
        return value.toString();
      }
      if (text.charAt(i) == '"' || (text.charAt(i) == '\\' && ++i == text.length())) {
        throw malformed();
      }
      value.append(text.charAt(i));
    }
    throw malformed();
  }

  private static AwsError malformed() {
    return Input.invalid("Error while parsing filter expression");
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
