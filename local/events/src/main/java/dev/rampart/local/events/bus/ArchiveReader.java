package dev.rampart.local.events.bus;

import dev.rampart.local.events.archive.ArchiveSettings;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.template.Properties;
import java.util.Optional;

/** Reads archives of a template. */
public final class ArchiveReader {
  private ArchiveReader() {}

  /**
   * Reads an {@code AWS::Events::Archive}.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static ArchiveSettings read(Properties archive) {
    Optional<String> _ = archive.optionalText("ArchiveName");
    String name = archive.resource().physical().ref();
    if (!name.matches(ArchiveSettings.NAME)) {
      throw archive.fault("ArchiveName", "is not 1 to 48 letters, digits, dots and dashes");
    }
    return new ArchiveSettings(
        name,
        archive.resource().physical().attributes().getOrDefault("Arn", name),
        archive.text("SourceArn"),
        archive.optionalText("Description").orElse(""),
        pattern(archive),
        archive.number("RetentionDays", 0, 0, Integer.MAX_VALUE),
        archive.optionalText("KmsKeyIdentifier"));
  }

  private static Optional<String> pattern(Properties archive) {
    Optional<String> pattern =
        archive
            .document("EventPattern")
            .map(node -> node.isTextual() ? node.textValue() : node.toString());
    try {
      pattern.ifPresent(Patterns::check);
      return pattern;
    } catch (AwsError e) {
      throw archive.fault("EventPattern", "is not accepted. " + e.getMessage());
    }
  }
}
