package dev.rampart.local.stack;

import dev.rampart.local.host.FunctionClock;
import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.stack.control.ClockControl;
import dev.rampart.local.stack.control.ControlServer;
import dev.rampart.local.stack.control.Minutes;
import dev.rampart.local.stack.fault.FaultInjector;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.supervision.RunClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What tests can do to a run: move its clock and make calls fail.
 *
 * @param isWanted whether the run was started for that; if not, there is no way to it
 */
record RunControl(boolean isWanted, RunClock clock, CloseableStack closing) {
  private static final int TOKEN_BYTES = 32;

  /** Opens the address, if it is wanted. */
  Optional<Instance.Control> open(Minutes minutes, FaultInjector faults) throws IOException {
    if (!isWanted) {
      return Optional.empty();
    }
    String token = RandomText.hex(TOKEN_BYTES);
    ClockControl moving = new ClockControl(clock, minutes);
    ControlServer server =
        closing.add(ControlServer.start(token, Map.of("/clock", moving, "/faults", faults)));
    return Optional.of(new Instance.Control(server.url(), token));
  }

  /**
   * Returns what makes functions follow the clock; a clock that cannot be moved needs nothing in
   * their processes.
   *
   * @param work a folder of the run
   */
  Optional<FunctionClock> functionClock(Path work) throws IOException {
    if (!isWanted) {
      return Optional.empty();
    }
    FunctionClock following = FunctionClock.in(work);
    clock.followedBy(following::set);
    return Optional.of(following);
  }
}
