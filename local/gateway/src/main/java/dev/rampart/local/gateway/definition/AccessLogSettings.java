package dev.rampart.local.gateway.definition;

import dev.rampart.local.gateway.response.MappingTemplate;
import dev.rampart.local.template.Properties;
import java.util.Optional;

/**
 * The access log of a stage.
 *
 * @param format what a line says; empty if none is written
 * @param destinationArn the log group that lines go to
 */
public record AccessLogSettings(Optional<MappingTemplate> format, Optional<String> destinationArn) {

  static AccessLogSettings read(Properties setting) {
    return new AccessLogSettings(
        setting.has("Format")
            ? Optional.of(MappingTemplate.read(setting, "Format"))
            : Optional.empty(),
        setting.optionalText("DestinationArn"));
  }
}
