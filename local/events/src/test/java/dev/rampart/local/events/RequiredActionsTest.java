package dev.rampart.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.protocol.AwsAction;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Service Authorization References of EventBridge and SQS, as far as the local run goes. */
final class RequiredActionsTest {
  private static final String BUS = "arn:aws:events:eu-west-1:000000000000:event-bus/b";

  private final Desk desk = new Desk();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PutEvents         | {'Entries':[{'EventBusName':'b'},{},{'EventBusName':'BUS'}]} | event-bus/b event-bus/default
          DescribeEventBus  | {'Name':'b'}                                      | event-bus/b
          DescribeEventBus  | {}                                                | event-bus/default
          PutRule           | {'EventBusName':'b','Name':'r'}                   | rule/b/r
          PutRule           | {'Name':'r'}                                      | rule/r
          DescribeRule      | {'EventBusName':'BUS','Name':'r'}                 | rule/b/r
          EnableRule        | {'EventBusName':'b','Name':'r'}                   | rule/b/r
          DisableRule       | {'EventBusName':'b','Name':'r'}                   | rule/b/r
          DeleteRule        | {'EventBusName':'b','Name':'r'}                   | rule/b/r
          PutTargets        | {'EventBusName':'b','Rule':'r'}                   | rule/b/r
          RemoveTargets     | {'EventBusName':'b','Rule':'r'}                   | rule/b/r
          ListTargetsByRule | {'EventBusName':'b','Rule':'r'}                   | rule/b/r
          """)
  void an_operation_of_eventbridge_is_authorised_on_buses_or_a_rule(
      String operation, String input, String resources) {
    assertThat(desk.actions("AWSEvents." + operation, json(input)))
        .containsExactlyElementsOf(
            List.of(resources.split(" ")).stream()
                .map(resource -> action("events", operation, resource))
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "AWSEvents,events,ListEventBuses",
    "AWSEvents,events,ListRules",
    "AWSEvents,events,TestEventPattern",
    "AmazonSQS,sqs,ListQueues"
  })
  void what_is_about_everything_or_nothing_has_no_resource(
      String prefix, String service, String operation) {
    assertThat(desk.actions(prefix + "." + operation, "{}"))
        .containsExactly(new AwsAction(service + ":" + operation, "*"));
  }

  @ParameterizedTest
  @CsvSource({
    "CreateQueue,QueueName,q,CreateQueue",
    "GetQueueUrl,QueueName,q,GetQueueUrl",
    "DeleteQueue,QueueUrl,http://h/1/q,DeleteQueue",
    "GetQueueAttributes,QueueUrl,http://h/1/q,GetQueueAttributes",
    "SetQueueAttributes,QueueUrl,http://h/1/q,SetQueueAttributes",
    "SendMessage,QueueUrl,http://h/1/q,SendMessage",
    "SendMessageBatch,QueueUrl,http://h/1/q,SendMessage",
    "ReceiveMessage,QueueUrl,http://h/1/q,ReceiveMessage",
    "DeleteMessage,QueueUrl,http://h/1/q,DeleteMessage",
    "DeleteMessageBatch,QueueUrl,http://h/1/q,DeleteMessage",
    "ChangeMessageVisibility,QueueUrl,http://h/1/q,ChangeMessageVisibility",
    "ChangeMessageVisibilityBatch,QueueUrl,http://h/1/q,ChangeMessageVisibility",
    "PurgeQueue,QueueUrl,http://h/1/q,PurgeQueue"
  })
  void an_operation_of_sqs_is_authorised_on_a_queue_and_a_batch_as_what_it_repeats(
      String operation, String member, String value, String action) {
    assertThat(desk.actions("AmazonSQS." + operation, "{\"" + member + "\":\"" + value + "\"}"))
        .containsExactly(action("sqs", action, "q"));
  }

  @ParameterizedTest
  @CsvSource({"AmazonSQS.SendMessage", "AWSEvents.PutRule"})
  void a_call_that_names_nothing_needs_nothing(String target) {
    assertThat(desk.actions(target, "{}")).isEmpty();
    assertThat(desk.actions(target, "[")).isEmpty();
  }

  private static AwsAction action(String service, String operation, String resource) {
    return new AwsAction(
        service + ":" + operation,
        "arn:aws:%s:eu-west-1:000000000000:%s".formatted(service, resource));
  }

  private static String json(String text) {
    return text.replace('\'', '"').replace("BUS", BUS);
  }
}
