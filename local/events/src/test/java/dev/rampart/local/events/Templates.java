package dev.rampart.local.events;

import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.util.Map;

/** Templates of one resource. */
public final class Templates {
  private Templates() {}

  private static Stack stack(String type, String properties) {
    String text =
        """
        {"Resources": {"Resource": {"Type": "%s", "Properties":
        %s
        }}}
        """
            .formatted(type, properties);
    return Template.read("t.yaml", text).stack(Map.of());
  }

  /** Returns the properties of the resource, whose first line is the second of the file. */
  public static Properties properties(String type, String properties) {
    return stack(type, properties).get("Resource").read();
  }

  /** Returns the ARN of the resource if it is a queue. */
  static String queueArn() {
    return stack("AWS::SQS::Queue", "{}")
        .get("Resource")
        .physical()
        .attributes()
        .getOrDefault("Arn", "");
  }
}
