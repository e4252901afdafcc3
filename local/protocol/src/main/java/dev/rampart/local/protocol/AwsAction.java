package dev.rampart.local.protocol;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a call would be authorised for, in the words of IAM's Service Authorization Reference. A
 * call that is about several resources has several of these.
 *
 * @param name for example {@code dynamodb:PutItem}
 * @param resource an ARN, or {@link #ANY} for an action that has no resource type
 * @param context the values of the service's own condition keys
 */
public record AwsAction(String name, String resource, Map<String, List<String>> context) {
  /** The resource of an action that has no resource type. */
  public static final String ANY = "*";

  /** A key without values is not in the call. */
  public AwsAction {
    context =
        context.entrySet().stream()
            .filter(key -> !key.getValue().isEmpty())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** An action that has no condition keys of its own. */
  public AwsAction(String name, String resource) {
    this(name, resource, Map.of());
  }

  /** Returns the same with values of condition keys. */
  public AwsAction with(Map<String, List<String>> values) {
    return new AwsAction(name, resource, values);
  }

  @Override
  public String toString() {
    return name + " on " + resource;
  }
}
