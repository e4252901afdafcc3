package dev.rampart.local.generate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The functions of CloudFormation that generated parts call. */
public final class Intrinsics {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Intrinsics() {}

  /** Returns a reference to a resource or a parameter. */
  public static ObjectNode ref(String name) {
    return JSON.objectNode().put("Ref", name);
  }

  /** Returns an attribute of a resource. */
  public static ObjectNode attribute(String logicalId, String attribute) {
    ObjectNode value = JSON.objectNode();
    value.putArray("Fn::GetAtt").add(logicalId).add(attribute);
    return value;
  }

  /** Returns a text with variables in it. */
  public static ObjectNode sub(String pattern) {
    return JSON.objectNode().put("Fn::Sub", pattern);
  }

  /** Returns the value of a limit: the owner's, or else that of the preset. */
  public static ObjectNode limit(String parameter) {
    ObjectNode preset = JSON.objectNode();
    preset.putArray("Fn::FindInMap").add("Presets").add(ref("Preset")).add(parameter);
    ObjectNode choice = JSON.objectNode();
    choice.putArray("Fn::If").add("Has" + parameter).add(ref(parameter)).add(preset);
    return choice;
  }
}
