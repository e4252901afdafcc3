package dev.rampart.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.logs.delivery.SubscriptionSettings;
import dev.rampart.local.logs.group.LogGroup;
import dev.rampart.local.logs.group.LogGroups;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsCall;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.JsonService;
import dev.rampart.local.template.PseudoParameters;
import java.util.List;

/** CloudWatch Logs for whoever reads the logs of a run; the parts of the run write them. */
public final class LogsService extends JsonService {
  private final LogGroups groups;
  private final LogArns arns;
  private final GroupQueries queries;

  /**
   * Answers for the log groups of a stack.
   *
   * @param subscriptions those of all groups
   */
  public LogsService(
      PseudoParameters stack, LogGroups groups, List<SubscriptionSettings> subscriptions) {
    super("1.1", "", List.of("Logs_20140328"));
    this.groups = groups;
    this.arns = new LogArns(stack);
    this.queries = new GroupQueries(groups, arns, subscriptions);
  }

  @Override
  protected JsonNode call(AwsCall call) {
    JsonNode input = call.input();
    return switch (call.operation()) {
      case "DescribeLogGroups" -> queries.describeGroups(input);
      case "DescribeLogStreams" -> queries.describeStreams(group(input), input);
      case "DescribeSubscriptionFilters" -> queries.describeSubscriptions(group(input));
      case "FilterLogEvents" -> EventSearch.of(input).filter(group(input));
      case "GetLogEvents" -> StreamReading.of(input).read(group(input));
      default ->
          throw new AwsError(
              "UnknownOperationException",
              "The local logs have no operation " + call.operation() + ".");
    };
  }

  @Override
  protected List<AwsAction> actions(AwsCall call) {
    String resource =
        call.operation().equals("DescribeLogGroups")
            ? AwsAction.ANY
            : arns.ofLines(group(call.input()));
    return List.of(new AwsAction("logs:" + call.operation(), resource));
  }

  private LogGroup group(JsonNode input) {
    String name = input.path("logGroupIdentifier").asText(input.path("logGroupName").asText());
    return groups
        .find(LogGroups.name(name))
        .orElseThrow(
            () ->
                new AwsError(
                    "ResourceNotFoundException", "The specified log group does not exist."));
  }
}
