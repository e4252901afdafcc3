package dev.rampart.local.gateway.usage;

import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.template.Properties;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The API keys and usage plans of a template, and which key is in which plan. */
public record UsageSettings(List<Key> keys, List<UsagePlan> plans, List<Member> members) {
  public UsageSettings {
    keys = List.copyOf(keys);
    plans = List.copyOf(plans);
    members = List.copyOf(members);
  }

  /** An {@code AWS::ApiGateway::ApiKey}; without {@code Enabled} it opens nothing, as on AWS. */
  public record Key(String logicalId, String id, String name, String description, boolean enabled) {

    private static Key read(Properties key) {
      key.leave("Tags");
      return new Key(
          key.resource().logicalId(),
          key.resource().physical().ref(),
          key.optionalText("Name").orElse(key.resource().logicalId()),
          key.optionalText("Description").orElse(""),
          key.flag("Enabled", false));
    }
  }

  /** An {@code AWS::ApiGateway::UsagePlanKey}, by physical ids. */
  public record Member(String planId, String keyId) {}

  /**
   * Reads them.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong, names what
   *     there is not, or puts a key into two plans of the stage, which AWS refuses
   */
  public static UsageSettings read(
      List<Properties> keys, List<Properties> plans, List<Properties> members, ApiDefinition api) {
    List<Key> readKeys = keys.stream().map(Key::read).toList();
    List<UsagePlan> readPlans = plans.stream().map(plan -> UsagePlan.read(plan, api)).toList();
    Set<String> opened = new HashSet<>();
    List<Member> readMembers =
        members.stream().map(each -> member(each, readKeys, readPlans, opened)).toList();
    return new UsageSettings(readKeys, readPlans, readMembers);
  }

  private static Member member(
      Properties member, List<Key> keys, List<UsagePlan> plans, Set<String> opened) {
    String _ = member.oneOf("KeyType", "API_KEY");
    String keyId = member.text("KeyId");
    if (keys.stream().noneMatch(key -> key.id().equals(keyId))) {
      throw member.fault("KeyId", "is no API key of the template");
    }
    String planId = member.text("UsagePlanId");
    UsagePlan plan =
        plans.stream()
            .filter(each -> each.id().equals(planId))
            .findFirst()
            .orElseThrow(() -> member.fault("UsagePlanId", "is no usage plan of the template"));
    if (plan.opensStage() && !opened.add(keyId)) {
      throw member.fault("KeyId", "is in another usage plan of the same stage already");
    }
    return new Member(planId, keyId);
  }
}
