package dev.rampart.local.events.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All archives of a run, in memory. Together they keep a bounded number of bytes: beyond it the
 * oldest events of all are forgotten first. Safe for use by many threads.
 */
public final class Archives {
  /** A thirty-second of the heap that the script gives a run, for some ten thousand events. */
  static final long BYTES_MAX = 16L * 1024 * 1024;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final InstantSource clock;
  private final Map<String, Archive> byName = new TreeMap<>();
  private long bytes;

  /** Creates a place for archives that is empty. */
  public Archives(InstantSource clock) {
    this.clock = clock;
  }

  /** Adds an archive that is empty. */
  public synchronized void add(ArchiveSettings settings) {
    byName.put(settings.name(), new Archive(settings, clock.instant()));
  }

  /**
   * Keeps an event.
   *
   * @param archiveArn of an archive that was added; another one keeps nothing
   */
  public synchronized void keep(String archiveArn, String event) {
    Instant now = clock.instant();
    Optional<Archive> archive = byArn(archiveArn);
    if (archive.isEmpty()) {
      return;
    }
    Archive.Kept kept = new Archive.Kept(event, time(event).orElse(now), now);
    archive.get().add(kept);
    bytes += kept.bytes();
    expire(now);
    while (bytes > BYTES_MAX) {
      bytes -= oldest().removeOldest();
    }
  }

  private Archive oldest() {
    return byName.values().stream().min(Comparator.comparing(Archive::oldest)).orElseThrow();
  }

  private void expire(Instant now) {
    byName.values().forEach(archive -> bytes -= archive.expire(now));
  }

  private static Optional<Instant> time(String event) {
    try {
      return Optional.of(Instant.parse(JSON.readTree(event).path("time").asText()));
    } catch (JsonProcessingException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private Optional<Archive> byArn(String arn) {
    return byName.values().stream().filter(each -> each.settings().arn().equals(arn)).findFirst();
  }

  /** Finds the settings of an archive by its ARN. */
  synchronized Optional<ArchiveSettings> find(String arn) {
    return byArn(arn).map(Archive::settings);
  }

  /** Returns events of an archive by the minute in which they happened, the first minute first. */
  synchronized List<Archive.Kept> between(String archiveArn, Instant start, Instant end) {
    expire(clock.instant());
    return byArn(archiveArn).map(archive -> archive.between(start, end)).orElse(List.of()).stream()
        .sorted(Comparator.comparing(event -> event.time().getEpochSecond() / 60))
        .toList();
  }

  /** Describes an archive. */
  synchronized ObjectNode describe(String name) {
    expire(clock.instant());
    Archive archive =
        Optional.ofNullable(byName.get(name))
            .orElseThrow(
                () ->
                    new AwsError(
                        "ResourceNotFoundException", "Archive " + name + " does not exist."));
    ArchiveSettings settings = archive.settings();
    ObjectNode shown = shown(archive).put("ArchiveArn", settings.arn());
    settings.pattern().ifPresent(pattern -> shown.put("EventPattern", pattern));
    settings.key().ifPresent(key -> shown.put("KmsKeyIdentifier", key));
    return settings.description().isEmpty()
        ? shown
        : shown.put("Description", settings.description());
  }

  /** Lists the archives, in the order of their names. */
  synchronized List<ObjectNode> list() {
    expire(clock.instant());
    return byName.values().stream().map(Archives::shown).toList();
  }

  private static ObjectNode shown(Archive archive) {
    ArchiveSettings settings = archive.settings();
    return JsonNodeFactory.instance
        .objectNode()
        .put("ArchiveName", settings.name())
        .put("EventSourceArn", settings.busArn())
        .put("State", "ENABLED")
        .put("RetentionDays", settings.retentionDays())
        .put("SizeBytes", archive.bytes())
        .put("EventCount", archive.count())
        .put("CreationTime", archive.createdAt().getEpochSecond());
  }
}
