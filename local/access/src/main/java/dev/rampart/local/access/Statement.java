package dev.rampart.local.access;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One statement of a policy.
 *
 * @param holder the resource that the policy is written in
 * @param at the way to the statement from the properties of the holder
 * @param node the statement
 */
public record Statement(Resource holder, JsonPointer at, JsonNode node) {
  private static final Set<String> MEMBERS =
      Set.of("Sid", "Effect", "Principal", "Action", "Resource", "Condition");
  private static final String ANYBODY = "*";

  /**
   * A test that a condition makes.
   *
   * @param operator for example {@code ForAllValues:StringLike}
   * @param key in lower case, as IAM compares it
   */
  public record Test(String operator, String key, List<String> values) {

    /** A test for one value. */
    public Test(String operator, String key, String value) {
      this(operator, key, List.of(value));
    }
  }

  public boolean isAllow() {
    return node.path("Effect").asText().equals("Allow");
  }

  public boolean isDeny() {
    return node.path("Effect").asText().equals("Deny");
  }

  public List<String> actions() {
    return Json.texts(node.path("Action"));
  }

  public List<JsonNode> resources() {
    return Json.list(node.path("Resource"));
  }

  /** Returns the principals of all kinds as texts. */
  public List<String> principals() {
    JsonNode principal = node.path("Principal");
    if (!principal.isObject()) {
      return Json.texts(principal);
    }
    List<String> principals = new ArrayList<>();
    principal.forEach(kind -> principals.addAll(Json.texts(kind)));
    return principals;
  }

  /** Returns the services that are principals. */
  public List<String> services() {
    return Json.texts(node.path("Principal").path("Service"));
  }

  /** Returns what the condition asks for, test by test; all have to hold. */
  public List<Test> conditions() {
    List<Test> tests = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operator : node.path("Condition").properties()) {
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        tests.add(
            new Test(
                operator.getKey(),
                key.getKey().toLowerCase(Locale.ROOT),
                Json.texts(key.getValue())));
      }
    }
    return tests;
  }

  /** Says whether anybody at all is a principal. */
  public boolean isForAnybody() {
    return principals().contains(ANYBODY);
  }

  /** Says whether everybody is the principal, and nothing else is. */
  public boolean isForEverybody() {
    return principals().equals(List.of(ANYBODY));
  }

  /** Says whether one service is the only principal. */
  public boolean isForService(String service) {
    return principals().equals(List.of(service)) && services().equals(List.of(service));
  }

  /** Says whether it has no member such as {@code NotAction}, which turns its sense round. */
  public boolean isPlain() {
    return node.properties().stream().map(Map.Entry::getKey).allMatch(MEMBERS::contains);
  }

  /** Says whether it names these actions and no others. */
  public boolean hasActions(String... actions) {
    return Set.copyOf(actions()).equals(Set.of(actions));
  }

  /** Says whether an action is among those it names, by wildcards and in any case, as IAM reads. */
  public boolean covers(String action) {
    return actions().stream().anyMatch(named -> Wildcards.match(named, action));
  }

  /** Says whether the ARN or the reference of one resource is all that it is about. */
  public boolean isAbout(Resource resource) {
    return resources().size() == 1
        && Set.of(
                new Symbol(resource.logicalId(), "").toString(),
                new Symbol(resource.logicalId(), "Arn").toString())
            .contains(resources().getFirst().asText());
  }

  /** Says whether its condition makes these tests and no others. */
  public boolean hasConditions(Test... tests) {
    return Set.copyOf(conditions()).equals(Set.of(tests));
  }

  /**
   * Returns the name that the statement has, or its place in the policy; before it the name of the
   * policy, if there are others beside it.
   */
  public String name() {
    String own = node.has("Sid") ? node.path("Sid").asText() : at.last().getMatchingProperty();
    JsonNode policies = holder.property("Policies");
    int policy = at.tail() == null ? -1 : at.tail().getMatchingIndex();
    return policies.size() > 1 && policy >= 0
        ? policies.path(policy).path("PolicyName").asText() + "/" + own
        : own;
  }
}
