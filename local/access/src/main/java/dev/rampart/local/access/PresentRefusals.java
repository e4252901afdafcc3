package dev.rampart.local.access;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What is refused at present: each kind of request from its refusal until one of the kind is
 * allowed. Safe for use by many threads.
 */
final class PresentRefusals {
  /** Kinds that are remembered; with one more, the oldest is forgotten. */
  static final int KINDS_MAX = 256;

  /** Begins the names of condition keys whose values clients choose. */
  private static final String OF_CLIENTS = "dynamodb:";

  private final InstantSource clock;
  private final SequencedMap<Kind, PresentRefusal> refusals = new LinkedHashMap<>();

  /** So that nobody waits for a lock while all is well. */
  private volatile boolean any;

  /**
   * What makes a request different from others.
   *
   * @param resource the one of the template, or its type if the template has none
   */
  private record Kind(
      String caller, String action, String resource, Map<String, List<String>> context) {

    static Kind of(AccessPlan plan, String caller, AccessRequest request) {
      return new Kind(
          caller,
          request.action(),
          plan.known(request.resource()).orElseGet(() -> type(request.resource())),
          request.context().entrySet().stream()
              .filter(entry -> !entry.getKey().startsWith(OF_CLIENTS))
              .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Returns the service and the type of resource of an ARN, as {@code sqs} or {@code logs}. */
    private static String type(String arn) {
      String[] parts = arn.split(":", 7);
      return parts.length < 6 ? arn : parts[2] + ":" + parts[5].split("/", 2)[0];
    }
  }

  PresentRefusals(InstantSource clock) {
    this.clock = clock;
  }

  void refused(AccessPlan plan, String caller, AccessRequest request, Supplier<String> what) {
    Kind kind = Kind.of(plan, caller, request);
    synchronized (this) {
      if (!refusals.containsKey(kind)) {
        if (refusals.size() == KINDS_MAX) {
          var _ = refusals.pollFirstEntry();
        }
        refusals.put(kind, new PresentRefusal(what.get(), clock.instant()));
        any = true;
      }
    }
  }

  void allowed(AccessPlan plan, String caller, AccessRequest request) {
    if (any) {
      Kind kind = Kind.of(plan, caller, request);
      synchronized (this) {
        var _ = refusals.remove(kind);
        any = !refusals.isEmpty();
      }
    }
  }

  /** Returns them, the oldest first. */
  synchronized List<PresentRefusal> all() {
    return List.copyOf(refusals.values());
  }
}
