package dev.rampart.benchmark.detection.world;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Under which subjects a rule may rightly count a signal. */
final class SubjectNames {

  /** A network is a campaign's own if so many of its addresses lie in it. */
  private static final int NEIGHBOURS_MIN = 3;

  private SubjectNames() {}

  /** Returns the source, the principal and the key of a signal. */
  static List<Subject> owners(Signal signal) {
    List<Subject> subjects = new ArrayList<>(3);
    Source source = signal.source();
    address(signal).ifPresent(subjects::add);
    source.principal().ifPresent(sub -> subjects.add(new Subject(SubjectKind.PRINCIPAL, sub)));
    source.apiKeyId().ifPresent(key -> subjects.add(new Subject(SubjectKind.API_KEY, key)));
    return subjects;
  }

  /** Returns the source of a signal. */
  static Optional<Subject> address(Signal signal) {
    return signal.source().address().map(from -> new Subject(SubjectKind.IP, from.site()));
  }

  /** Returns the account of a failed sign-in; a rule may take it for a principal. */
  static List<Subject> accounts(Signal signal) {
    return signal.point() == DetectionPoint.AUTH_FAIL
        ? signal.request().resourceId().map(SubjectNames::accounts).orElse(List.of())
        : List.of();
  }

  private static List<Subject> accounts(String name) {
    return List.of(
        new Subject(SubjectKind.CREDENTIAL, name), new Subject(SubjectKind.PRINCIPAL, name));
  }

  /** Returns the network of a signal. */
  static Optional<Subject> network(Signal signal) {
    return signal.source().address().map(SubjectNames::network);
  }

  /** Returns the networks from which several of the addresses of these signals are. */
  static Set<Subject> sharedNetworks(List<Signal> signals) {
    Map<Subject, Set<IpAddress>> addresses = new HashMap<>();
    signals.stream()
        .flatMap(signal -> signal.source().address().stream())
        .forEach(from -> addresses.computeIfAbsent(network(from), _ -> new HashSet<>()).add(from));
    addresses.values().removeIf(some -> some.size() < NEIGHBOURS_MIN);
    return addresses.keySet();
  }

  private static Subject network(IpAddress address) {
    return new Subject(SubjectKind.NETWORK, address.network());
  }
}
