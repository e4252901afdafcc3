package dev.rampart.local.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.DescribeManagedRuleGroupRequest;
import software.amazon.awssdk.services.wafv2.model.ListWebAcLsResponse;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.WafInvalidParameterException;
import software.amazon.awssdk.services.wafv2.model.WafNonexistentItemException;

/** Asks what the firewall needs. */
final class FirewallQuestions {
  /** WAF: web ACLs of an account in a region, unless a higher quota was granted. */
  static final int WEB_ACLS_DEFAULT_MAX = 100;

  /** WAF: capacity units of one web ACL; it cannot be raised. */
  static final long CAPACITY_MAX = 5_000;

  /** WAF: capacity units that the price of a web ACL includes. */
  static final long CAPACITY_INCLUDED = 1_500;

  private FirewallQuestions() {}

  static List<PreflightQuestion> all() {
    return List.of(
        new PreflightQuestion(
            "web-acls",
            "WAF has a quota of web ACLs for account and region",
            List.of("wafv2:ListWebACLs"),
            FirewallQuestions::webAcls),
        new PreflightQuestion(
            "managed-rules",
            "a web ACL is refused if a managed group is not offered, or all need too much capacity",
            List.of("wafv2:DescribeManagedRuleGroup"),
            FirewallQuestions::managedRules));
  }

  private static AccountAnswer webAcls(PreflightContext at) {
    int count = count(at.clients().firewall());
    int more = at.isNew() ? at.planned().ofType("AWS::WAFv2::WebACL").size() : 0;
    String found = "%d web ACLs are there, and %d more to come".formatted(count, more);
    return count + more <= WEB_ACLS_DEFAULT_MAX
        ? AccountAnswer.ok(found)
        : AccountAnswer.hint(
            found
                + "; the quota is "
                + WEB_ACLS_DEFAULT_MAX
                + " unless a higher one was granted, and this command says which",
            at.aws("service-quotas list-service-quotas --service-code wafv2"));
  }

  private static int count(Wafv2Client client) {
    int count = 0;
    @Nullable String marker = null;
    do {
      @Nullable String from = marker;
      ListWebAcLsResponse page =
          client.listWebACLs(request -> request.scope(Scope.REGIONAL).limit(100).nextMarker(from));
      count += page.webACLs().size();
      marker = page.webACLs().isEmpty() ? null : page.nextMarker();
    } while (marker != null && !marker.isEmpty());
    return count;
  }

  private static AccountAnswer managedRules(PreflightContext at) {
    List<String> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    long largest = 0;
    for (Resource webAcl : at.planned().ofType("AWS::WAFv2::WebACL")) {
      long sum = 0;
      for (JsonNode group : groups(webAcl)) {
        String name = group.path("Name").asText();
        try {
          long capacity = capacity(at.clients().firewall(), group);
          found.add(name + " " + capacity);
          sum += capacity;
        } catch (WafNonexistentItemException _) {
          missing.add(name);
        } catch (WafInvalidParameterException _) {
          missing.add(name);
        }
      }
      largest = Math.max(largest, sum);
    }
    String list = at.aws("wafv2 list-available-managed-rule-groups --scope REGIONAL");
    if (!missing.isEmpty()) {
      return AccountAnswer.failed(
          "not offered in this region: " + String.join(", ", missing), list);
    }
    String text = "capacity of the managed groups: " + String.join(", ", found);
    if (largest > CAPACITY_MAX) {
      return AccountAnswer.failed(text + "; a web ACL has room for " + CAPACITY_MAX, list);
    }
    return largest > CAPACITY_INCLUDED
        ? AccountAnswer.hint(text + "; more than " + CAPACITY_INCLUDED + " cost extra", list)
        : AccountAnswer.ok(text);
  }

  private static List<JsonNode> groups(Resource webAcl) {
    return Stream.of(webAcl.property("Rules"))
        .flatMap(rules -> rules.valueStream())
        .map(rule -> rule.at("/Statement/ManagedRuleGroupStatement"))
        .filter(JsonNode::isObject)
        .toList();
  }

  private static long capacity(Wafv2Client client, JsonNode group) {
    DescribeManagedRuleGroupRequest.Builder request =
        DescribeManagedRuleGroupRequest.builder()
            .scope(Scope.REGIONAL)
            .vendorName(group.path("VendorName").asText())
            .name(group.path("Name").asText());
    if (group.has("Version")) {
      request.versionName(group.path("Version").asText());
    }
    return client.describeManagedRuleGroup(request.build()).capacity();
  }
}
