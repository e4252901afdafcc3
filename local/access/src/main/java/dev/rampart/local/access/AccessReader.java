package dev.rampart.local.access;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads who may do what from a stack. */
public final class AccessReader {
  private static final String ROLE = "AWS::IAM::Role";
  private static final String PERMISSION = "AWS::Lambda::Permission";
  private static final String QUEUE_POLICY = "AWS::SQS::QueuePolicy";
  private static final String BUS_POLICY = "AWS::Events::EventBusPolicy";
  private static final String TOPIC_POLICY = "AWS::SNS::TopicPolicy";
  private static final String BUCKET_POLICY = "AWS::S3::BucketPolicy";
  private static final String ARN = "Arn";

  /** The role that an integration takes on, in a method. */
  private static final JsonPointer CREDENTIALS =
      JsonPointer.compile("/x-amazon-apigateway-integration/credentials");

  private final Stack stack;
  private final Map<String, List<Grant>> ofRoles = new HashMap<>();
  private final Map<String, List<Grant>> ofResources = new HashMap<>();

  private AccessReader(Stack stack) {
    this.stack = stack;
  }

  /** Says whether resources of a type are read here. */
  public static boolean takes(String type) {
    return List.of(ROLE, PERMISSION, QUEUE_POLICY, BUS_POLICY, TOPIC_POLICY, BUCKET_POLICY)
        .contains(type);
  }

  /**
   * Reads a stack.
   *
   * @param taken the resources of the types that {@link #takes} names
   * @throws dev.rampart.local.template.source.TemplateException if a policy is wrong, or cannot be
   *     evaluated here
   */
  public static AccessPlan read(Stack stack, List<Properties> taken) {
    return new AccessReader(stack).read(taken);
  }

  private AccessPlan read(List<Properties> taken) {
    Map<String, Resource> holders = new HashMap<>();
    for (Properties each : taken) {
      switch (each.resource().type()) {
        case ROLE -> {
          role(each);
          holders.put(each.resource().logicalId(), each.resource());
        }
        case PERMISSION -> permission(each);
        case QUEUE_POLICY -> resourcePolicy(each, queueArns(each));
        case TOPIC_POLICY -> resourcePolicy(each, each.texts("Topics"));
        case BUCKET_POLICY -> resourcePolicy(each, List.of(bucketArn(each.text("Bucket"))));
        default -> busPolicy(each);
      }
    }
    for (Resource key : stack.ofType("AWS::KMS::Key")) {
      new PolicyShape(key, PolicyShape.Place.RESOURCE)
          .requireDocument(JsonPointer.compile("/KeyPolicy"), key.property("KeyPolicy"));
      add(attribute(key, ARN), PolicyDocuments.ofResource(key));
    }
    return new AccessPlan(
        stack.pseudoParameters(),
        roles(holders),
        holders,
        new AccessPolicies(ofRoles, ofResources),
        new EncryptionKeys(stack).byResource(),
        stack.resources().stream()
            .filter(resource -> !attribute(resource, ARN).isEmpty())
            .collect(
                Collectors.toMap(
                    resource -> attribute(resource, ARN), resource -> resource, (one, _) -> one)));
  }

  private void role(Properties role) {
    new PolicyShape(role.resource(), PolicyShape.Place.IDENTITY)
        .requirePolicies(
            JsonPointer.compile("/Policies"),
            role.document("Policies").orElseGet(JsonNodeFactory.instance::arrayNode));
    new PolicyShape(role.resource(), PolicyShape.Place.TRUST)
        .requireDocument(
            JsonPointer.compile("/AssumeRolePolicyDocument"),
            document(role, "AssumeRolePolicyDocument"));
    Optional<String> _ = role.optionalText("RoleName");
    role.leave("Description", "MaxSessionDuration", "Tags");
    ofRoles.put(
        role.resource().logicalId(),
        PolicyDocuments.ofRole(role.resource()).stream().map(PolicyCompiler::compile).toList());
  }

  private static JsonNode document(Properties owner, String name) {
    return owner.document(name).orElseThrow(() -> owner.fault(name, "is missing"));
  }

  private void permission(Properties permission) {
    String function = functionArn(permission);
    String principal = permission.text("Principal");
    ObjectNode statement = JsonNodeFactory.instance.objectNode();
    statement.put("Sid", permission.resource().logicalId()).put("Effect", "Allow");
    statement
        .putObject("Principal")
        .put(principal.endsWith(".amazonaws.com") ? "Service" : "AWS", principal);
    statement.put("Action", permission.text("Action")).put("Resource", function);
    ObjectNode condition = statement.putObject("Condition");
    permission
        .optionalText("SourceArn")
        .ifPresent(arn -> condition.putObject("ArnLike").put(ContextKeys.SOURCE_ARN, arn));
    permission
        .optionalText("SourceAccount")
        .ifPresent(id -> condition.putObject("StringEquals").put(ContextKeys.SOURCE_ACCOUNT, id));
    add(function, List.of(new Statement(permission.resource(), JsonPointer.empty(), statement)));
  }

