package dev.rampart.local.access;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A request that was decided in a run.
 *
 * @param caller the logical id of a function, or the name of a service
 * @param context the values of the first request of its kind
 * @param statement the one that allowed it, as {@code ApiRole/ReadSecret}; empty if none did
 * @param missing why it was refused; empty if it was allowed
 */
public record RecordedCall(
    String caller,
    String action,
    String resource,
    Map<String, List<String>> context,
    String statement,
    String missing) {
  /** Values of one key that are kept, as of the leading keys of a transaction. */
  private static final int VALUES_MAX = 100;

  /** More than an ARN has; what a client sends in place of a name may be longer. */
  private static final int TEXT_MAX = 2048;

  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

  /** Takes what fits in a line, without what a terminal would obey. */
  public RecordedCall {
    action = shown(action);
    resource = shown(resource);
    missing = shown(missing);
    Map<String, List<String>> printable = new TreeMap<>();
    context.forEach(
        (key, values) ->
            printable.put(
                key, values.stream().limit(VALUES_MAX).map(RecordedCall::shown).toList()));
    context = Collections.unmodifiableMap(printable);
  }

  private static String shown(String text) {
    String cut = text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "...";
    return UNPRINTABLE.matcher(cut).replaceAll("?");
  }

  /** Says whether it was allowed. */
  public boolean allowed() {
    return missing.isEmpty();
  }

  /** Returns what makes it different from other kinds: all but values that clients choose. */
  RecordedCall kind() {
    Map<String, List<String>> fixed = action.startsWith("kms:") ? context : Map.of();
    return new RecordedCall(caller, action, resource, fixed, statement, missing);
  }
}
