package dev.rampart.benchmark.detection.peer;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches like those of Elastic's detection rules for sign-ins: stuffing, at least 10 accounts and
 * 30 failures from 5 addresses in ten minutes over all; spraying, at least 15 accounts from one
 * address; guessing, one account at least 30 times in five minutes. They are asked at each signal
 * and not by a schedule, which makes them faster than the originals.
 */
final class ElasticSignInSearches implements PeerRule {

  private static final int STUFFED_ACCOUNTS = 10;
  private static final int STUFFED_FAILURES = 30;
  private static final int STUFFED_ADDRESSES = 5;
  private static final int SPRAYED_ACCOUNTS = 15;
  private static final int GUESSES = 30;
  private static final long WINDOW_MILLIS = 600_000;
  private static final long GUESSING_MILLIS = 300_000;
  private static final String ALL = "*";
  private static final String NO_ACCOUNT = "-";

  private final RecentEvents everywhere = new RecentEvents(WINDOW_MILLIS);
  private final RecentEvents byAddress = new RecentEvents(WINDOW_MILLIS);
  private final RecentEvents byAccount = new RecentEvents(GUESSING_MILLIS);

  @Override
  public List<Alert> take(Signal signal) {
    return signal.point() == DetectionPoint.AUTH_FAIL
        ? LoggedRequest.refused(signal).map(this::alerts).orElse(List.of())
        : List.of();
  }

  private List<Alert> alerts(LoggedRequest request) {
    String account = request.signal().request().resourceId().orElse(NO_ACCOUNT);
    String address = request.address();
    long at = request.atMillis();
    List<Alert> alerts = new ArrayList<>(1);
    RecentEvents.Content all = everywhere.add(ALL, at, account, address);
    if (all.count() >= STUFFED_FAILURES
        && all.values() >= STUFFED_ACCOUNTS
        && all.others() >= STUFFED_ADDRESSES) {
      everywhere.clear(ALL);
      alerts.add(alert("stuffing", new Subject(SubjectKind.GLOBAL, ALL), request));
    }
    if (byAddress.add(address, at, account, "").values() >= SPRAYED_ACCOUNTS) {
      byAddress.clear(address);
      alerts.add(request.alert("spraying", AlertResponse.NOTIFY));
    }
    if (byAccount.add(account, at, address, "").count() >= GUESSES) {
      byAccount.clear(account);
      alerts.add(alert("guessing", new Subject(SubjectKind.PRINCIPAL, account), request));
    }
    return alerts;
  }

  private static Alert alert(String name, Subject subject, LoggedRequest request) {
    return new Alert(name, subject, request.signal(), AlertResponse.NOTIFY);
  }
}
