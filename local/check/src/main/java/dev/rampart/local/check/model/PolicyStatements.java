package dev.rampart.local.check.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.PolicyDocuments;
import dev.rampart.local.access.Statement;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;

/** Everything in a template that grants or denies, wherever it is written. */
public final class PolicyStatements {
  private PolicyStatements() {}

  /** Returns every statement of every policy, but for trust policies of roles. */
  public static List<Statement> all(CheckedTemplate subject) {
    List<Statement> statements = new ArrayList<>();
    for (Resource resource : subject.resources()) {
      if (resource.type().equals(Types.ROLE)) {
        statements.addAll(PolicyDocuments.ofRole(resource));
      } else {
        statements.addAll(PolicyDocuments.ofResource(resource));
      }
    }
    return statements;
  }

  /** Returns the statements of a role, with those of policies that are attached from outside. */
  public static List<Statement> ofRole(CheckedTemplate subject, Resource role) {
    List<Statement> statements = new ArrayList<>(PolicyDocuments.ofRole(role));
    for (Resource policy : subject.resources()) {
      if (PolicyDocuments.isAttached(policy) && attaches(subject, policy, role)) {
        statements.addAll(PolicyDocuments.ofResource(policy));
      }
    }
    return statements;
  }

  /** Returns the statements of a role's trust policy: who may take it on. */
  public static List<Statement> trust(Resource role) {
    return PolicyDocuments.trust(role);
  }

  /** Says whether one service may take on a role, without a condition, and nobody else may. */
  public static boolean isTrustedBy(Resource role, String service) {
    List<Statement> trust = trust(role);
    return trust.size() == 1
        && trust.getFirst().isPlain()
        && trust.getFirst().isAllow()
        && trust.getFirst().isForService(service)
        && trust.getFirst().hasActions("sts:AssumeRole")
        && trust.getFirst().conditions().isEmpty();
  }

  /** Returns the statements of the policies that a resource of some type holds itself. */
  public static List<Statement> ofType(CheckedTemplate subject, String type) {
    return subject.ofType(type).stream()
        .flatMap(holder -> PolicyDocuments.ofResource(holder).stream())
        .toList();
  }

  private static boolean attaches(CheckedTemplate subject, Resource policy, Resource role) {
    List<JsonNode> roles = new ArrayList<>(Json.list(policy.property("Roles")));
    roles.addAll(Json.list(policy.property("RoleName")));
    boolean byPolicy = roles.stream().anyMatch(name -> subject.isTarget(name, role));
    return byPolicy
        || Json.list(role.property("ManagedPolicyArns")).stream()
            .anyMatch(arn -> subject.isTarget(arn, policy));
  }
}
