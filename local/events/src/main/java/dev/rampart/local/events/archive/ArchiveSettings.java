package dev.rampart.local.events.archive;

import java.util.Optional;

/**
 * An archive of a template.
 *
 * @param busArn whose events it keeps
 * @param pattern which events it keeps, as JSON text; empty for all
 * @param retentionDays how long it keeps them; 0 for ever
 * @param key the key that it is encrypted by, as the template names it
 */
public record ArchiveSettings(
    String name,
    String arn,
    String busArn,
    String description,
    Optional<String> pattern,
    int retentionDays,
    Optional<String> key) {
  /** The names of archives, as a regular expression. */
  public static final String NAME = "[.\\-_A-Za-z0-9]{1,48}";
}
