package dev.rampart.benchmark.detection.reallog;

import dev.rampart.benchmark.detection.peer.Alert;
import dev.rampart.benchmark.detection.peer.AlertResponse;
import dev.rampart.benchmark.detection.peer.Peer;
import dev.rampart.benchmark.detection.peer.PeerRule;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which sources of a recorded log a rule accuses. A source is an address of a group. */
final class LogScore {

  /** Fewer signals of a source are too few to ask anybody to find it. */
  private static final int MODELLED_MIN = 5;

  private static final class Origin {
    private boolean hostile;
    private int refused;
    private boolean accused;
  }

  private final Map<String, Map<Subject, Origin>> groups = new LinkedHashMap<>();
  private final SubjectKind kind;

  private LogScore(SubjectKind kind) {
    this.kind = kind;
  }

  /** Returns how a rule does on rows, with fresh state for each group. */
  static LogScore of(List<LogRow> rows, RowSignals mapping, Peer peer, SubjectKind kind) {
    LogScore score = new LogScore(kind);
    Map<String, List<LogRow>> byGroup = new LinkedHashMap<>();
    rows.forEach(row -> byGroup.computeIfAbsent(row.group(), _ -> new ArrayList<>()).add(row));
    byGroup.forEach((group, some) -> score.add(group, some, mapping.of(some), peer.fresh().get()));
    return score;
  }

  private void add(String group, List<LogRow> rows, List<Signal> signals, PeerRule rule) {
    Map<Subject, Origin> origins = groups.computeIfAbsent(group, _ -> new HashMap<>());
    for (LogRow row : rows) {
      String name = kind == SubjectKind.IP ? row.address() : row.principal();
      if (!name.isEmpty()) {
        Origin origin = origins.computeIfAbsent(new Subject(kind, name), _ -> new Origin());
        origin.hostile |= row.hostile();
      }
    }
    Set<Subject> accused = new HashSet<>();
    for (Signal signal : signals) {
      if (!signal.point().kind().isCounterEvidence()) {
        subject(signal).map(origins::get).ifPresent(origin -> origin.refused++);
      }
      rule.take(signal).stream()
          .filter(alert -> alert.response() != AlertResponse.INFORM)
          .map(Alert::subject)
          .forEach(accused::add);
    }
    origins.forEach((subject, origin) -> origin.accused = accused.contains(subject));
  }

  private Optional<Subject> subject(Signal signal) {
    Optional<String> name =
        kind == SubjectKind.IP
            ? signal.source().address().map(IpAddress::site)
            : signal.source().principal();
    return name.map(known -> new Subject(kind, known));
  }

  /** Returns hostile sources that were accused, and how many there are. */
  Share found() {
    return count(true, 0);
  }

  /** Returns the same of those with at least five refusals. */
  Share foundOfModelled() {
    return count(true, MODELLED_MIN);
  }

  /** Returns other sources that were accused, and how many there are. */
  Share wronged() {
    return count(false, 0);
  }

  private Share count(boolean hostile, int refusedMin) {
    List<Origin> origins =
        groups.values().stream()
            .flatMap(group -> group.values().stream())
            .filter(origin -> origin.hostile == hostile && origin.refused >= refusedMin)
            .toList();
    return new Share(origins.stream().filter(origin -> origin.accused).count(), origins.size());
  }
}
