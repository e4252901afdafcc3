package dev.rampart.local.stack;

import java.util.List;

/** The gates of the way of a request. Nothing that is not here may look as if it were enforced. */
public final class Gates {
  private Gates() {}

  /**
   * One gate.
   *
   * @param live what a run enforces; empty if nothing yet
   * @param missing what AWS enforces there and a run does not; empty if nothing
   */
  public record GateState(String gate, String live, String missing) {}

  /** Returns the gates in the order in which a request meets them. */
  public static List<GateState> all() {
    return List.of(
        new GateState("edge", "framing, limits, unknown paths and methods", ""),
        new GateState("waf", "", "the web ACL with its rules and IP sets"),
        new GateState("token", "signature, issuer, times, scope of the operation", ""),
        new GateState("plan", "the API key", "throttle, burst and quota"),
        new GateState("schema", "models and required parameters", ""),
        new GateState("input", "everything: it is the function's own", ""),
        new GateState("inspection", "everything: it is the function's own", ""),
        new GateState("domain", "everything: it is the function's own", ""));
  }
}
