package dev.rampart.local.template;

import java.util.Map;

/**
 * What a created resource is known by.
 *
 * @param ref the value of {@code Ref}
 * @param attributes the values of {@code Fn::GetAtt}
 */
public record PhysicalResource(String ref, Map<String, String> attributes) {
  public PhysicalResource {
    attributes = Map.copyOf(attributes);
  }

  /** A resource without attributes. */
  public static PhysicalResource of(String ref) {
    return new PhysicalResource(ref, Map.of());
  }
}
