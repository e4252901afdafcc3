package dev.rampart.benchmark.detection.reallog;

import dev.rampart.benchmark.detection.peer.Peer;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The recorded logs of a folder. */
public final class LogSuite {

  private record Log(String title, List<LogRow> rows, RowSignals mapping, SubjectKind accused) {
    LogResult score(Peer peer) {
      LogScore score = LogScore.of(rows, mapping, peer, accused);
      return new LogResult(title, score.found(), score.foundOfModelled(), score.wronged());
    }
  }

  private final List<Log> logs;

  private LogSuite(List<Log> logs) {
    this.logs = logs;
  }

  /**
   * Reads the logs.
   *
   * @throws IllegalArgumentException if one is missing
   */
  public static LogSuite read(Path folder) throws IOException {
    RowSignals web = new RowSignals(false);
    return new LogSuite(
        List.of(
            log(folder, "hub tests of CrowdSec", "crowdsec_hub_http", web, SubjectKind.IP),
            log(folder, "SSH", "elastic_ssh_auth", web, SubjectKind.IP),
            log(folder, "web log", "elastic_apache_logs", web, SubjectKind.IP),
            log(
                folder,
                "CloudTrail, principals",
                "invictus_cloudtrail",
                new RowSignals(true),
                SubjectKind.PRINCIPAL)));
  }

  private static Log log(
      Path folder, String title, String name, RowSignals mapping, SubjectKind accused)
      throws IOException {
    List<LogRow> rows = RecordedLog.read(folder.resolve(name + ".tsv.gz"));
    return new Log(title, rows, mapping, accused);
  }

  /** Returns how the rules of a peer do on each log. */
  public List<LogResult> score(Peer peer) {
    return logs.stream().map(log -> log.score(peer)).toList();
  }
}
