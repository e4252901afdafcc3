package dev.rampart.adapter.in.apigateway.monitoring;

import dev.rampart.adapter.in.apigateway.http.ApiVersion;
import dev.rampart.adapter.in.apigateway.router.Endpoint;
import dev.rampart.domain.port.in.ReadSystemStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one table of what can be asked about the system itself. */
public final class MonitoringEndpoints {
  private static final String MONITORING = ApiVersion.PREFIX + "/monitoring";
  private static final String SCOPE = "rampart/threats.read";

  private MonitoringEndpoints() {}

  /** Returns the endpoints. */
  public static List<Endpoint> of(ReadSystemStatus useCase) {
    return List.of(
        new Endpoint(
            "GET",
            MONITORING,
            Optional.of(SCOPE),
            Set.of(),
            (_, _) -> MonitoringJson.reply(useCase.read())));
  }
}
