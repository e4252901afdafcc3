package dev.rampart.local.host.mapping;

import dev.rampart.local.template.Properties;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where Lambda sends what it writes about an event or a batch. */
public record Destination(Kind kind, String arn) {
  /** The parts of an ARN: partition, service, region, account and resource after the first. */
  private static final int ARN_PARTS = 6;

  /** What can be a destination, with the limit of its service for one document. */
  public enum Kind {
    /** A message of at most 1 MiB (SQS API Reference, {@code SendMessage}). */
    QUEUE("SQS", "sqs", "", 1_048_576),
    /** A message of at most 256 KB (Lambda API Reference, {@code OnFailure}). */
    TOPIC("SNS", "sns", "", 262_144),
    /** An entry of at most 1 MiB (EventBridge API Reference, {@code PutEvents}). */
    BUS("EventBridge", "events", "event-bus/", 1_048_576),
    /** An event of at most 1 MiB ("Lambda quotas"). */
    FUNCTION("Lambda", "lambda", "function:", 1_048_576);

    private final String type;
    private final String service;
    private final String resource;
    private final int bytesMax;

    Kind(String type, String service, String resource, int bytesMax) {
      this.type = type;
      this.service = service;
      this.resource = resource;
      this.bytesMax = bytesMax;
    }

    /** Returns how long a document may be, in bytes. */
    public int bytesMax() {
      return bytesMax;
    }

    private boolean takes(String arn) {
      List<String> parts = List.of(arn.split(":", ARN_PARTS));
      return parts.size() == ARN_PARTS
          && parts.getFirst().equals("arn")
          && parts.get(2).equals(service)
          && parts.getLast().startsWith(resource)
          && parts.getLast().length() > resource.length();
    }
  }

  /**
   * Reads {@code OnSuccess} or {@code OnFailure} of a {@code DestinationConfig}.
   *
   * @param config empty if the template sets none
   * @param kinds which kinds are known here
   * @throws dev.rampart.local.template.source.TemplateException if it is of another kind
   */
  public static Optional<Destination> read(Properties config, Set<Kind> kinds) {
    Optional<String> type = config.optionalText("Type");
    if (config.names().isEmpty()) {
      return Optional.empty();
    }
    String arn = config.text("Destination");
    Kind kind =
        kinds.stream()
            .filter(each -> each.takes(arn))
            .findFirst()
            .orElseThrow(() -> config.fault("Destination", "is not a " + names(kinds)));
    if (!type.orElse(kind.type).equals(kind.type)) {
      throw config.fault("Type", "is not " + kind.type + ", which the destination is");
    }
    return Optional.of(new Destination(kind, arn));
  }

  private static String names(Set<Kind> kinds) {
    return Arrays.stream(Kind.values())
            .filter(kinds::contains)
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" or a "))
        + "; other destinations are no part of the local run";
  }
}
