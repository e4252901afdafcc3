package dev.rampart.local.access;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody wants to do, and under which circumstances.
 *
 * @param action for example {@code dynamodb:PutItem}
 * @param resource an ARN, or {@code *} for an action that has no resource type
 * @param context the values of condition keys, whose names are in lower case; a key without values
 *     is not in the request
 */
public record AccessRequest(String action, String resource, Map<String, List<String>> context) {
  /** Takes the names of keys in any case, as IAM does. */
  public AccessRequest {
    Map<String, List<String>> folded = new HashMap<>();
    context.forEach(
        (key, values) -> {
          if (!values.isEmpty()) {
            folded.put(key.toLowerCase(Locale.ROOT), List.copyOf(values));
          }
        });
    context = Map.copyOf(folded);
  }

  /** Returns the same with values of further keys. */
  public AccessRequest with(Map<String, List<String>> more) {
    Map<String, List<String>> all = new HashMap<>(context);
    all.putAll(more);
    return new AccessRequest(action, resource, all);
  }

  /** Returns the values of a key in lower case; none if it is not in the request. */
  List<String> values(String key) {
    return context.getOrDefault(key, List.of());
  }
}
