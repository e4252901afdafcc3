package dev.rampart.local.check.rule.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The actions that IAM knows, of the services that {@code iam-actions.txt} lists. */
final class IamActions {
  private static final String FILE = "iam-actions.txt";
  private static final Map<String, Set<String>> BY_SERVICE = read();

  private IamActions() {}

  /** Says whether the service of an action is listed. */
  static boolean knowsService(String action) {
    return BY_SERVICE.containsKey(service(action));
  }

  /** Says whether there is an action; upper and lower case are the same, as IAM compares it. */
  static boolean exists(String action) {
    return BY_SERVICE
        .getOrDefault(service(action), Set.of())
        .contains(action.substring(action.indexOf(':') + 1).toLowerCase(Locale.ROOT));
  }

  /** Returns the service of an action: what stands before its colon. */
  static String service(String action) {
    return action.substring(0, Math.max(0, action.indexOf(':'))).toLowerCase(Locale.ROOT);
  }

  /** A line has a service, and after it all of its actions. */
  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> actions = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(IamActions.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(text -> !text.startsWith("#")).toList()) {
        List<String> words = List.of(line.split(" ", -1));
        actions.put(words.getFirst(), Set.copyOf(words.subList(1, words.size())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
    return Map.copyOf(actions);
  }
}
