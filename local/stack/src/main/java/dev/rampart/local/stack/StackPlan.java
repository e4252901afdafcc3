package dev.rampart.local.stack;

import dev.rampart.local.access.AccessPlan;
import dev.rampart.local.alarm.AlarmPlan;
import dev.rampart.local.events.archive.ArchiveSettings;
import dev.rampart.local.events.bus.BusSettings;
import dev.rampart.local.events.bus.RuleSettings;
import dev.rampart.local.events.destination.ApiDestinationSettings;
import dev.rampart.local.events.queue.QueueSettings;
import dev.rampart.local.firewall.FirewallPlan;
import dev.rampart.local.firewall.location.AddressLocations;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.usage.UsageSettings;
import dev.rampart.local.host.FunctionSettings;
import dev.rampart.local.host.queue.QueueMappingSettings;
import dev.rampart.local.host.stream.StreamSettings;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.settings.PhysicalIds;
import dev.rampart.local.logs.delivery.SubscriptionSettings;
import dev.rampart.local.logs.group.LogGroupSettings;
import dev.rampart.local.schedules.ScheduleSettings;
import dev.rampart.local.stack.secrets.SecretDefinition;
import dev.rampart.local.tables.table.TableSettings;
import dev.rampart.local.template.Stack;
import dev.rampart.local.topics.TopicPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run makes of a stack. It is read whole before anything starts, so that every fault of a
 * template is told before a port is open, and again when the stack knows what the endpoints call
 * its resources.
 *
 * @param usage the API keys and their usage plans, in the order of the template
 * @param webClient the app client of people, who sign in by authorization code
 * @param machineClient the app client of programs
 * @param tables by logical id, as are streams and secrets
 * @param firewall the web ACLs in front of the API and the user pool
 * @param topics the topics and who is subscribed
 * @param alarms the alarms, and the metrics that models are made of
 * @param access who may do what
 * @param left what changes nothing in a run
 */
record StackPlan(
    ApiDefinition api,
    UsageSettings usage,
    List<FunctionSettings> functions,
    Map<String, TableSettings> tables,
    List<BusSettings> buses,
    List<ArchiveSettings> archives,
    List<QueueSettings> queues,
    List<RuleSettings> rules,
    List<ApiDestinationSettings> destinations,
    List<ScheduleSettings> schedules,
    List<QueueMappingSettings> queueMappings,
    Map<String, StreamSettings> streamMappings,
    IdentitySettings identity,
    ClientSettings webClient,
    ClientSettings machineClient,
    Map<String, SecretDefinition> secrets,
    List<LogGroupSettings> logGroups,
    List<SubscriptionSettings> subscriptions,
    FirewallPlan firewall,
    TopicPlan topics,
    AlarmPlan alarms,
    AccessPlan access,
    LeftUndone left) {

  /**
   * Reads a stack.
   *
   * @param ids the ids of its user pool and clients
   * @param root where the jars of its functions are
   * @param locations where addresses are, for rules of the firewall that ask
   * @throws dev.rampart.local.template.source.TemplateException if a resource or a property is
   *     wrong, or is unknown to the local run
   */
  static StackPlan of(Stack stack, PhysicalIds ids, Path root, AddressLocations locations) {
    return new StackReader(stack, ids, root, locations).read();
  }

  /** Returns the logical ids of the functions by their ARNs. */
  Map<String, String> functionIds() {
    return functions.stream()
        .collect(Collectors.toMap(FunctionSettings::arn, FunctionSettings::logicalId));
  }

  /** Returns the logical ids of the rules whose targets have a role, by their ARNs. */
  Map<String, String> ruleIds() {
    return access.resources().entrySet().stream()
        .filter(resource -> resource.getValue().type().equals("AWS::Events::Rule"))
        .filter(resource -> access.roles().containsKey(resource.getValue().logicalId()))
        .collect(Collectors.toMap(Map.Entry::getKey, resource -> resource.getValue().logicalId()));
  }

  /**
   * Says whether there is a function.
   *
   * @param named its name, or its ARN, perhaps with a version or an alias
   */
  boolean hasFunction(String named) {
    return find(named).isPresent();
  }

  /**
   * Returns the logical id of a function that is there.
   *
   * @param named as {@link #hasFunction} has it
   */
  String function(String named) {
    return find(named).map(FunctionSettings::logicalId).orElseThrow();
  }

  private Optional<FunctionSettings> find(String named) {
    return functions.stream()
        .filter(
            function ->
                named.equals(function.name())
                    || named.equals(function.arn())
                    || named.startsWith(function.arn() + ":"))
        .findFirst();
  }
}
