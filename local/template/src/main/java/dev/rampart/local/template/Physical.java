package dev.rampart.local.template;

import java.util.Map;

/**
 * What a created resource is known by.
 *
 * @param ref the value of {@code Ref}
 * @param attributes the values of {@code Fn::GetAtt}
 */
public record Physical(String ref, Map<String, String> attributes) {
  public Physical {
    attributes = Map.copyOf(attributes);
  }

  /** A resource without attributes. */
  public static Physical of(String ref) {
    return new Physical(ref, Map.of());
  }
}
