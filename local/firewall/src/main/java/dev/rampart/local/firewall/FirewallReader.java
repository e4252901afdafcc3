package dev.rampart.local.firewall;

import com.google.re2j.Pattern;
import dev.rampart.local.firewall.engine.WebAcl;
import dev.rampart.local.firewall.group.AclEntry;
import dev.rampart.local.firewall.group.ActionReader;
import dev.rampart.local.firewall.group.FirewallRule;
import dev.rampart.local.firewall.group.RuleAction;
import dev.rampart.local.firewall.group.RuleGroup;
import dev.rampart.local.firewall.group.RulesReader;
import dev.rampart.local.firewall.location.AddressLocations;
import dev.rampart.local.firewall.log.FirewallLog;
import dev.rampart.local.firewall.managed.ManagedGroups;
import dev.rampart.local.firewall.statement.IpSet;
import dev.rampart.local.firewall.statement.LinearPatterns;
import dev.rampart.local.firewall.statement.StatementContext;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the resources of AWS WAF in a template. */
public final class FirewallReader {
  private static final String ACL = "AWS::WAFv2::WebACL";
  private static final String GROUP = "AWS::WAFv2::RuleGroup";
  private static final String ADDRESSES = "AWS::WAFv2::IPSet";
  private static final String PATTERNS = "AWS::WAFv2::RegexPatternSet";
  private static final String ASSOCIATION = "AWS::WAFv2::WebACLAssociation";
  private static final String LOGGING = "AWS::WAFv2::LoggingConfiguration";
  private static final Set<String> TYPES =
      Set.of(ACL, GROUP, ADDRESSES, PATTERNS, ASSOCIATION, LOGGING);

  private static final String RESOURCE_ARN = "ResourceArn";

  /** How much of a body is inspected if the web ACL does not say (AWS WAF, "Body inspection"). */
  private static final int BODY_BYTES_MAX = 16 * 1024;

  private static final Map<String, Integer> BODY_LIMITS =
      Map.of(
          "KB_16", BODY_BYTES_MAX,
          "KB_32", 32 * 1024,
          "KB_48", 48 * 1024,
          "KB_64", 64 * 1024);

  /** In patterns (AWS WAF quotas: a regex pattern set). */
  private static final int PATTERNS_MAX = 10;

  private final List<Properties> resources;
  private final String accountId;
  private final AddressLocations locations;
  private final Map<String, IpSet> ipSets = new LinkedHashMap<>();
  private final Map<String, List<Pattern>> patternSets = new HashMap<>();
  private final Map<String, Properties> groups = new HashMap<>();
  private final Map<String, FirewallLog> logs = new HashMap<>();

  private FirewallReader(List<Properties> resources, String accountId, AddressLocations locations) {
    this.resources = List.copyOf(resources);
    this.accountId = accountId;
    this.locations = locations;
  }

  /** Returns whether resources of a type belong to AWS WAF. */
  public static boolean takes(String type) {
    return TYPES.contains(type);
  }

  /**
   * Reads a template's resources.
   *
   * @param resources of the types that are {@linkplain #takes taken}
   * @param stage the end of the ARN of the API's stage: {@code /restapis/ID/stages/NAME}
   * @param pool the ARN of the user pool
   * @param locations where addresses are, for rules that ask
   * @throws dev.rampart.local.template.source.TemplateException if AWS WAF would refuse them, or
   *     they cannot be enforced here
   */
  public static FirewallPlan read(
      List<Properties> resources,
      String accountId,
      String stage,
      String pool,
      AddressLocations locations) {
    return new FirewallReader(resources, accountId, locations).plan(stage, pool);
  }

