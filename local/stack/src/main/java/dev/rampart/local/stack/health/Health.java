package dev.rampart.local.stack.health;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * How a run is doing, as its status endpoint tells it.
 *
 * @param state {@value #WELL}, {@value #FAULTY}, or {@value #UNREACHABLE} if the run does not
 *     answer
 * @param problems what is wrong, one sentence each; empty if it is well
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Health(
    String state,
    List<String> problems,
    List<StreamState> streams,
    List<QueueState> queues,
    List<FunctionState> functions) {
  public static final String WELL = "well";
  public static final String FAULTY = "faulty";
  public static final String UNREACHABLE = "unreachable";

  public Health {
    problems = List.copyOf(problems);
    streams = List.copyOf(streams);
    queues = List.copyOf(queues);
    functions = List.copyOf(functions);
  }

  /** The health of a run that does not tell it. */
  public static Health unreachable(String problem) {
    return new Health(UNREACHABLE, List.of(problem), List.of(), List.of(), List.of());
  }

  /** Says whether nothing is wrong. */
  @JsonIgnore
  public boolean isWell() {
    return state.equals(WELL);
  }

  /**
   * The feed of a function from a table's stream.
   *
   * @param recordsBehind how many records the function has yet to take; absent if it cannot be told
   * @param oldestSeconds how old the oldest of them is; absent if there is none
   * @param retries how often the records that are next have failed
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record StreamState(
      String function,
      String stream,
      Optional<Long> recordsBehind,
      Optional<Long> oldestSeconds,
      int retries) {}

  /**
   * A queue.
   *
   * @param deadLetters whether its messages were given up elsewhere
   * @param waiting how many messages can be received now
   * @param inFlight how many were received and are neither deleted nor back
   * @param delayed how many cannot be received yet
   * @param oldestSeconds how old the oldest message is; absent if there is none
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record QueueState(
      String name,
      boolean deadLetters,
      long waiting,
      long inFlight,
      long delayed,
      Optional<Long> oldestSeconds) {}

  /**
   * A function.
   *
   * @param processes how many processes it has
   * @param busy how many events it works on
   */
  public record FunctionState(String name, int processes, int busy) {}
}
