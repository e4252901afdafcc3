package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.query.QueryService;
import java.util.List;

/** CloudWatch as older clients ask it: a form with an action, answered in XML. */
public final class CloudWatchQuery extends QueryService {
  private final CloudWatchOperations operations;

  /**
   * Makes the service.
   *
   * @param others the operations that are not about metrics
   */
  public CloudWatchQuery(MetricStore metrics, Bands bands, OtherOperations others) {
    super("2010-08-01", "http://monitoring.amazonaws.com/doc/2010-08-01/");
    operations = new CloudWatchOperations(metrics, bands, others);
  }

  @Override
  protected JsonNode call(String action, ObjectNode input) {
    return operations.call(action, input);
  }

  @Override
  protected List<AwsAction> actions(String action, ObjectNode input) {
    return operations.actions(action, input);
  }
}
