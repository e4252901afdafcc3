package dev.rampart.domain.detection.trail;

import java.util.Set;

/**
 * Somebody of the security team who watches the traffic, and makes some of it by watching: the
 * calls of the console, and the loading of its files, which nobody signs in for.
 *
 * @param principal who that is, as the gateway's lines say it
 */
public record Watcher(String principal) {
  private static final Set<String> CONSOLE_ROUTES = Set.of("/console", "/console/{file+}");

  /**
   * Returns whether a line of the gateway is about a request of the watcher's own. What a gate
   * refused under the console's address is nobody's page, and may be an attack: it is not.
   */
  boolean sent(GateEntry line) {
    boolean ownCall = line.source().principal().filter(principal::equals).isPresent();
    boolean consoleFile =
        line.outcome() == RequestOutcome.PASSED
            && line.request().route().filter(CONSOLE_ROUTES::contains).isPresent();
    return ownCall || consoleFile;
  }
}
