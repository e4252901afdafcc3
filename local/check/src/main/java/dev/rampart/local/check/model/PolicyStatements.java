package dev.rampart.local.check.model;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything in a template that grants or denies, wherever it is written. */
public final class PolicyStatements {
  private static final Set<String> IDENTITY_POLICIES =
      Set.of(
          "AWS::IAM::GroupPolicy",
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          "AWS::IAM::RolePolicy",
          "AWS::IAM::UserPolicy");

  private PolicyStatements() {}

  /** Returns every statement of every policy, but for trust policies of roles. */
  public static List<Statement> all(CheckedTemplate subject) {
    List<Statement> statements = new ArrayList<>();
    for (Resource resource : subject.resources()) {
      if (resource.type().equals(Types.ROLE)) {
        statements.addAll(ofPolicies(resource));
      } else {
        statements.addAll(ofDocuments(resource));
      }
    }
    return statements;
  }

  /** Returns the statements of a role, with those of policies that are attached from outside. */
  public static List<Statement> ofRole(CheckedTemplate subject, Resource role) {
    List<Statement> statements = new ArrayList<>(ofPolicies(role));
    for (Resource policy : subject.resources()) {
      if (IDENTITY_POLICIES.contains(policy.type()) && attaches(subject, policy, role)) {
        statements.addAll(ofDocuments(policy));
      }
    }
    return statements;
  }

  /** Returns the statements of a role's trust policy: who may take it on. */
  public static List<Statement> trust(Resource role) {
    return document(role, JsonPointer.compile("/AssumeRolePolicyDocument"));
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

  /** Says whether a type holds a policy of an identity that is attached from outside. */
  public static boolean isAttached(Resource policy) {
    return IDENTITY_POLICIES.contains(policy.type());
  }

  /** Returns the statements of the policies that a resource of some type holds itself. */
  public static List<Statement> ofType(CheckedTemplate subject, String type) {
    return subject.ofType(type).stream().flatMap(holder -> ofDocuments(holder).stream()).toList();
  }

  private static boolean attaches(CheckedTemplate subject, Resource policy, Resource role) {
    List<JsonNode> roles = new ArrayList<>(Json.list(policy.property("Roles")));
    roles.addAll(Json.list(policy.property("RoleName")));
    boolean byPolicy = roles.stream().anyMatch(name -> subject.isTarget(name, role));
    return byPolicy
        || Json.list(role.property("ManagedPolicyArns")).stream()
            .anyMatch(arn -> subject.isTarget(arn, policy));
  }

  private static List<Statement> ofPolicies(Resource role) {
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < role.property("Policies").size(); i++) {
      statements.addAll(document(role, JsonPointer.compile("/Policies/" + i + "/PolicyDocument")));
    }
    return statements;
  }

  /** The places in which the types of the services write a policy. */
  private static List<Statement> ofDocuments(Resource holder) {
    List<Statement> statements = new ArrayList<>();
    for (String at :
        List.of(
            "/PolicyDocument",
            "/KeyPolicy",
            "/ResourcePolicy",
            "/ResourcePolicy/PolicyDocument",
            "/StreamSpecification/ResourcePolicy/PolicyDocument",
            "/Policy")) {
      statements.addAll(document(holder, JsonPointer.compile(at)));
    }
    if (holder.type().equals("AWS::Events::EventBusPolicy")) {
      statements.addAll(statements(holder, holder.properties(), JsonPointer.empty()));
    }
    return statements;
  }

  private static List<Statement> document(Resource holder, JsonPointer at) {
    JsonNode document = holder.properties().at(at);
    return statements(holder, document.isTextual() ? Json.parse(document.asText()) : document, at);
  }

  private static List<Statement> statements(Resource holder, JsonNode document, JsonPointer at) {
    JsonNode written = document.path("Statement");
    JsonPointer inside = at.appendProperty("Statement");
    List<Statement> statements = new ArrayList<>();
    if (written.isObject()) {
      statements.add(new Statement(holder, inside, written));
    }
    for (int i = 0; written.isArray() && i < written.size(); i++) {
      statements.add(new Statement(holder, inside.appendIndex(i), written.path(i)));
    }
    return statements;
  }
}