  /** A permission names a function by its name or ARN, perhaps with an alias. */
  private String functionArn(Properties permission) {
    String named = permission.text("FunctionName");
    String arn =
        named.startsWith("arn:")
            ? named
            : stack.pseudoParameters().arn("lambda", "function:" + named);
    boolean known =
        stack.ofType("AWS::Serverless::Function").stream()
            .map(function -> attribute(function, ARN))
            .anyMatch(function -> arn.equals(function) || arn.startsWith(function + ":"));
    if (!known) {
      throw permission.fault("FunctionName", "names no function of the template");
    }
    return arn;
  }

  private List<String> queueArns(Properties policy) {
    return policy.texts("Queues").stream()
        .map(url -> url.substring(url.lastIndexOf('/') + 1))
        .map(name -> stack.pseudoParameters().arn("sqs", name))
        .toList();
  }

  private static String bucketArn(String name) {
    return "arn:aws:s3:::" + name;
  }

  private void resourcePolicy(Properties policy, List<String> arns) {
    new PolicyShape(policy.resource(), PolicyShape.Place.RESOURCE)
        .requireDocument(
            JsonPointer.compile("/PolicyDocument"), document(policy, "PolicyDocument"));
    arns.forEach(arn -> add(arn, PolicyDocuments.ofResource(policy.resource())));
  }

  private void busPolicy(Properties policy) {
    new PolicyShape(policy.resource(), PolicyShape.Place.RESOURCE)
        .requireStatement(JsonPointer.compile("/Statement"), document(policy, "Statement"));
    String _ = policy.text("StatementId");
    String bus = policy.optionalText("EventBusName").orElse("default");
    add(
        stack.pseudoParameters().arn("events", "event-bus/" + bus),
        PolicyDocuments.ofResource(policy.resource()));
  }

  private void add(String arn, List<Statement> statements) {
    List<Grant> all = ofResources.computeIfAbsent(arn, _ -> new ArrayList<>());
    statements.forEach(statement -> all.add(PolicyCompiler.compile(statement)));
  }

  private Map<String, Principal.Role> roles(Map<String, Resource> holders) {
    Map<String, Principal.Role> roles = new HashMap<>();
    for (Resource function : stack.ofType("AWS::Serverless::Function")) {
      roles.put(function.logicalId(), role(holders, function, JsonPointer.compile("/Role")));
    }
    for (Resource schedule : stack.ofType("AWS::Scheduler::Schedule")) {
      roles.put(
          schedule.logicalId(), role(holders, schedule, JsonPointer.compile("/Target/RoleArn")));
    }
    stack.ofType("AWS::Events::Rule").forEach(rule -> ofTargets(holders, rule, roles));
    stack.ofType("AWS::Serverless::Api").forEach(api -> ofIntegrations(holders, api, roles));
    return roles;
  }

  /** Reads the role that the integrations of an API take on. */
  private void ofIntegrations(
      Map<String, Resource> holders, Resource api, Map<String, Principal.Role> roles) {
    JsonPointer paths = JsonPointer.compile("/DefinitionBody/paths");
    for (Map.Entry<String, JsonNode> path : api.properties().at(paths).properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        JsonPointer at =
            paths.appendProperty(path.getKey()).appendProperty(method.getKey()).append(CREDENTIALS);
        if (!api.properties().at(at).isMissingNode()) {
          Principal.Role named = role(holders, api, at);
          if (!named.equals(roles.getOrDefault(api.logicalId(), named))) {
            throw api.fault(at, "is another role than before; here an API has one");
          }
          roles.put(api.logicalId(), named);
        }
      }
    }
  }

  /** Reads the role that the targets of a rule name. */
  private void ofTargets(
      Map<String, Resource> holders, Resource rule, Map<String, Principal.Role> roles) {
    JsonNode targets = rule.property("Targets");
    for (int i = 0; i < targets.size(); i++) {
      JsonPointer at = JsonPointer.compile("/Targets/" + i + "/RoleArn");
      if (rule.properties().at(at).isMissingNode()) {
        continue;
      }
      Principal.Role named = role(holders, rule, at);
      if (!named.equals(roles.getOrDefault(rule.logicalId(), named))) {
        throw rule.fault(at, "is another role than that of the target before; here a rule has one");
      }
      roles.put(rule.logicalId(), named);
    }
  }

  /** Returns the role that a property names, with the trust policy read. */
  private Principal.Role role(Map<String, Resource> holders, Resource owner, JsonPointer property) {
    String arn = owner.properties().at(property).asText();
    Resource role =
        holders.values().stream()
            .filter(holder -> attribute(holder, ARN).equals(arn))
            .findFirst()
            .orElseThrow(() -> owner.fault(property, "names no role of the template"));
    if (!ofResources.containsKey(arn)) {
      add(arn, PolicyDocuments.trust(role));
    }
    return new Principal.Role(
        role.logicalId(),
        role.physical().ref(),
        stack.pseudoParameters().accountId(),
        owner.physical().ref());
  }

  private static String attribute(Resource resource, String name) {
    return resource.physical().attributes().getOrDefault(name, "");
  }
}
