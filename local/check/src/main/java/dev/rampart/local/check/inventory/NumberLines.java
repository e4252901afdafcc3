package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One line for each resource that has numbers, truth values or words in capitals among its
 * properties.
 */
final class NumberLines {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
  private static final Pattern SWITCH = Pattern.compile("true|false|[A-Z][A-Z_]{1,40}");
  // What has lines of its own: operations and grants.
  private static final Set<String> LISTED_ELSEWHERE =
      Set.of(
          "AssumeRolePolicyDocument",
          "DefinitionBody",
          "KeyPolicy",
          "Policies",
          "PolicyDocument",
          "Statement");

  private static final String METHOD = "HttpMethod";
  private static final String PATH = "ResourcePath";

  private NumberLines() {}

  static List<String> of(CheckedTemplate subject) {
    List<String> lines = new ArrayList<>();
    for (Resource resource : subject.resources()) {
      for (Map.Entry<String, JsonNode> property : resource.properties().properties()) {
        if (!LISTED_ELSEWHERE.contains(property.getKey()) || isNoPolicy(property.getValue())) {
          String at = resource.logicalId() + "." + property.getKey();
          collect(at, property.getValue(), lines);
        }
      }
      for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
        if (resource.beside(policy).isTextual()) {
          lines.add(resource.logicalId() + " " + policy + " " + resource.beside(policy).asText());
        }
      }
    }
    return lines;
  }

  /** A pool calls its rules for passwords policies, too. */
  private static boolean isNoPolicy(JsonNode value) {
    return value.has("PasswordPolicy");
  }

  /** Names the settings of methods by what they are for, whatever their order is. */
  private static Map<String, JsonNode> settings(String at, JsonNode list) {
    Map<String, JsonNode> settings = new TreeMap<>();
    for (JsonNode setting : list) {
      String path = setting.path(PATH).asText().replaceFirst("^/(?=~1)", "").replace("~1", "/");
      String name = "%s[%s %s]".formatted(at, setting.path(METHOD).asText(), path);
      // A second one for the same method is listed as well.
      settings.merge(name, setting, NumberLines::array);
    }
    return settings;
  }

  private static JsonNode array(JsonNode first, JsonNode second) {
    ArrayNode both = JsonNodeFactory.instance.arrayNode();
    Json.list(first).forEach(both::add);
    return both.add(second);
  }

  private static void collect(String at, JsonNode value, List<String> lines) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(member -> collect(at + "." + member.getKey(), member.getValue(), lines));
    } else if (value.path(0).has(PATH) && value.path(0).has(METHOD)) {
      settings(at, value).forEach((name, setting) -> collect(name, setting, lines));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        collect(at + "." + i, value.path(i), lines);
      }
    } else if (NUMBER.matcher(value.asText()).matches()
        || SWITCH.matcher(value.asText()).matches()) {
      lines.add(at + " " + value.asText());
    }
  }
}
