package dev.rampart.local.firewall.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.firewall.statement.AddressSet;
import dev.rampart.local.firewall.statement.IpSet;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsCall;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.JsonService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code aws wafv2 --endpoint-url}: {@code ListIPSets}, {@code GetIPSet} and {@code UpdateIPSet}. A
 * request that comes after an update is judged by it.
 */
public final class FirewallService extends JsonService {
  private static final String SCOPE = "Scope";
  private static final String LOCK_TOKEN = "LockToken";
  private static final String ADDRESSES = "Addresses";
  private static final String DESCRIPTION = "Description";

  /** Bounds and forms of the AWS WAF API Reference. */
  private static final int PAGE_MAX = 100;

  private static final int ADDRESS_LENGTH_MAX = 50;
  private static final Pattern DESCRIBED = Pattern.compile("[\\w+=:#@/\\-,.][\\w+=:#@/\\-,.\\s]*");
  private static final int DESCRIPTION_LENGTH_MAX = 256;

  private final List<IpSet> sets;

  /** Serves the IP sets of a template. */
  public FirewallService(List<IpSet> sets) {
    super("1.1", "", List.of("AWSWAF_20190729"));
    this.sets = sets.stream().sorted(Comparator.comparing(set -> set.identity().name())).toList();
  }

  @Override
  protected JsonNode call(AwsCall call) {
    JsonNode input = call.input();
    return switch (call.operation()) {
      case "ListIPSets" -> list(input);
      case "GetIPSet" -> get(set(input));
      case "UpdateIPSet" -> update(set(input), input);
      default ->
          throw new AwsError(
              "UnknownOperationException",
              "The local firewall has no operation " + call.operation() + ".");
    };
  }

  @Override
  protected List<AwsAction> actions(AwsCall call) {
    String resource =
        call.operation().equals("ListIPSets") ? AwsAction.ANY : set(call.input()).identity().arn();
    return List.of(new AwsAction("wafv2:" + call.operation(), resource));
  }

  private JsonNode list(JsonNode input) {
    requireRegional(input);
    int limit = limit(input);
    String marker = text(input, "NextMarker").orElse("");
    List<IpSet> left =
        sets.stream().filter(set -> set.identity().name().compareTo(marker) > 0).toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode page = answer.putArray("IPSets");
    left.stream()
        .limit(limit)
        .forEach(set -> page.add(described(set).put(LOCK_TOKEN, set.content().lockToken())));
    if (left.size() > limit) {
      answer.put("NextMarker", left.get(limit - 1).identity().name());
    }
    return answer;
  }

  private static int limit(JsonNode input) {
    JsonNode limit = input.path("Limit");
    if (limit.isMissingNode() || limit.isNull()) {
      return PAGE_MAX;
    }
    if (!limit.isIntegralNumber()) {
      throw malformed("Limit is not a whole number.");
    }
    if (!limit.canConvertToInt() || limit.intValue() < 1 || limit.intValue() > PAGE_MAX) {
      throw invalid("Limit");
    }
    return limit.intValue();
  }

  private static JsonNode get(IpSet set) {
    IpSet.Content content = set.content();
    ObjectNode described = described(set).put("IPAddressVersion", set.identity().version().name());
    ArrayNode addresses = described.putArray(ADDRESSES);
    content.addresses().forEach(addresses::add);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("IPSet", described);
    return answer.put(LOCK_TOKEN, content.lockToken());
  }

  private static ObjectNode described(IpSet set) {
    ObjectNode described = JsonNodeFactory.instance.objectNode();
    IpSet.Identity identity = set.identity();
    described.put("Name", identity.name()).put("Id", identity.id()).put("ARN", identity.arn());
    set.content().description().ifPresent(text -> described.put(DESCRIPTION, text));
    return described;
  }

  private static JsonNode update(IpSet set, JsonNode input) {
    List<String> addresses = addresses(input.path(ADDRESSES));
    String next;
    try {
      next =
          set.replace(required(input, LOCK_TOKEN), description(input), addresses)
              .orElseThrow(
                  () ->
                      new AwsError(
                          "WAFOptimisticLockException",
                          "AWS WAF couldn’t save your changes because someone changed the resource"
                              + " after you started to edit it. Reapply your changes."));
    } catch (AddressSet.InvalidBlockException e) {
      throw invalidAddress(e.cidr());
    }
    return JsonNodeFactory.instance.objectNode().put("NextLockToken", next);
  }

  private static List<String> addresses(JsonNode list) {
    if (!list.isArray()) {
      throw missing(ADDRESSES);
    }
    if (list.size() > IpSet.ADDRESSES_MAX) {
      throw new AwsError(
          "WAFLimitsExceededException",
          "AWS WAF couldn’t perform the operation because you exceeded your resource limit.");
    }
    List<String> addresses = new ArrayList<>();
    for (JsonNode address : list) {
      if (!address.isTextual() || address.asText().length() > ADDRESS_LENGTH_MAX) {
        throw invalid(ADDRESSES);
      }
      addresses.add(address.asText());
    }
    return addresses;
  }

  private static Optional<String> description(JsonNode input) {
    Optional<String> text = text(input, DESCRIPTION);
    if (text.isPresent()
        && (text.get().length() > DESCRIPTION_LENGTH_MAX
            || !DESCRIBED.matcher(text.get()).matches())) {
      throw invalid(DESCRIPTION);
    }
    return text;
  }

  private IpSet set(JsonNode input) {
    requireRegional(input);
    String name = required(input, "Name");
    String id = required(input, "Id");
    return sets.stream()
        .filter(set -> set.identity().name().equals(name) && set.identity().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new AwsError(
                    "WAFNonexistentItemException",
                    "AWS WAF couldn’t perform the operation because your resource doesn’t exist."));
  }

  /** Of what stands in front of a distribution a run has nothing. */
  private static void requireRegional(JsonNode input) {
    if (!required(input, SCOPE).equals("REGIONAL")) {
      throw invalid(SCOPE);
    }
  }

  private static String required(JsonNode input, String name) {
    return text(input, name).orElseThrow(() -> missing(name));
  }

  private static Optional<String> text(JsonNode input, String name) {
    JsonNode value = input.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw malformed(name + " is not a string.");
    }
    return Optional.of(value.textValue());
  }

  private static AwsError malformed(String message) {
    return new AwsError("SerializationException", message);
  }

  private static AwsError missing(String name) {
    return new AwsError(
        "ValidationException",
        "1 validation error detected: Value at '"
            + member(name)
            + "' failed to satisfy constraint: Member must not be null");
  }

  private static AwsError invalid(String name) {
    return new AwsError(
        "ValidationException",
        "1 validation error detected: Value at '"
            + member(name)
            + "' failed to satisfy constraint: it is of a wrong form or length");
  }

  private static String member(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** As AWS words it for a block with bits behind its prefix, among others. */
  private static AwsError invalidAddress(String cidr) {
    String reason = "The parameter contains formatting that is not valid.";
    return new AwsError(
        400,
        "WAFInvalidParameterException",
        "Error reason: " + reason + ", field: IP_ADDRESS, parameter: " + cidr,
        JsonNodeFactory.instance
            .objectNode()
            .put("Field", "IP_ADDRESS")
            .put("Parameter", cidr)
            .put("Reason", reason));
  }
}
