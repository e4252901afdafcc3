package dev.rampart.local.access;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.source.TemplateException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses policies that are not of the form that IAM takes (IAM User Guide, "Grammar of the IAM
 * JSON policy language"), each fault with its place.
 */
final class PolicyShape {
  private static final Set<String> DOCUMENT = Set.of("Version", "Id", "Statement");
  private static final Set<String> POLICY = Set.of("PolicyName", "PolicyDocument");
  private static final String WITH_VARIABLES = "2012-10-17";
  private static final Set<String> VERSIONS = Set.of(WITH_VARIABLES, "2008-10-17");
  private static final Set<String> PRINCIPALS =
      Set.of("AWS", "Service", "Federated", "CanonicalUser");
  private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+");
  private static final String STATEMENT = "Statement";
  private static final String NO_TEXT = "is not a text";
  private static final String NO_OBJECT = "is not an object";

  private final Resource holder;
  private final Place place;

  /** Where a policy is written: that decides which elements it has. */
  enum Place {
    /** In a role: who it is about is the role. */
    IDENTITY,
    /** At a resource, and about it: it says whom it allows something. */
    RESOURCE,
    /** A role's trust policy: it is about nothing but the role. */
    TRUST
  }

  PolicyShape(Resource holder, Place place) {
    this.holder = holder;
    this.place = place;
  }

  /** Checks the list of a role's own policies. */
  void requirePolicies(JsonPointer at, JsonNode policies) {
    if (!policies.isArray()) {
      throw holder.fault(at, "is not a list");
    }
    for (int i = 0; i < policies.size(); i++) {
      JsonPointer one = at.appendIndex(i);
      requireMembers(one, policies.path(i), POLICY);
      requireText(one.appendProperty("PolicyName"), policies.path(i).path("PolicyName"));
      requireDocument(
          one.appendProperty("PolicyDocument"), policies.path(i).path("PolicyDocument"));
    }
  }

  /** Checks a document. */
  void requireDocument(JsonPointer at, JsonNode document) {
    requireMembers(at, document, DOCUMENT);
    JsonNode version = document.path("Version");
    if (!version.isMissingNode() && !VERSIONS.contains(version.asText())) {
      throw holder.fault(at.appendProperty("Version"), "is no version of the policy language");
    }
    if (!version.asText().equals(WITH_VARIABLES) && document.toString().contains("${")) {
      throw holder.fault(
          at.appendProperty("Version"), "is not " + WITH_VARIABLES + ", which variables need");
    }
    JsonNode statements = document.path(STATEMENT);
    JsonPointer inside = at.appendProperty(STATEMENT);
    if (!statements.isArray()) {
      requireStatement(inside, statements);
    }
    for (int i = 0; statements.isArray() && i < statements.size(); i++) {
      requireStatement(inside.appendIndex(i), statements.path(i));
    }
  }

  /** Checks a statement, but for what {@link PolicyCompiler} reads of it. */
  void requireStatement(JsonPointer at, JsonNode statement) {
    if (!statement.isObject()) {
      throw holder.fault(at, NO_OBJECT);
    }
    if (statement.has("Sid")) {
      requireText(at.appendProperty("Sid"), statement.path("Sid"));
    }
    String effect = statement.path("Effect").asText();
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw holder.fault(at.appendProperty("Effect"), "is neither Allow nor Deny");
    }
    requireElements(at, statement);
    requirePrincipal(at.appendProperty("Principal"), statement.path("Principal"));
    for (String name : new String[] {"Action", "NotAction", "Resource", "NotResource"}) {
      JsonPointer place = at.appendProperty(name);
      requireTexts(place, statement.path(name));
      for (JsonNode value : each(statement.path(name))) {
        boolean takes =
            name.endsWith("Action")
                ? ACTION.matcher(value.asText()).matches()
                : value.asText().matches("\\*|arn:.*|\\$\\{.*");
        if (!takes) {
          throw holder.fault(
              place, name.endsWith("Action") ? "is no action of a service" : "is no ARN");
        }
      }
    }
    requireCondition(at.appendProperty("Condition"), statement.path("Condition"));
  }

  /** IAM refuses a policy with an element of another kind of policies. */
  private void requireElements(JsonPointer at, JsonNode statement) {
    String refused = place == Place.IDENTITY ? "Principal" : "Resource";
    String kind = place == Place.IDENTITY ? "a policy of a role" : "a trust policy";
    for (String name : List.of(refused, "Not" + refused)) {
      if (place != Place.RESOURCE && statement.has(name)) {
        throw holder.fault(at.appendProperty(name), "is no element of " + kind);
      }
    }
    if (place != Place.IDENTITY && !statement.has("Principal") && !statement.has("NotPrincipal")) {
      throw holder.fault(at.appendProperty("Principal"), "is missing");
    }
  }

  private void requirePrincipal(JsonPointer at, JsonNode principal) {
    boolean everybody = principal.isTextual() && principal.asText().equals("*");
    if (principal.isMissingNode() || everybody) {
      return;
    }
    requireObject(at, principal);
    for (Map.Entry<String, JsonNode> kind : principal.properties()) {
      if (!PRINCIPALS.contains(kind.getKey())) {
        throw holder.fault(at, "has a kind that is not known to the local run");
      }
      requireTexts(at.appendProperty(kind.getKey()), kind.getValue());
    }
  }

  private void requireCondition(JsonPointer at, JsonNode condition) {
    if (condition.isMissingNode()) {
      return;
    }
    requireObject(at, condition);
    for (Map.Entry<String, JsonNode> operator : condition.properties()) {
      JsonPointer ofOperator = at.appendProperty(operator.getKey());
      requireObject(ofOperator, operator.getValue());
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        requireTexts(ofOperator.appendProperty(key.getKey()), key.getValue());
      }
    }
  }

  private void requireMembers(JsonPointer at, JsonNode object, Set<String> names) {
    requireObject(at, object);
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!names.contains(member.getKey())) {
        throw unknown(at.appendProperty(member.getKey()));
      }
    }
  }

  private TemplateException unknown(JsonPointer at) {
    return holder.fault(at, "is not known to the local run");
  }

  private void requireObject(JsonPointer at, JsonNode object) {
    if (!object.isObject()) {
      throw holder.fault(at, NO_OBJECT);
    }
  }

  private void requireText(JsonPointer at, JsonNode text) {
    if (!text.isValueNode() || text.isNull()) {
      throw holder.fault(at, NO_TEXT);
    }
  }

  private void requireTexts(JsonPointer at, JsonNode texts) {
    for (JsonNode text : each(texts)) {
      requireText(at, text);
    }
  }

  private static Iterable<JsonNode> each(JsonNode value) {
    return value.isArray() ? value : value.isMissingNode() ? List.of() : List.of(value);
  }
}
