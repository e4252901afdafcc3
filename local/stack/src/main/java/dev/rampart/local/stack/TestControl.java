package dev.rampart.local.stack;

import dev.rampart.local.host.FunctionClock;
import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.schedules.Schedules;
import dev.rampart.local.stack.control.ClockControl;
import dev.rampart.local.stack.control.ControlServer;
import dev.rampart.local.stack.fault.FaultInjector;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.supervision.RunClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What tests may do to a run: move its clock, and have calls to its services fail.
 *
 * @param isOpen whether they may; if not, there is neither an address nor anything in a function
 */
record TestControl(boolean isOpen, RunClock clock, FaultInjector faults) {

  /** Returns what the processes of functions go by; empty for the system's clock. */
  Optional<FunctionClock> functionClock(Path work) throws IOException {
    if (!isOpen) {
      return Optional.empty();
    }
    FunctionClock following = FunctionClock.in(work);
    clock.followedBy(following::set);
    return Optional.of(following);
  }

  /** Opens the control address, if it was asked for. */
  Optional<Instance.Control> open(
      CloseableStack closing, Monitoring monitoring, Schedules schedules) throws IOException {
    if (!isOpen) {
      return Optional.empty();
    }
    String token = RandomText.hex(32);
    ClockControl moving =
        new ClockControl(clock, by -> schedules.moving(() -> monitoring.minutes().move(by)));
    ControlServer server =
        closing.add(ControlServer.start(token, Map.of("/clock", moving, "/faults", faults)));
    return Optional.of(new Instance.Control(server.url(), token));
  }
}