  private FirewallPlan plan(String stage, String pool) {
    ofType(ADDRESSES).forEach(set -> ipSets.put(arn(set), addresses(set)));
    ofType(PATTERNS).forEach(set -> patternSets.put(arn(set), patterns(set)));
    for (Properties group : ofType(GROUP)) {
      // What no rule refers to is read as well, and refused if it is wrong.
      RuleGroup _ = group(group);
      groups.put(arn(group), group);
    }
    ofType(LOGGING).forEach(this::log);
    Map<String, AclReading> acls = new HashMap<>();
    ofType(ACL).forEach(acl -> acls.put(arn(acl), acl(acl)));
    logs.keySet().stream().filter(arn -> !acls.containsKey(arn)).forEach(this::refuseLog);
    Map<String, AclReading> byResource = new HashMap<>();
    for (Properties association : ofType(ASSOCIATION)) {
      String resource = association.text(RESOURCE_ARN);
      boolean isStage = resource.endsWith(stage);
      if (!isStage && !resource.equals(pool)) {
        throw association.fault(RESOURCE_ARN, "is not the stage or the user pool of the template");
      }
      AclReading acl =
          Optional.ofNullable(acls.get(association.text("WebACLArn")))
              .orElseThrow(
                  () -> association.fault("WebACLArn", "names no web ACL of the template"));
      if (byResource.put(isStage ? "API_GATEWAY" : "COGNITO_USER_POOL", acl) != null) {
        throw association.fault(RESOURCE_ARN, "has a web ACL already");
      }
    }
    return new FirewallPlan(
        guarding(byResource, "API_GATEWAY"),
        guarding(byResource, "COGNITO_USER_POOL"),
        List.copyOf(ipSets.values()));
  }

  private void refuseLog(String arn) {
    throw ofType(LOGGING).stream()
        .filter(each -> each.text(RESOURCE_ARN).equals(arn))
        .findFirst()
        .orElseThrow()
        .fault(RESOURCE_ARN, "names no web ACL of the template");
  }

  private Optional<ProtectedAcl> guarding(Map<String, AclReading> byResource, String kind) {
    return Optional.ofNullable(byResource.get(kind))
        .map(
            reading ->
                new ProtectedAcl(
                    reading.acl(),
                    Optional.ofNullable(reading.bodyLimits().get(kind)).orElse(BODY_BYTES_MAX),
                    Optional.ofNullable(logs.get(reading.acl().arn())),
                    reading.metrics()));
  }

  private List<Properties> ofType(String type) {
    return resources.stream().filter(each -> each.resource().type().equals(type)).toList();
  }

  private static String arn(Properties properties) {
    Resource resource = properties.resource();
    return Optional.ofNullable(resource.physical().attributes().get("Arn"))
        .orElseGet(() -> resource.physical().ref());
  }

  private static IpSet addresses(Properties set) {
    Optional<String> description = set.optionalText("Description");
    String _ = named(set);
    IpSet.Version version = IpSet.Version.valueOf(set.oneOf("IPAddressVersion", "IPV4", "IPV6"));
    List<String> addresses = set.texts("Addresses");
    if (addresses.size() > IpSet.ADDRESSES_MAX) {
      throw set.fault("Addresses", "has more than " + IpSet.ADDRESSES_MAX + " addresses");
    }
    // The reference of a set is its name, its id and its scope.
    String[] reference = set.resource().physical().ref().split("\\|", -1);
    try {
      return new IpSet(
          new IpSet.Identity(reference[0], reference[1], arn(set), version),
          description,
          addresses);
    } catch (IllegalArgumentException e) {
      throw set.fault("Addresses", String.valueOf(e.getMessage()));
    }
  }

  private static List<Pattern> patterns(Properties set) {
    named(set);
    String name = "RegularExpressionList";
    List<String> texts = set.texts(name);
    if (texts.isEmpty() || texts.size() > PATTERNS_MAX) {
      throw set.fault(name, "does not hold 1 to " + PATTERNS_MAX + " patterns");
    }
    return texts.stream().map(text -> LinearPatterns.compile(set, name, text)).toList();
  }

