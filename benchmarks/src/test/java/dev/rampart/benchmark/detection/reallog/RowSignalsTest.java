package dev.rampart.benchmark.detection.reallog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSignalsTest {

  private final RowSignals mapping = new RowSignals(false);

  private List<DetectionPoint> points(String... lines) {
    return mapping.of(List.of(lines).stream().map(LogRow::parse).toList()).stream()
        .map(Signal::point)
        .toList();
  }

  private static String row(int status, String path) {
    return String.join(
        "\t", "0", "-", "192.0.2.1", "-", Integer.toString(status), "GET", path, "ua", "0", "none");
  }

  @Test
  void a_status_and_a_path_say_which_point_it_is() {
    assertThat(
            points(
                row(404, "/nothing"),
                row(404, "/.git/config"),
                row(401, "/client"),
                row(403, "/private"),
                row(400, "/")))
        .containsExactly(
            DetectionPoint.ROUTE_UNKNOWN,
            DetectionPoint.SENSITIVE_PATH,
            DetectionPoint.AUTH_FAIL,
            DetectionPoint.OBJECT_FORBIDDEN,
            DetectionPoint.SCHEMA_VIOLATION);
  }

  @Test
  void a_payload_is_an_injection_whatever_was_answered() {
    assertThat(points(row(200, "/a?q=%27%20or%201%3D1%20--%20"), row(404, "/a?f=../../etc/passwd")))
        .containsExactly(DetectionPoint.INJECTION_SQL, DetectionPoint.INJECTION_PATH);
  }

  @Test
  void what_went_well_is_not_reported_but_a_sign_in_is() {
    String signIn = "0\t-\t192.0.2.1\talice\t200\tLOGIN\t/login\t\t0\tnone";

    assertThat(points(row(200, "/a?q=hello"), signIn)).containsExactly(DetectionPoint.AUTH_OK);
  }
}
