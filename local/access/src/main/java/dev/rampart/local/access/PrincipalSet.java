package dev.rampart.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a statement of a resource's policy is about (IAM User Guide, "AWS JSON policy elements:
 * Principal").
 *
 * @param everybody whether it names {@code *}
 * @param aws ARNs and account ids
 */
record PrincipalSet(boolean everybody, List<String> aws, List<String> services) {
  private static final String ANYBODY = "*";
  static final PrincipalSet NONE = new PrincipalSet(false, List.of(), List.of());

  static PrincipalSet of(JsonNode principal) {
    List<String> aws = Json.texts(principal.path("AWS"));
    return new PrincipalSet(
        principal.asText().equals(ANYBODY) || aws.contains(ANYBODY),
        aws,
        Json.texts(principal.path("Service")));
  }

  /** Says whether it names nobody. */
  boolean isEmpty() {
    return !everybody && aws.isEmpty() && services.isEmpty();
  }

  /** Returns the names as they are written, those of services first. */
  String written() {
    return Stream.concat(services.stream(), aws.stream()).collect(Collectors.joining(", "));
  }

  /** Says whether it names a principal itself, or everybody. */
  boolean names(Principal principal) {
    return switch (principal) {
      case Principal.Role role ->
          everybody || aws.contains(role.arn()) || aws.contains(role.sessionArn());
      case Principal.Service(String name) -> everybody || services.contains(name);
    };
  }

  /** Says whether it names the account of a principal: its policies decide then. */
  boolean namesAccountOf(Principal principal) {
    return principal instanceof Principal.Role role
        && (aws.contains(role.accountId())
            || aws.stream().anyMatch(arn -> arn.endsWith("::" + role.accountId() + ":root")));
  }
}
