package dev.rampart.local.events.archive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One replay: what is left of it, and how far it is. Safe for use by many threads. */
final class Replay {
  private final ReplayRequest request;
  private final String arn;
  private final Instant startedAt;
  private final Deque<Archive.Kept> left;
  private final FaultTracker faults;
  private State state = State.STARTING;
  private String reason = "";
  private Optional<Instant> lastReplayed = Optional.empty();
  private Optional<Instant> endedAt = Optional.empty();

  /** EventBridge's states of replays. */
  enum State {
    STARTING,
    RUNNING,
    CANCELLING,
    COMPLETED,
    CANCELLED,
    FAILED;

    boolean isActive() {
      return this == STARTING || this == RUNNING || this == CANCELLING;
    }
  }

  Replay(ReplayRequest request, String arn, InstantSource clock, List<Archive.Kept> events) {
    this.request = request;
    this.arn = arn;
    this.startedAt = clock.instant();
    this.left = new ArrayDeque<>(events);
    this.faults = new FaultTracker("The replay " + request.name(), clock);
  }

  ReplayRequest request() {
    return request;
  }

  synchronized State state() {
    return state;
  }

  /** Returns how many bytes the events take that are left. */
  synchronized long bytes() {
    return left.stream().mapToLong(Archive.Kept::bytes).sum();
  }

  /** Returns the next event; ends the replay if there is none or it was cancelled. */
  synchronized Optional<Archive.Kept> next(Instant now) {
    if (state == State.CANCELLING) {
      end(State.CANCELLED, "", now);
    } else if (left.isEmpty() && state.isActive()) {
      end(State.COMPLETED, "", now);
    }
    if (!state.isActive()) {
      return Optional.empty();
    }
    state = State.RUNNING;
    return Optional.of(left.getFirst());
  }

  /** Takes note that the next event was put. */
  synchronized void replayed() {
    lastReplayed = Optional.of(left.removeFirst().time());
    faults.succeeded();
  }

  /** Takes note that the next event has to wait. */
  void waits(Throwable cause) {
    faults.failed(cause);
  }

  /** Returns why the next event waits; empty if none does. One that failed says so by its state. */
  Optional<Fault> fault() {
    return faults.current();
  }

  /** Asks it to end; returns whether it was under way. */
  synchronized boolean cancel() {
    if (state != State.STARTING && state != State.RUNNING) {
      return false;
    }
    state = State.CANCELLING;
    return true;
  }

  synchronized void fail(String why, Instant now) {
    end(State.FAILED, why, now);
  }

  private void end(State ended, String why, Instant now) {
    state = ended;
    reason = why;
    endedAt = Optional.of(now);
    left.clear();
    faults.succeeded();
  }

  /** Returns what all answers about it have. */
  synchronized ObjectNode shortly() {
    ObjectNode shown = JsonNodeFactory.instance.objectNode().put("State", state.name());
    return reason.isEmpty() ? shown : shown.put("StateReason", reason);
  }

  /** Returns it as lists have it. */
  synchronized ObjectNode shown() {
    ObjectNode shown =
        shortly()
            .put("ReplayName", request.name())
            .put("EventSourceArn", request.archiveArn())
            .put("EventStartTime", seconds(request.start()))
            .put("EventEndTime", seconds(request.end()))
            .put("ReplayStartTime", seconds(startedAt));
    lastReplayed.ifPresent(time -> shown.put("EventLastReplayedTime", seconds(time)));
    endedAt.ifPresent(time -> shown.put("ReplayEndTime", seconds(time)));
    return shown;
  }

  ObjectNode described() {
    ObjectNode shown = shown().put("ReplayArn", arn);
    ObjectNode destination = shown.putObject("Destination").put("Arn", request.busArn());
    if (!request.ruleArns().isEmpty()) {
      request.ruleArns().forEach(destination.putArray("FilterArns")::add);
    }
    return request.description().isEmpty()
        ? shown
        : shown.put("Description", request.description());
  }

  String arn() {
    return arn;
  }

  Instant startedAt() {
    return startedAt;
  }

  static double seconds(Instant time) {
    return time.toEpochMilli() / 1000.0;
  }
}
