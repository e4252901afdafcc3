package dev.rampart.local.command;

import dev.rampart.local.gateway.Gateway;
import dev.rampart.local.gateway.gate.GateDescription;
import java.util.List;
import java.util.stream.Stream;

/** The gates of the way of a request. Nothing that is not here may look as if it were enforced. */
public final class Gates {
  private static final String OF_THE_FUNCTION = "everything: it is the function's own";

  private Gates() {}

  /** Returns the gates of the gateway and of the function, in the order of a request's way. */
  public static List<GateDescription> all() {
    return Stream.concat(
            Gateway.gates().stream(),
            Stream.of("input", "inspection", "domain")
                .map(name -> new GateDescription(name, OF_THE_FUNCTION, "")))
        .toList();
  }
}
