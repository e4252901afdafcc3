package dev.rampart.domain.port.out;

import dev.rampart.domain.monitoring.FunctionCounts;
import dev.rampart.domain.monitoring.LogActivity;
import dev.rampart.domain.monitoring.QueueKind;
import dev.rampart.domain.monitoring.QueueLevel;
import dev.rampart.domain.monitoring.SignalLog;
import dev.rampart.domain.monitoring.StatusPart;
import dev.rampart.domain.port.out.OperationalMetricsContract.CountingServices;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@link OperationalMetrics} in lists, and the services that they count. */
public final class InMemoryOperationalMetrics implements OperationalMetrics, CountingServices {
  private final Map<SignalLog, Instant> logs = new EnumMap<>(SignalLog.class);
  private final Map<String, Level> levels = new HashMap<>();
  private final List<Call> calls = new ArrayList<>();
  private final Set<StatusPart> incomplete = EnumSet.noneOf(StatusPart.class);
  private boolean broken;

  private record Level(long messages, Duration oldest, Instant at) {}

  private enum Outcome {
    ANSWERED,
    FAILED,
    THROTTLED
  }

  private record Call(String function, Outcome outcome, Instant at) {}

  /** From now on nothing answers. */
  public void breakDown() {
    broken = true;
  }

  /** From now on some numbers of a part do not come. */
  public void lackSome(StatusPart part) {
    incomplete.add(part);
  }

  @Override
  public void logged(SignalLog log, Instant at) {
    logs.merge(log, at, (one, other) -> one.isAfter(other) ? one : other);
  }

  @Override
  public void held(String queue, long messages, Duration oldest, Instant at) {
    levels.merge(
        queue,
        new Level(messages, oldest, at),
        (one, other) -> one.at().isAfter(other.at()) ? one : other);
  }

  @Override
  public void called(String function, boolean failed, Instant at) {
    calls.add(new Call(function, failed ? Outcome.FAILED : Outcome.ANSWERED, at));
  }

  @Override
  public void throttled(String function, Instant at) {
    calls.add(new Call(function, Outcome.THROTTLED, at));
  }

  @Override
  public OperationalMetrics metrics() {
    return this;
  }

  @Override
  public Reading read(Instant now) {
    if (broken) {
      throw new PortUnavailable("the metrics do not answer");
    }
    return new Reading(
        Stream.of(SignalLog.values()).map(log -> new LogActivity(log, last(log, now))).toList(),
        List.of(
            level(OperationalMetricsContract.WORK, QueueKind.WORK),
            level(OperationalMetricsContract.DEAD, QueueKind.DEAD_LETTERS)),
        List.of(counts(OperationalMetricsContract.FUNCTION, now)),
        incomplete);
  }

  private Optional<Instant> last(SignalLog log, Instant now) {
    return Optional.ofNullable(logs.get(log))
        .map(
            at ->
                at.truncatedTo(
                    at.isBefore(now.minus(COUNTED)) ? ChronoUnit.HOURS : ChronoUnit.MINUTES));
  }

  private QueueLevel level(String name, QueueKind kind) {
    Optional<Level> known = Optional.ofNullable(levels.get(name));
    return new QueueLevel(
        name,
        kind,
        known.map(Level::messages),
        known.filter(level -> kind == QueueKind.WORK && level.messages() > 0).map(Level::oldest));
  }

  private FunctionCounts counts(String function, Instant now) {
    List<Outcome> outcomes =
        calls.stream()
            .filter(call -> call.function().equals(function))
            .filter(call -> call.at().isAfter(now.minus(COUNTED)))
            .map(Call::outcome)
            .toList();
    long throttled = count(outcomes, Outcome.THROTTLED);
    return new FunctionCounts(
        function, outcomes.size() - throttled, count(outcomes, Outcome.FAILED), throttled);
  }

  private static long count(List<Outcome> outcomes, Outcome wanted) {
    return outcomes.stream().filter(each -> each == wanted).count();
  }
}
