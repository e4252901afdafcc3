package dev.rampart.local.check.rule.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets of addresses: each is blocked first, and changes at run time alone. */
final class AddressSetRules {
  private static final String IP_SET = "AWS::WAFv2::IPSet";
  private static final String IP_REFERENCE = "IPSetReferenceStatement";
  // A shorter prefix than these is a provider, not a source.
  private static final int IPV4_PREFIX_MIN = 16;
  private static final int IPV6_PREFIX_MIN = 32;

  private AddressSetRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "WAF-08",
            "Each IP set is blocked by a rule before all that is not a block list",
            "addresses on the list would go on",
            "IPSetReferenceStatement, alone or several under OrStatement, with Action: {Block: {}}"
                + " and the first priorities",
            AddressSetRules::blockLists),
        PostureRule.must(
            "WAF-16",
            "No IP set blocks a whole provider or everybody",
            "one entry would shut all users out",
            "write single addresses or small networks",
            AddressSetRules::addresses),
        PostureRule.must(
            "WAF-20",
            "An IP set has no address in the template, and only its name depends on a parameter",
            "addresses come and go at run time; any edit of the resource sets them back to what is"
                + " written here",
            "Addresses: [], a fixed Description, and nothing else that may change",
            AddressSetRules::setsStay));
  }

  private static void blockLists(CheckedTemplate subject, Examination seen) {
    for (Resource set : subject.ofType(IP_SET)) {
      boolean blocked = false;
      for (Resource acl : subject.ofType(Types.WEB_ACL)) {
        for (JsonNode rule : FirewallRules.rules(acl)) {
          boolean named = references(rule).stream().anyMatch(arn -> subject.isTarget(arn, set));
          blocked |= named && FirewallRules.blocks(rule) && isBeforeOthers(acl, rule);
        }
      }
      seen.expect(blocked, set);
    }
  }

  /** Returns the IP sets of a rule that matches the addresses of one set or of any of several. */
  static List<JsonNode> references(JsonNode rule) {
    JsonNode statement = rule.path("Statement");
    JsonNode several = Json.at(statement, "OrStatement.Statements");
    List<JsonNode> statements = several.isArray() ? Json.list(several) : List.of(statement);
    boolean plain =
        statements.stream()
            .allMatch(each -> each.size() == 1 && each.path(IP_REFERENCE).size() == 1);
    return plain
        ? statements.stream().map(each -> each.path(IP_REFERENCE).path("Arn")).toList()
        : List.of();
  }

  private static boolean isBeforeOthers(Resource acl, JsonNode rule) {
    return FirewallRules.rules(acl).stream()
        .filter(other -> references(other).isEmpty())
        .allMatch(other -> FirewallRules.priority(rule) < FirewallRules.priority(other));
  }

  private static void addresses(CheckedTemplate subject, Examination seen) {
    for (Resource set : subject.ofType(IP_SET)) {
      String version = set.text("IPAddressVersion", "");
      seen.expect(Set.of("IPV4", "IPV6").contains(version), set, "IPAddressVersion");
      int shortest = version.equals("IPV4") ? IPV4_PREFIX_MIN : IPV6_PREFIX_MIN;
      seen.expect(
          set.property("Addresses").isArray()
              && Json.texts(set.property("Addresses")).stream()
                  .allMatch(address -> prefix(address) >= shortest),
          set,
          "Addresses");
    }
  }

  private static int prefix(String address) {
    String bits = address.substring(address.indexOf('/') + 1);
    return bits.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(bits) : 0;
  }

  private static void setsStay(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    Set<String> parameters =
        subject.template().section("Parameters").properties().stream()
            .map(parameter -> parameter.getKey())
            .collect(Collectors.toSet());
    for (Resource set : subject.ofType(IP_SET)) {
      JsonNode addresses = set.property("Addresses");
      seen.expect(addresses.isArray() && addresses.isEmpty(), set, "Addresses");
      set.written()
          .properties()
          .forEach(
              property ->
                  seen.expect(
                      property.getKey().equals("Name")
                          || !names(property.getValue().toString(), parameters),
                      set,
                      property.getKey()));
    }
  }

  private static boolean names(String written, Set<String> parameters) {
    return parameters.stream()
        .anyMatch(
            name ->
                written.contains("{\"Ref\":\"" + name + "\"}")
                    || written.contains("${" + name + "}"));
  }
}