  /** Reads what all resources with rules or addresses have. */
  private static String named(Properties resource) {
    resource.leave("Description", "Tags");
    if (!resource.text("Scope").equals("REGIONAL")) {
      throw resource.fault("Scope", "is not REGIONAL, as what is in front of an API has to be");
    }
    return resource.optionalText("Name").orElse(resource.resource().logicalId());
  }

  private RuleGroup group(Properties group) {
    String name = named(group);
    Optional<String> _ = RulesReader.metric(group);
    group.text("Capacity");
    int capacity = group.number("Capacity", 1, 1, WebAcl.CAPACITY_MAX);
    List<FirewallRule> rules = new ArrayList<>();
    for (AclEntry entry : rules(group, "rulegroup", name, new HashMap<>())) {
      if (!(entry instanceof AclEntry.Single single)) {
        throw group.fault("Rules", "refers to a group, which only a web ACL can");
      }
      rules.add(single.rule());
    }
    int needed = rules.stream().mapToInt(rule -> rule.statement().capacity()).sum();
    if (needed > capacity) {
      throw group.fault("Capacity", "is " + capacity + " WCU, and the rules need " + needed);
    }
    return new RuleGroup(arn(group), false, capacity, rules);
  }

  /** Reads rules; puts the names of their metrics into a map. */
  private List<AclEntry> rules(
      Properties owner, String kind, String name, Map<String, String> metrics) {
    StatementContext context =
        new StatementContext(
            ipSets,
            patternSets,
            locations,
            String.format(Locale.ROOT, "awswaf:%s:%s:%s:", accountId, kind, name));
    return new RulesReader(context, new ActionReader(owner), new Groups(), metrics).read(owner);
  }

  /** The groups that rules of the template can refer to. */
  private final class Groups implements RulesReader.GroupFinder {
    @Override
    public Optional<RuleGroup> managed(String vendor, String name) {
      return ManagedGroups.find(vendor, name);
    }

    @Override
    public Optional<RuleGroup> own(String arn) {
      // Each use of a group has rules of its own, whose rates are counted apart (AWS WAF Developer
      // Guide, "Using rate-based rule statements").
      return Optional.ofNullable(groups.get(arn)).map(FirewallReader.this::group);
    }
  }

  /** A web ACL, and how much of a body it inspects in front of each kind of resource. */
  private record AclReading(WebAcl acl, Map<String, Integer> bodyLimits, AclMetrics metrics) {}

  private AclReading acl(Properties properties) {
    String name = named(properties);
    Optional<String> metric = RulesReader.metric(properties);
    Map<String, String> ruleMetrics = new HashMap<>();
    RuleAction fallback = new ActionReader(properties).read(properties, "DefaultAction");
    if (fallback instanceof RuleAction.Count) {
      throw properties.fault("DefaultAction", "is not Allow or Block");
    }
    WebAcl acl =
        new WebAcl(arn(properties), rules(properties, "webacl", name, ruleMetrics), fallback);
    if (acl.capacity() > WebAcl.CAPACITY_MAX) {
      throw properties.fault(
          "Rules", "need " + acl.capacity() + " WCU, more than " + WebAcl.CAPACITY_MAX);
    }
    Map<String, Integer> limits = new HashMap<>();
    properties
        .object("AssociationConfig")
        .objectsByName("RequestBody")
        .forEach((kind, limit) -> limits.put(kind, limit(limit)));
    return new AclReading(acl, limits, new AclMetrics(metric, ruleMetrics));
  }

  private static int limit(Properties limit) {
    String name = "DefaultSizeInspectionLimit";
    return limit.choice(name, limit.text(name), BODY_LIMITS);
  }

  private void log(Properties logging) {
    String arn = logging.text(RESOURCE_ARN);
    if (logs.put(arn, FirewallLog.read(logging)) != null) {
      throw logging.fault(RESOURCE_ARN, "has a logging configuration already");
    }
  }
}
