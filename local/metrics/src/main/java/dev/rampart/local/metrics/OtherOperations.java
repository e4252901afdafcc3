package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsError;
import java.util.List;

/** The operations of CloudWatch that are not about metrics: those of alarms. */
public interface OtherOperations {
  /** None at all. */
  OtherOperations NONE =
      new OtherOperations() {
        @Override
        public JsonNode call(String operation, JsonNode input) {
          throw unknown(operation);
        }

        @Override
        public List<AwsAction> actions(String operation, JsonNode input) {
          return List.of(new AwsAction("cloudwatch:" + operation, AwsAction.ANY));
        }
      };

  /**
   * Carries an operation out.
   *
   * @throws AwsError to refuse, also if there is no such operation
   */
  JsonNode call(String operation, JsonNode input);

  /** Returns what an operation would be authorised for on AWS. */
  List<AwsAction> actions(String operation, JsonNode input);

  /** Returns the refusal of an operation that is not there. */
  static AwsError unknown(String operation) {
    return new AwsError(
        "InvalidAction", "The local CloudWatch has no operation " + operation + ".");
  }
}
