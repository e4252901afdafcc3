package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsCall;
import dev.rampart.local.protocol.JsonService;
import java.util.List;

/** CloudWatch as newer clients ask it: AWS JSON 1.0, or the same in CBOR. */
public final class CloudWatchJson extends JsonService {
  /** Before the operation, in {@code X-Amz-Target} and in the path of CBOR. */
  public static final String NAME = "GraniteServiceVersion20100801";

  private final CloudWatchOperations operations;

  /**
   * Makes the service.
   *
   * @param others the operations that are not about metrics
   */
  public CloudWatchJson(MetricStore metrics, Bands bands, OtherOperations others) {
    super("1.0", "com.amazonaws.cloudwatch", List.of(NAME));
    operations = new CloudWatchOperations(metrics, bands, others);
  }

  @Override
  protected JsonNode call(AwsCall call) {
    return operations.call(call.operation(), call.input());
  }

  @Override
  protected List<AwsAction> actions(AwsCall call) {
    return operations.actions(call.operation(), call.input());
  }
}
