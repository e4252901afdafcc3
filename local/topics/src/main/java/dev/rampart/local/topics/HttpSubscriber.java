package dev.rampart.local.topics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Posts notifications to URLs on loopback. */
final class HttpSubscriber implements AutoCloseable {
  /** As long as SNS waits for an endpoint. */
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  /**
   * Posts a notification.
   *
   * @return the status of the answer, of which the body is not read
   */
  int post(Notification notification, TopicSubscription subscription)
      throws IOException, InterruptedException {
    TopicProtocol protocol = subscription.protocol();
    String body =
        subscription.isRaw()
            ? notification.message(protocol)
            : notification.document(protocol, subscription.arn());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(subscription.endpoint()))
            .timeout(TIMEOUT)
            .header("Content-Type", "text/plain; charset=UTF-8")
            .header("User-Agent", "Amazon Simple Notification Service Agent")
            .header("x-amz-sns-message-type", "Notification")
            .header("x-amz-sns-message-id", notification.id())
            .header("x-amz-sns-topic-arn", notification.topicArn())
            .header("x-amz-sns-subscription-arn", subscription.arn())
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (subscription.isRaw()) {
      HttpRequest.Builder _ = request.header("x-amz-sns-rawdelivery", "true");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
