package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.host.mapping.BatchItemFailures;
import dev.rampart.local.host.mapping.DestinationSender;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
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
  private final FunctionInvoker function;
  private final DestinationSender destinations;
  private final InstantSource clock;
  private final Checkpoints checkpoints;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private volatile int retries;

  ShardFeed(
      StreamSettings settings,
      String shard,
      ShardCursor cursor,
      FunctionInvoker function,
      DestinationSender destinations,
      InstantSource clock,
      Checkpoints checkpoints) {
    this.settings = settings;
    this.shard = shard;
    this.cursor = cursor;
    this.function = function;
    this.destinations = destinations;
    this.clock = clock;
    this.checkpoints = checkpoints;
  }

  /**
   * Invokes the function once, if there is anything to say; returns how long to wait after it. If
   * that throws, the next step does the same again. If only the checkpoints cannot be saved, the
   * next step goes on behind the records that are done, and saves them again.
   */
  Duration step() throws IOException, InterruptedException {
    if (pieces.isEmpty()) {
      List<JsonNode> records = cursor.read(settings.batchSize());
      if (records.isEmpty()) {
        checkpoints.save();
        return IDLE;
      }
      pieces.add(new Piece(records, 0));
    }
    Piece piece = pieces.getFirst();
    Duration wait = tooOld(piece) ? splitOff(piece) : invoke(piece);
    retries = pieces.isEmpty() ? 0 : pieces.getFirst().failures();
    checkpoints.save();
    return wait;
  }

  private Duration invoke(Piece piece) throws InterruptedException {
    byte[] event = StreamEvents.event(piece, settings.streamArn());
    return switch (function.invoke(settings.functionArn(), event)) {
      case InvocationResult.Answered(byte[] payload) -> answered(piece, payload);
      case InvocationResult.Throttled _, InvocationResult.Unavailable _ ->
          again(piece.failures(), piece);
      case InvocationResult.Failure _ -> failed(piece);
    };
  }

  boolean ended() {
    return pieces.isEmpty() && cursor.ended();
  }

  /** Returns how often the records that are next have failed; for any thread. */
  int retries() {
    return retries;
  }

  private Duration answered(Piece piece, byte[] payload) {
    Set<String> named =
        settings.reportsFailures() ? BatchItemFailures.read(payload, piece.sequences()) : Set.of();
    if (named.isEmpty()) {
      return done(piece);
    }
    Piece rest = piece.from(named);
    if (rest.equals(piece)) {
      return failed(piece);
    }
    int done = piece.records().size() - rest.records().size();
    checkpoints.put(shard, Piece.sequence(piece.records().get(done - 1)));
    return again(0, rest);
  }

  private Duration done(Piece piece) {
    var _ = pieces.removeFirst();
    checkpoints.put(shard, piece.last());
    return Duration.ZERO;
  }

  private Duration failed(Piece piece) {
    if (settings.bisects() && piece.records().size() > 1) {
      // Halving does not count as a retry.
      return again(piece.failures(), piece.firstHalf(), piece.secondHalf());
    }
    Piece next = piece.failedAgain();
    if (settings.retriesMax().filter(max -> next.failures() > max).isPresent()) {
      tellFailure(next, "RetryAttemptsExhausted");
      return done(piece);
    }
    return again(piece.failures(), next);
  }

  /** Puts what is to be tried next in the place of what was tried. */
  private Duration again(int failuresSoFar, Piece... next) {
    var _ = pieces.removeFirst();
    for (Piece piece : List.of(next).reversed()) {
      pieces.addFirst(piece);
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failuresSoFar, 20));
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
    int count = 0;
    while (count < piece.records().size() && tooOld(piece.records().get(count))) {
      count++;
    }
    Piece old = new Piece(piece.records().subList(0, count), piece.failures());
    tellFailure(old, "RecordAgeExceeded");
    Duration wait = done(old);
    if (count < piece.records().size()) {
      pieces.addFirst(new Piece(piece.records().subList(count, piece.records().size()), 0));
    }
    return wait;
  }

  /** Throws if nobody takes it: records are given up only when somebody hears of it. */
  private void tellFailure(Piece piece, String condition) {
    settings
        .onFailure()
        .ifPresent(
            to ->
                destinations.send(
                    settings.functionArn(),
                    to,
                    DestinationSender.Outcome.FAILURE,
                    StreamEvents.givenUp(piece, shard, settings, condition, clock.instant())));
  }
}
