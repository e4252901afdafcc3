package dev.rampart.local.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TopicsServiceTest {
  private final TopicBench bench =
      new TopicBench(
          """
          Resources:
            Topic:
              Type: AWS::SNS::Topic
              Properties: {TopicName: people, Subscription: [{Protocol: email, Endpoint: a@b.example}]}
          """);

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void topics_and_subscriptions_are_listed() {
    assertThat(bench.call("Action=ListTopics"))
        .contains("<Topics><member><TopicArn>" + bench.topic() + "</TopicArn></member></Topics>");
    assertThat(bench.call("Action=ListSubscriptionsByTopic&TopicArn=" + bench.topic()))
        .contains("<Endpoint>a@b.example</Endpoint>")
        .contains("<Protocol>email</Protocol>");
    assertThat(bench.call("Action=GetTopicAttributes&TopicArn=" + bench.topic()))
        .contains("<entry><key>SubscriptionsConfirmed</key><value>1</value></entry>");
  }

  @Test
  void who_subscribes_gets_what_is_published() {
    String policy = URLEncoder.encode("{\"level\":[\"high\"]}", StandardCharsets.UTF_8);
    String answer =
        bench.call(
            "Action=Subscribe&Protocol=sqs&Endpoint=arn:aws:sqs:eu-west-1:000000000000:q&TopicArn="
                + bench.topic()
                + "&Attributes.entry.1.key=FilterPolicy&Attributes.entry.1.value="
                + policy);
    assertThat(answer).contains("<SubscriptionArn>" + bench.topic() + ":");

    bench.publish("a", "not high");
    assertThat(bench.queues).isEmpty();
    String _ =
        bench.call(
            "Action=Publish&Message=hi&TopicArn="
                + bench.topic()
                + "&MessageAttributes.entry.1.Name=level"
                + "&MessageAttributes.entry.1.Value.DataType=String"
                + "&MessageAttributes.entry.1.Value.StringValue=high");
    assertThat(bench.queues.get("q")).hasSize(1);

    String arn = answer.replaceAll("(?s).*<SubscriptionArn>(.*)</SubscriptionArn>.*", "$1");
    assertThat(bench.call("Action=GetSubscriptionAttributes&SubscriptionArn=" + arn))
        .contains("<key>FilterPolicy</key>");
    String _ = bench.call("Action=Unsubscribe&SubscriptionArn=" + arn);
    assertThat(bench.topics.subscriptions()).hasSize(1);
  }

  @Test
  void what_is_wrong_is_refused_in_sns_words() {
    assertThat(bench.call("Action=Publish&Message=a&TopicArn=arn:aws:sns:eu-west-1:1:x"))
        .contains("<Code>NotFound</Code>");
    assertThat(bench.call("Action=Publish&TopicArn=" + bench.topic())).contains("Empty message");
    assertThat(bench.call("Action=Publish&Message=a&Subject=%0A&TopicArn=" + bench.topic()))
        .contains("Invalid parameter: Subject");
    assertThat(
            bench.call(
                "Action=Publish&Message=%7B%7D&MessageStructure=json&TopicArn=" + bench.topic()))
        .contains("No default entry");
    assertThat(
            bench.call(
                "Action=Publish&Message=%7B%22default%22:%22a%22%7D%7D&MessageStructure=json"
                    + "&TopicArn="
                    + bench.topic()))
        .contains("failed to parse");
    assertThat(
            bench.call(
                "Action=Publish&Message=a&MessageAttributes.entry.1.Name=n"
                    + "&MessageAttributes.entry.1.Value.DataType=Number"
                    + "&MessageAttributes.entry.1.Value.StringValue=1+2&TopicArn="
                    + bench.topic()))
        .contains("<Code>InvalidParameterValue</Code>");
    assertThat(
            bench.call(
                "Action=Subscribe&Protocol=http&Endpoint=http://example.com/&TopicArn="
                    + bench.topic()))
        .contains("nothing leaves this machine");
    assertThat(bench.call("Action=CreateTopic&Name=x")).contains("<Code>InvalidAction</Code>");
  }

  @Test
  void the_inbox_is_bounded() {
    for (int i = 0; i < Inbox.MAILS_MAX + 5; i++) {
      bench.publish("s", "number " + i);
    }
    assertThat(bench.inbox.all()).hasSize(Inbox.MAILS_MAX);
    for (int i = 0; i < Inbox.CHARS_MAX / Inbox.BODY_CHARS_MAX; i++) {
      bench.publish("s", "x".repeat(Inbox.BODY_CHARS_MAX));
    }
    assertThat(bench.inbox.all()).hasSizeLessThan(Inbox.CHARS_MAX / Inbox.BODY_CHARS_MAX);
  }

  @Test
  void a_mail_larger_than_the_inbox_is_cut_and_the_others_stay() {
    bench.publish("s", "small");
    bench.publish("s", "x".repeat(Inbox.CHARS_MAX + 1));
    assertThat(bench.inbox.all()).hasSize(2);
    assertThat(bench.inbox.all().getLast().body())
        .startsWith("x".repeat(Inbox.BODY_CHARS_MAX) + "\n[")
        .endsWith("cut this mail: its body had 4000001 characters.]");
  }

  @Test
  void attributes_count_in_the_size_of_a_message() {
    assertThat(bench.call(publication("x".repeat(262_144 - 15), "String", "high")))
        .contains("<MessageId>");
    assertThat(bench.call(publication("x".repeat(262_144 - 14), "String", "high!")))
        .contains("Message too long");
    assertThat(bench.call(publication("x".repeat(262_144 - 14), "Binary", "YWJj")))
        .contains("<MessageId>");
    assertThat(bench.call(publication("x", "Binary", "YWJj".repeat(100_000))))
        .contains("Message too long");
  }

  private String publication(String message, String type, String value) {
    return "Action=Publish&TopicArn=%s&Message=%s".formatted(bench.topic(), message)
        + "&MessageAttributes.entry.1.Name=level"
        + "&MessageAttributes.entry.1.Value.DataType="
        + type
        + "&MessageAttributes.entry.1.Value."
        + (type.equals("Binary") ? "BinaryValue=" : "StringValue=")
        + value;
  }
}
