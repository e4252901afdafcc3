package dev.rampart.local.account;

import java.time.Instant;
import java.util.Map;

/**
 * A stack of an account.
 *
 * @param status as CloudFormation names it
 * @param parameters the values that it was deployed with
 * @param changed when it was made or last updated
 */
public record DeployedStack(
    String name,
    String status,
    Map<String, String> outputs,
    Map<String, String> parameters,
    Instant changed) {

  public DeployedStack {
    outputs = Map.copyOf(outputs);
    parameters = Map.copyOf(parameters);
  }

  /** Says whether more of it is there than its name and perhaps a change set. */
  public boolean hasResources() {
    return !status.equals("REVIEW_IN_PROGRESS");
  }
}
