package dev.rampart.local.access;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The statements of the policies that a resource holds, wherever its type writes them. */
public final class PolicyDocuments {
  private static final Set<String> IDENTITY_POLICIES =
      Set.of(
          "AWS::IAM::GroupPolicy",
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          "AWS::IAM::RolePolicy",
          "AWS::IAM::UserPolicy");

  private PolicyDocuments() {}

  /** Says whether a type holds a policy of an identity that is attached from outside. */
  public static boolean isAttached(Resource policy) {
    return IDENTITY_POLICIES.contains(policy.type());
  }

  /** Returns the statements of a role's trust policy: who may take it on. */
  public static List<Statement> trust(Resource role) {
    return document(role, JsonPointer.compile("/AssumeRolePolicyDocument"));
  }

  /** Returns the statements of the policies that are written in a role. */
  public static List<Statement> ofRole(Resource role) {
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < role.property("Policies").size(); i++) {
      statements.addAll(document(role, JsonPointer.compile("/Policies/" + i + "/PolicyDocument")));
    }
    return statements;
  }

  /** Returns the statements of a resource that is no role. */
  public static List<Statement> ofResource(Resource holder) {
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
