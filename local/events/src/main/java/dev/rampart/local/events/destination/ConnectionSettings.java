package dev.rampart.local.events.destination;

import dev.rampart.local.template.Properties;

/**
 * A connection of a template: an API key in a header.
 *
 * @param header the name of the header
 * @param key what is in it
 */
public record ConnectionSettings(String arn, String header, SecretReference key) {

  /**
   * Reads an {@code AWS::Events::Connection}.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static ConnectionSettings read(Properties connection) {
    connection.leave("Description", "KmsKeyIdentifier");
    var _ = connection.optionalText("Name");
    var _ = connection.oneOf("AuthorizationType", "API_KEY");
    Properties parameters = connection.object("AuthParameters").object("ApiKeyAuthParameters");
    String header = parameters.text("ApiKeyName");
    if (!header.matches("[A-Za-z0-9_-]{1,256}")) {
      throw parameters.fault("ApiKeyName", "is not 1 to 256 letters, digits, _ and -");
    }
    return new ConnectionSettings(
        connection.resource().physical().attributes().getOrDefault("Arn", ""),
        header,
        SecretReference.of(parameters.text("ApiKeyValue"))
            .orElseThrow(
                () ->
                    parameters.fault(
                        "ApiKeyValue", "is no dynamic reference to a secret of Secrets Manager")));
  }
}
