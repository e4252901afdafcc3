package dev.rampart.local.topics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts notifications to URLs on loopback. */
final class HttpSubscriber implements AutoCloseable {
  private final Duration timeMax;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Makes a poster.
   *
   * @param timeMax how long one post may take until the last byte of the answer's body is there
   */
  HttpSubscriber(Duration timeMax) {
    this.timeMax = timeMax;
  }

  /**
   * Posts a notification.
   *
   * @return the status of the answer, of which the body is read and forgotten
   * @throws IOException also if it took too long; the connection is closed then
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
    // The timeout of a request ends with the headers of the answer; a body may drip for ever.
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding());
    try {
      return answer.get(timeMax.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (TimeoutException _) {
      throw new HttpTimeoutException("no whole answer within " + timeMax.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } finally {
      boolean _ = answer.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
