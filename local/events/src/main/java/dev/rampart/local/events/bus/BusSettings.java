package dev.rampart.local.events.bus;

import dev.rampart.local.template.Properties;
import java.util.Optional;

/**
 * A bus of a template.
 *
 * @param deadLetterArn the queue for events that the bus may not encrypt
 */
public record BusSettings(String name, Optional<String> deadLetterArn) {

  /**
   * Reads an {@code AWS::Events::EventBus}.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static BusSettings read(Properties bus) {
    bus.leave("Description", "KmsKeyIdentifier", "LogConfig", "Tags");
    return new BusSettings(
        bus.optionalText("Name").orElse(bus.resource().physical().ref()),
        bus.object("DeadLetterConfig").optionalText("Arn"));
  }
}
