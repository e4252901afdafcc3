package dev.rampart.benchmark.detection.peer;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The buckets of CrowdSec's hub (b03cb59) for web servers and sign-ins: capacity and leak are facts
 * of its scenarios. An autonomous system is a network of 65,536 addresses here, since signals do
 * not name one; that search engines are spared by reverse DNS is left out.
 */
final class CrowdSec implements PeerRule {

  private static final Set<Integer> PROBING = Set.of(400, 403, 404);
  private static final int UNAUTHORIZED = 401;
  private static final String ADMIN_CLASS = "php-admin";

  private final LeakyBuckets probing = new LeakyBuckets(10, 10_000);
  private final LeakyBuckets admin = new LeakyBuckets(2, 10_000);
  private final LeakyBuckets bruteForce = new LeakyBuckets(5, 10_000);
  private final LeakyBuckets sql = new LeakyBuckets(10, 1_000);
  private final LeakyBuckets scripting = new LeakyBuckets(5, 1_000);
  private final LeakyBuckets traversal = new LeakyBuckets(3, 10_000);
  private final LeakyBuckets stuffing = new LeakyBuckets(10, 30_000);

  @Override
  public List<Alert> take(Signal signal) {
    return LoggedRequest.refused(signal).map(this::alerts).orElse(List.of());
  }

  private List<Alert> alerts(LoggedRequest request) {
    String from = request.address();
    long at = request.atMillis();
    DetectionPoint point = request.signal().point();
    List<Alert> alerts = new ArrayList<>(1);
    if (PROBING.contains(request.status()) && probing.pourDistinct(from, request.path(), at)) {
      alerts.add(request.alert("http-probing", AlertResponse.BLOCK));
    }
    if (isAdmin(request.signal()) && admin.pourDistinct(from, request.path(), at)) {
      alerts.add(request.alert("http-admin-interface-probing", AlertResponse.BLOCK));
    }
    if (request.status() == UNAUTHORIZED && bruteForce.pour(from, at)) {
      alerts.add(request.alert("http-bf", AlertResponse.BLOCK));
    }
    if (point == DetectionPoint.INJECTION_SQL && sql.pour(from, at)) {
      alerts.add(request.alert("http-sqli-probing", AlertResponse.BLOCK));
    }
    if (point == DetectionPoint.INJECTION_XSS && scripting.pour(from, at)) {
      alerts.add(request.alert("http-xss-probing", AlertResponse.BLOCK));
    }
    if (point == DetectionPoint.INJECTION_PATH && traversal.pour(from, at)) {
      alerts.add(request.alert("http-path-traversal-probing", AlertResponse.BLOCK));
    }
    if (point == DetectionPoint.AUTH_FAIL && stuffing.pourDistinct(network(from), from, at)) {
      alerts.add(request.alert("http-distributed-bf", AlertResponse.BLOCK));
    }
    return alerts;
  }

  private static boolean isAdmin(Signal signal) {
    return signal.point() == DetectionPoint.SENSITIVE_PATH
        && signal.evidence().rule().filter(ADMIN_CLASS::equals).isPresent();
  }

  private static String network(String address) {
    String separator = address.indexOf(':') >= 0 ? ":" : ".";
    int first = address.indexOf(separator);
    int second = address.indexOf(separator, first + 1);
    return second < 0 ? address : address.substring(0, second);
  }
}
