package dev.rampart.local.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.template.source.TemplateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be delivered is refused by resource, file and line. */
final class TopicReaderTest {
  private static final String TEMPLATE =
      """
      Resources:
        Topic:
          Type: AWS::SNS::Topic
          Properties: {TopicName: people}
        Queue:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref Topic
            Protocol: sqs
            Endpoint: arn:aws:sqs:eu-west-1:000000000000:alarms
      """;

  @Test
  void topics_and_subscriptions_are_read() {
    TopicPlan plan = TopicBench.plan(TEMPLATE);
    assertThat(plan.topics()).hasSize(1);
    assertThat(plan.subscriptions()).hasSize(1);
    assertThat(plan.hasTopic(plan.topics().getFirst().arn())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "Protocol: sqs ~ Protocol: pigeon ~ 9: Queue.Protocol is pigeon, and the local run has"
            + " sqs,",
        "Protocol: sqs ~ Protocol: http ~ 10: Queue.Endpoint is no http URL on loopback",
        "Protocol: sqs ~ Protocol: email ~ 10: Queue.Endpoint is no endpoint of the protocol email",
        ":alarms ~ :missing ~ 10: Queue.Endpoint names no queue of the template",
        "TopicArn: !Ref Topic ~ TopicArn: other ~ 8: Queue.TopicArn names no topic of the template",
        "Protocol: sqs ~ `Protocol: sqs\n      FilterPolicy: {a: b}` ~ 10: Queue.FilterPolicy has",
        "Protocol: sqs ~ `Protocol: sqs\n      DeliveryPolicy: {}` ~ 10: Queue.DeliveryPolicy is"
            + " not known",
        "Protocol: sqs ~ `Protocol: sqs\n      RedrivePolicy: {}` ~ 10: Queue.RedrivePolicy has no",
        "TopicName: people ~ FifoTopic: true ~ 4: Topic.FifoTopic is true; FIFO topics",
      })
  void what_is_not_supported_is_refused(String part, String other, String message) {
    assertThat(TEMPLATE).contains(part);
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> TopicBench.plan(TEMPLATE.replace(part, other)))
        .withMessageStartingWith("t.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080/a, true",
    "http://localhost/a, true",
    "http://example.com/a, false",
    "http://127.0.0.1@example.com/, false",
    "https://127.0.0.1/, false",
    "http://[::1]:80/, true",
    "file:///etc/passwd, false",
    "http://127.0.0.1.example.com/, false",
  })
  void only_urls_on_loopback_are_called(String endpoint, boolean isGood) {
    assertThat(TopicProtocol.HTTP.fault(endpoint).isEmpty()).isEqualTo(isGood);
  }
}
