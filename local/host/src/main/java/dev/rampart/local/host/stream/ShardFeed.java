package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.host.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Takes the records of one shard to the function, in order. What fails is tried again before
 * anything after it: as a whole, in halves, or from the record that the function names, until it
 * succeeds, was tried often enough, or is too old.
 */
final class ShardFeed {
  static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration WAIT_MAX = Duration.ofSeconds(30);

  private final StreamSettings settings;
  private final String shard;
  private final ShardCursor cursor;
  private final FunctionCall function;
  private final FailureSink failures;
  private final InstantSource clock;
  private final Checkpoints checkpoints;
  private final Deque<Piece> pieces = new ArrayDeque<>();

  ShardFeed(
      StreamSettings settings,
      String shard,
      ShardCursor cursor,
      FunctionCall function,
      FailureSink failures,
      InstantSource clock,
      Checkpoints checkpoints) {
    this.settings = settings;
    this.shard = shard;
    this.cursor = cursor;
    this.function = function;
    this.failures = failures;
    this.clock = clock;
    this.checkpoints = checkpoints;
  }

  /** Invokes the function once, if there is anything to say; returns how long to wait after it. */
  Duration step() throws StreamFault, InterruptedException {
    if (pieces.isEmpty()) {
      List<JsonNode> records = cursor.read(settings.batchSize());
      if (records.isEmpty()) {
        return IDLE;
      }
      pieces.add(new Piece(records, 0));
    }
    Piece piece = pieces.removeFirst();
    if (tooOld(piece)) {
      return splitOff(piece);
    }
    return switch (function.invoke(StreamEvents.event(piece, settings.streamArn()))) {
      case Invocation.Returned(var _, var payload) -> returned(piece, payload);
      case Invocation.Throttled _ -> again(piece, piece);
      case Invocation.Failed _, Invocation.TimedOut _, Invocation.NotStarted _ -> failed(piece);
    };
  }

  boolean ended() {
    return pieces.isEmpty() && cursor.ended();
  }

  private Duration returned(Piece piece, byte[] payload) {
    Set<String> named = settings.reportsFailures() ? StreamEvents.failed(payload, piece) : Set.of();
    if (named.isEmpty()) {
      checkpoints.put(shard, piece.last());
      return Duration.ZERO;
    }
    Piece rest = piece.from(named);
    done(piece, rest);
    return rest.equals(piece) ? failed(piece) : again(rest, rest);
  }

  /** Keeps how far a piece came whose rest is still to do. */
  private void done(Piece piece, Piece rest) {
    int done = piece.records().size() - rest.records().size();
    if (done > 0) {
      checkpoints.put(shard, Piece.sequence(piece.records().get(done - 1)));
    }
  }

  private Duration failed(Piece piece) {
    if (settings.bisects() && piece.records().size() > 1) {
      // Halving does not count as a retry.
      pieces.addFirst(piece.secondHalf());
      return again(piece.firstHalf(), piece);
    }
    Piece next = piece.failedAgain();
    if (settings.retriesMax().filter(max -> next.failures() > max).isPresent()) {
      giveUp(next, "RetryAttemptsExhausted");
      return Duration.ZERO;
    }
    return again(next, piece);
  }

  private Duration again(Piece next, Piece tried) {
    pieces.addFirst(next);
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tried.failures(), 20));
    return wait.compareTo(WAIT_MAX) < 0 ? wait : WAIT_MAX;
  }

  private boolean tooOld(Piece piece) {
    return settings.ageMax().isPresent() && tooOld(piece.records().getFirst());
  }

  private boolean tooOld(JsonNode record) {
    Instant limit = clock.instant().minus(settings.ageMax().orElseThrow());
    return Piece.at(record).isBefore(limit);
  }

  /** Gives up the records at the head of a piece that are too old, and keeps the others. */
  private Duration splitOff(Piece piece) {
    int old = 0;
    while (old < piece.records().size() && tooOld(piece.records().get(old))) {
      old++;
    }
    if (old < piece.records().size()) {
      pieces.addFirst(new Piece(piece.records().subList(old, piece.records().size()), 0));
    }
    giveUp(new Piece(piece.records().subList(0, old), piece.failures()), "RecordAgeExceeded");
    return Duration.ZERO;
  }

  private void giveUp(Piece piece, String condition) {
    settings
        .failureQueueArn()
        .ifPresent(
            queue ->
                failures.send(
                    queue,
                    StreamEvents.givenUp(piece, shard, settings, condition, clock.instant())));
    checkpoints.put(shard, piece.last());
  }
}
