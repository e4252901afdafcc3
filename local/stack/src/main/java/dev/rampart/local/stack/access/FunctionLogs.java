package dev.rampart.local.stack.access;

import dev.rampart.local.access.AccessControl;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether the lines of functions reach their log groups: with its role, Lambda opens a stream for
 * each process and writes to it.
 */
public record FunctionLogs(AccessControl access, Map<String, Boolean> decided) {
  /** Asks once for each function: what a run has is read before it starts, and does not change. */
  public FunctionLogs(AccessControl access) {
    this(access, new ConcurrentHashMap<>());
  }

  /**
   * Says whether the lines of a function are taken.
   *
   * @param logicalId of the function
   * @param groupArn of its log group, without what follows the name
   */
  public boolean takes(String logicalId, String groupArn) {
    return decided.computeIfAbsent(logicalId, function -> isAllowed(function, groupArn));
  }

  private boolean isAllowed(String function, String groupArn) {
    String stream = groupArn + ":log-stream:local";
    return access.function(function, "logs:CreateLogStream", stream, Map.of()).isEmpty()
        && access.function(function, "logs:PutLogEvents", stream, Map.of()).isEmpty();
  }
}
