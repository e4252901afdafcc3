package dev.rampart.local.host.mapping;

import dev.rampart.local.template.Properties;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where Lambda sends what it writes about an event or a batch. */
public record Destination(Kind kind, String arn) {
  private static final Pattern ARN =
      Pattern.compile("arn:[a-z-]+:([a-z0-9]+):[^:]*:[^:]*:([^:/]+).*");

  /** What can be a destination, with the limit of its service for one document. */
  public enum Kind {
    /** A message of at most 1 MiB (SQS API Reference, {@code SendMessage}). */
    QUEUE("SQS", "sqs", 1_048_576),
    /** A message of at most 256 KB (Lambda API Reference, {@code OnFailure}). */
    TOPIC("SNS", "sns", 262_144),
    /** An entry of at most 1 MiB (EventBridge API Reference, {@code PutEvents}). */
    BUS("EventBridge", "events", 1_048_576),
    /** An event of at most 1 MiB ("Lambda quotas"). */
    FUNCTION("Lambda", "lambda", 1_048_576);

    private final String type;
    private final String service;
    private final int bytesMax;

    Kind(String type, String service, int bytesMax) {
      this.type = type;
      this.service = service;
      this.bytesMax = bytesMax;
    }

    /** Returns how long a document may be, in bytes. */
    public int bytesMax() {
      return bytesMax;
    }

    private boolean takes(String service, String resource) {
      return this.service.equals(service)
          && (this != BUS || resource.equals("event-bus"))
          && (this != FUNCTION || resource.equals("function"));
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
    Matcher parts = ARN.matcher(arn);
    Kind kind =
        kinds.stream()
            .filter(each -> parts.matches() && each.takes(parts.group(1), parts.group(2)))
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
