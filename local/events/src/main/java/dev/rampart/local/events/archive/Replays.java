package dev.rampart.local.events.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.supervision.DelayedExecutor;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.template.PseudoParameters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts archived events on their bus again, some at a time, so that whoever gets them keeps up. An
 * event that the bus cannot take for the moment is tried again; one that it never takes ends its
 * replay. Safe for use by many threads.
 */
public final class Replays {
  /** EventBridge's limit ("Amazon EventBridge quotas"). */
  private static final int ACTIVE_MAX = 10;

  /** EventBridge forgets replays after 90 days; this many are kept here. */
  private static final int KEPT_MAX = 100;

  /** Room for the events of all replays under way; the archives may forget them meanwhile. */
  private static final long BYTES_MAX = 2 * Archives.BYTES_MAX;

  /** 500 events in a second: half of what PutEvents takes at least of an account on AWS. */
  private static final int AT_ONCE = 50;

  private static final Duration PAUSE = Duration.ofMillis(100);

  /** How long an event waits that the bus does not take for the moment. */
  private static final Duration WAIT = Duration.ofSeconds(1);

  /** What is over by itself. */
  private static final Set<String> PASSING = Set.of("ThrottlingException", "InternalFailure");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Archives archives;
  private final ReplayBus buses;
  private final PseudoParameters stack;
  private final DelayedExecutor later;
  private final InstantSource clock;
  private final Map<String, Replay> byName = new LinkedHashMap<>();

  /** Creates a place for replays that is empty. */
  public Replays(
      Archives archives,
      ReplayBus buses,
      PseudoParameters stack,
      DelayedExecutor later,
      InstantSource clock) {
    this.archives = archives;
    this.buses = buses;
    this.stack = stack;
    this.later = later;
    this.clock = clock;
  }

  /** Returns what is wrong with a replay under way, the oldest fault first; empty if nothing is. */
  public synchronized Optional<Fault> fault() {
    return byName.values().stream()
        .flatMap(replay -> replay.fault().stream())
        .min(Comparator.comparing(Fault::since));
  }

  /** Starts a replay, as StartReplay does. */
  ObjectNode start(JsonNode input) {
    ReplayRequest request = ReplayRequest.of(input);
    buses.require(request.busArn(), request.ruleArns());
    ArchiveSettings archive =
        archives
            .find(request.archiveArn())
            .orElseThrow(
                () ->
                    ReplayRequest.invalid(
                        "EventSourceArn",
                        "Archive " + name(request.archiveArn()) + " does not exist."));
    if (!archive.busArn().equals(request.busArn())) {
      throw ReplayRequest.invalid("Destination.Arn", "Cross event bus replay is not permitted.");
    }
    Replay replay =
        new Replay(
            request,
            arn(request.name()),
            clock,
            archives.between(request.archiveArn(), request.start(), request.end()));
    add(replay);
    ObjectNode answer =
        replay
            .shortly()
            .put("ReplayArn", replay.arn())
            .put("ReplayStartTime", Replay.seconds(replay.startedAt()));
    later.run(PAUSE, () -> step(replay));
    return answer;
  }

  private synchronized void add(Replay replay) {
    String name = replay.request().name();
    if (byName.containsKey(name)) {
      throw new AwsError("ResourceAlreadyExistsException", "Replay " + name + " already exists.");
    }
    if (byName.values().stream().filter(each -> each.state().isActive()).count() >= ACTIVE_MAX) {
      throw exceeded("There are " + ACTIVE_MAX + " replays under way already.");
    }
    if (byName.values().stream().mapToLong(Replay::bytes).sum() + replay.bytes() > BYTES_MAX) {
      throw exceeded("The events of all replays under way would take " + BYTES_MAX + " bytes.");
    }
    if (byName.size() >= KEPT_MAX) {
      byName.values().stream()
          .filter(each -> !each.state().isActive())
          .findFirst()
          .ifPresent(oldest -> byName.remove(oldest.request().name()));
    }
    byName.put(name, replay);
  }

  private static AwsError exceeded(String message) {
    return new AwsError("LimitExceededException", message);
  }

  private void step(Replay replay) {
    try {
      for (int i = 0; i < AT_ONCE; i++) {
        Optional<Archive.Kept> next = replay.next(clock.instant());
        if (next.isEmpty()) {
          return;
        }
        put(replay, next.get());
      }
      later.run(PAUSE, () -> step(replay));
    } catch (AwsError e) {
      if (PASSING.contains(e.code())) {
        again(replay, e);
      } else {
        replay.fail(String.valueOf(e.getMessage()), clock.instant());
      }
    } catch (RuntimeException | Error e) {
      again(replay, e);
    }
  }

  private void again(Replay replay, Throwable cause) {
    replay.waits(cause);
    later.run(WAIT, () -> step(replay));
  }

  private void put(Replay replay, Archive.Kept event) {
    ReplayRequest request = replay.request();
    buses.replay(request.busArn(), request.ruleArns(), marked(event.event(), request.name()));
    replay.replayed();
  }

  /** Returns an event with the name of its replay, where EventBridge has it. */
  private static ObjectNode marked(String event, String replayName) {
    try {
      ObjectNode marked = JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> member : JSON.readTree(event).properties()) {
        if (member.getKey().equals("resources")) {
          marked.put("replay-name", replayName);
        }
        marked.set(member.getKey(), member.getValue());
      }
      return marked;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An archived event is no JSON.", e);
    }
  }

  /** Ends a replay, as CancelReplay does. */
  ObjectNode cancel(String name) {
    Replay replay = get(name);
    if (!replay.cancel()) {
      throw new AwsError(
          "IllegalStatusException",
          "Replay " + name + " is not in a valid state for this operation.");
    }
    return replay.shortly().put("ReplayArn", replay.arn());
  }

  ObjectNode describe(String name) {
    return get(name).described();
  }

  /** Lists the replays, in the order in which they were started. */
  synchronized List<ObjectNode> list() {
    return byName.values().stream().map(Replay::shown).toList();
  }

  private synchronized Replay get(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(
            () -> new AwsError("ResourceNotFoundException", "Replay " + name + " does not exist."));
  }

  String arn(String name) {
    return stack.arn("events", "replay/" + name);
  }

  private static String name(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
