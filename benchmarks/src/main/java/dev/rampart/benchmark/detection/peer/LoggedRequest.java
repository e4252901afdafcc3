package dev.rampart.benchmark.detection.peer;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;

/**
 * A signal as a log line shows it to the peers.
 *
 * @param address as it is written, for IPv6 too
 * @param status the HTTP status
 * @param path route and object, or the hash of an unknown path
 * @param atMillis since 1970
 */
record LoggedRequest(Signal signal, String address, int status, String path, long atMillis) {

  /** Returns the line; empty if there is no address, and for what went well. */
  static Optional<LoggedRequest> refused(Signal signal) {
    return signal.point().kind().isCounterEvidence() ? Optional.empty() : of(signal);
  }

  private static Optional<LoggedRequest> of(Signal signal) {
    return signal
        .source()
        .address()
        .map(
            address ->
                new LoggedRequest(
                    signal,
                    address.text(),
                    signal.request().status().orElse(0),
                    signal.request().route().orElse("")
                        + " "
                        + signal.request().resourceId().orElse(""),
                    signal.observedAt().toEpochMilli()));
  }

  /** Returns an accusation of the address, under the name that it has in findings. */
  Alert alert(String name, AlertResponse response) {
    return new Alert(name, site(signal), signal, response);
  }

  private static Subject site(Signal signal) {
    return new Subject(SubjectKind.IP, signal.source().address().orElseThrow().site());
  }
}
