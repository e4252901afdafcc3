package dev.rampart.local.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.generate.Intrinsics;
import dev.rampart.local.generate.TemplateResources;
import dev.rampart.local.template.Template;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The policies that stand with what they protect: each queue takes messages from the rules and
 * buses that name it, each topic from the alarms of the account, each function calls from the log
 * groups and user pools that name it; queues and topics refuse connections without TLS.
 */
public final class StandardPolicies {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final TemplateResources resources;
  private final ObjectNode policies = JSON.objectNode();

  private StandardPolicies(TemplateResources resources) {
    this.resources = resources;
  }

  /**
   * Returns the resources to write.
   *
   * @param template without those that were written before
   */
  public static ObjectNode of(Template template) {
    StandardPolicies standard = new StandardPolicies(TemplateResources.of(template));
    standard.queues();
    standard.topics();
    standard.subscriptions();
    standard.triggers();
    return standard.policies;
  }

  private void queues() {
    for (String queue : resources.ofType("AWS::SQS::Queue")) {
      ArrayNode statements = JSON.arrayNode();
      statements.add(PolicyStatement.onlyTls("sqs:*", Intrinsics.attribute(queue, "Arn")));
      Set<String> senders = senders(queue);
      if (!senders.isEmpty()) {
        ArrayNode sources = JSON.arrayNode();
        senders.forEach(sender -> sources.add(Intrinsics.attribute(sender, "Arn")));
        statements.add(PolicyStatement.fromEvents(Intrinsics.attribute(queue, "Arn"), sources));
      }
      add(queue, "AWS::SQS::QueuePolicy", "Queues", statements);
    }
  }

  /** The rules that send events to a queue, or what they cannot deliver, and buses with faults. */
  private Set<String> senders(String queue) {
    Set<String> senders = new LinkedHashSet<>();
    for (String rule : resources.ofType("AWS::Events::Rule")) {
      for (JsonNode target : resources.properties(rule).path("Targets")) {
        if (isFor(queue, target) || isFor(queue, target.path("DeadLetterConfig"))) {
          senders.add(rule);
        }
      }
    }
    for (String bus : resources.ofType("AWS::Events::EventBus")) {
      if (isFor(queue, resources.properties(bus).path("DeadLetterConfig"))) {
        senders.add(bus);
      }
    }
    return senders;
  }

  private boolean isTarget(String topic) {
    return resources.ofType("AWS::Events::Rule").stream()
        .flatMap(rule -> resources.properties(rule).path("Targets").valueStream())
        .anyMatch(target -> isFor(topic, target));
  }

  private static boolean isFor(String queue, JsonNode destination) {
    return TemplateResources.target(destination.path("Arn")).filter(queue::equals).isPresent();
  }

  private void topics() {
    for (String topic : resources.ofType("AWS::SNS::Topic")) {
      ArrayNode statements = JSON.arrayNode();
      // What rules publish on, they publish with roles.
      if (!isTarget(topic)) {
        statements.add(PolicyStatement.fromAlarms(Intrinsics.ref(topic)));
      }
      statements.add(PolicyStatement.onlyTls("sns:Publish", Intrinsics.ref(topic)));
      add(topic, "AWS::SNS::TopicPolicy", "Topics", statements);
    }
  }

  private void add(String protectedOne, String type, String property, ArrayNode statements) {
    ObjectNode policy = policies.putObject(protectedOne + "Policy").put("Type", type);
    resources.condition(protectedOne).ifPresent(condition -> policy.put("Condition", condition));
    ObjectNode properties = policy.putObject("Properties");
    properties.putArray(property).add(Intrinsics.ref(protectedOne));
    ObjectNode document = properties.putObject("PolicyDocument").put("Version", "2012-10-17");
    document.set("Statement", statements);
  }

  private void subscriptions() {
    for (String subscription : resources.ofType("AWS::Logs::SubscriptionFilter")) {
      JsonNode written = resources.properties(subscription);
      TemplateResources.target(written.path("LogGroupName"))
          .ifPresent(
              group ->
                  permission(
                      subscription,
                      subscription.replaceFirst("Subscription$", "") + "MayInvoke",
                      written.path("DestinationArn"),
                      "logs.amazonaws.com",
                      group));
    }
  }

  private void triggers() {
    for (String pool : resources.ofType("AWS::Cognito::UserPool")) {
      Set<JsonNode> functions = new LinkedHashSet<>();
      for (JsonNode trigger : resources.properties(pool).path("LambdaConfig")) {
        functions.add(trigger.has("LambdaArn") ? trigger.path("LambdaArn") : trigger);
      }
      for (JsonNode function : functions) {
        TemplateResources.target(function)
            .map(alias -> pool + "MayInvoke" + alias.replaceFirst("Function[.]Alias$", ""))
            .ifPresent(name -> permission(pool, name, function, "cognito-idp.amazonaws.com", pool));
      }
    }
  }

  /** Writes a permission, which is there when that is there which calls the function. */
  private void permission(
      String caller, String name, JsonNode function, String service, String source) {
    ObjectNode permission = policies.putObject(name).put("Type", "AWS::Lambda::Permission");
    resources.condition(caller).ifPresent(condition -> permission.put("Condition", condition));
    ObjectNode properties = permission.putObject("Properties");
    properties.set("FunctionName", function);
    properties.put("Action", "lambda:InvokeFunction");
    properties.put("Principal", service);
    properties.set("SourceAccount", Intrinsics.ref("AWS::AccountId"));
    properties.set("SourceArn", Intrinsics.attribute(source, "Arn"));
  }
}
