package dev.rampart.benchmark.detection.reallog;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.inspection.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Rampart's gates would have reported about a row: what the inspector refuses in path or
 * query, else what the status says. Most rows are nothing to report.
 */
final class RowSignals {

  /** What a row is about: a point, and why. */
  private record Report(DetectionPoint point, int status, SignalEvidence evidence) {
    static Report of(DetectionPoint point, int status) {
      return new Report(point, status, SignalEvidence.none());
    }
  }

  private static final Pattern MARKS = Pattern.compile("\\.\\.|[^\\w/.~-]");
  private static final String LOGIN = "LOGIN";
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private final Inspector inspector = Inspector.standard();
  private final boolean cloudTrail;

  /** Takes whether paths are names of services and methods those of actions. */
  RowSignals(boolean cloudTrail) {
    this.cloudTrail = cloudTrail;
  }

  /** Returns the signals of rows, in the same order. */
  List<Signal> of(List<LogRow> rows) {
    List<Signal> signals = new ArrayList<>();
    for (LogRow row : rows) {
      report(row).ifPresent(report -> signals.add(signal(row, report, signals.size())));
    }
    return signals;
  }

  private Optional<Report> report(LogRow row) {
    if (row.method().equals(LOGIN)) {
      return Optional.of(
          Report.of(
              row.status() == OK ? DetectionPoint.AUTH_OK : DetectionPoint.AUTH_FAIL,
              row.status()));
    }
    Optional<Report> injection = cloudTrail ? Optional.empty() : injection(row);
    return injection.isPresent() ? injection : refusal(row);
  }

  // Any path looks a little like path traversal: only those with marks are judged, and only what is
  // sure counts.
  private Optional<Report> injection(LogRow row) {
    int query = row.path().indexOf('?');
    String path = query < 0 ? row.path() : row.path().substring(0, query);
    Optional<Verdict> refused =
        MARKS.matcher(path).find() ? refused(FieldKind.CODE, path) : Optional.empty();
    if (refused.isEmpty() && query >= 0) {
      refused =
          Arrays.stream(row.path().substring(query + 1).split("&", -1))
              .map(parameter -> parameter.substring(parameter.indexOf('=') + 1))
              .flatMap(value -> refused(FieldKind.URL, value).stream())
              .findFirst();
    }
    return refused.map(
        verdict ->
            new Report(point(verdict), BAD_REQUEST, SignalEvidence.injection("path", verdict)));
  }

  private Optional<Verdict> refused(FieldKind kind, String value) {
    return Optional.of(inspector.inspect(kind, value)).filter(verdict -> verdict.refusedIn(kind));
  }

  private static DetectionPoint point(Verdict verdict) {
    return DetectionPoint.of(verdict.attack().orElse(Attack.OTHER));
  }

  private Optional<Report> refusal(LogRow row) {
    int status = row.status();
    return switch (status) {
      case 400 ->
          Optional.of(
              new Report(
                  DetectionPoint.SCHEMA_VIOLATION,
                  status,
                  SignalEvidence.violation(row.method(), "malformed")));
      case 401 -> Optional.of(Report.of(DetectionPoint.AUTH_FAIL, status));
      case 403 -> Optional.of(sensitive(row, DetectionPoint.OBJECT_FORBIDDEN));
      case 404 ->
          Optional.of(
              sensitive(
                  row,
                  cloudTrail ? DetectionPoint.OBJECT_NOT_FOUND : DetectionPoint.ROUTE_UNKNOWN));
      case 405 -> Optional.of(Report.of(DetectionPoint.METHOD_UNKNOWN, status));
      case 429 -> Optional.of(Report.of(DetectionPoint.THROTTLED, status));
      default -> Optional.empty();
    };
  }

  private Report sensitive(LogRow row, DetectionPoint otherwise) {
    Optional<String> pathClass =
        cloudTrail ? Optional.empty() : SensitivePaths.classOf(row.path().split("\\?", 2)[0]);
    return pathClass
        .map(
            rule ->
                new Report(DetectionPoint.SENSITIVE_PATH, row.status(), SignalEvidence.rule(rule)))
        .orElse(Report.of(otherwise, row.status()));
  }

  private Signal signal(LogRow row, Report report, int number) {
    return new Signal(
        new SignalId("row-" + number),
        Instant.ofEpochMilli(row.atMillis()),
        report.point().gate(),
        report.point(),
        source(row, report.point()),
        request(row, report),
        report.evidence());
  }

  private Source source(LogRow row, DetectionPoint point) {
    Source source = Source.unknown();
    Optional<IpAddress> address = IpAddress.parse(row.address());
    if (address.isPresent()) {
      source = source.withAddress(address.get());
    }
    if (!row.userAgent().isEmpty()) {
      source = source.withUserAgentHash(hash(row.userAgent()));
    }
    boolean verified = cloudTrail || point == DetectionPoint.AUTH_OK;
    return verified && !row.principal().isEmpty() && row.principal().length() <= Source.LENGTH_MAX
        ? source.withPrincipal(row.principal())
        : source;
  }

  private RequestFacts request(LogRow row, Report report) {
    RequestFacts request = RequestFacts.unknown().withStatus(report.status());
    String target =
        switch (report.point()) {
          case AUTH_FAIL, AUTH_OK -> row.principal();
          default -> hash(cloudTrail ? row.path() + row.method() : row.path());
        };
    return target.isEmpty() ? request : request.withResourceId(target);
  }

  private static String hash(String text) {
    return String.format(Locale.ROOT, "%08x", text.hashCode());
  }
}
