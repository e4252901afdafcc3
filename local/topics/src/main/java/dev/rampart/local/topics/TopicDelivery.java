package dev.rampart.local.topics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.supervision.DelayedExecutor;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Delivers notifications to subscribers. Mail is in the inbox, and a message in its queue, before
 * the publisher has its answer; URLs are called on other threads. What fails for want of the
 * subscriber's own (a queue that is gone or does not take it from the topic, an answer from 400 on
 * but 429) is not tried again; other failures are, as {@link RetrySchedule} says. Then it goes to
 * the dead-letter queue, if there is one. Safe for use by many threads.
 */
final class TopicDelivery implements AutoCloseable {
  private static final int TOO_MANY_REQUESTS = 429;

  /** As long as SNS waits for an endpoint. */
  private static final Duration POST_TIME_MAX = Duration.ofSeconds(15);

  /** How many wait or are posted; each holds a message of up to 256 KB. */
  static final int WAITING_MAX = 200;

  private final QueueSender queues;
  private final Inbox inbox;
  private final DelayedExecutor later;
  private final InstantSource clock;

  /** By the ARNs of subscriptions: what reaches one subscriber says nothing of another. */
  private final Map<String, FaultTracker> faults = new ConcurrentHashMap<>();

  private final HttpSubscriber http = new HttpSubscriber(POST_TIME_MAX);
  private final AtomicInteger waiting = new AtomicInteger();

  TopicDelivery(QueueSender queues, Inbox inbox, DelayedExecutor later, InstantSource clock) {
    this.queues = queues;
    this.inbox = inbox;
    this.later = later;
    this.clock = clock;
  }

  /** One notification on its way to one subscriber. */
  private record Parcel(Notification notification, TopicSubscription to, int retries) {
    Parcel again() {
      return new Parcel(notification, to, retries + 1);
    }
  }

  /** Delivers a notification if the subscription takes it; a failure is this subscriber's alone. */
  void deliver(Notification notification, TopicSubscription to, String from) {
    try {
      deliverIfTaken(notification, to, from);
    } catch (RuntimeException | Error e) {
      faults(to).ifPresent(tracker -> tracker.failed(e));
    }
  }

  private void deliverIfTaken(Notification notification, TopicSubscription to, String from) {
    boolean isTaken =
        to.filter()
            .map(
                policy ->
                    policy.takes(notification.message(to.protocol()), notification.attributes()))
            .orElse(true);
    if (!isTaken) {
      return;
    }
    Parcel parcel = new Parcel(notification, to, 0);
    switch (to.protocol()) {
      case SQS -> toQueue(parcel);
      case HTTP, HTTPS -> later(Duration.ZERO, parcel);
      case EMAIL, EMAIL_JSON, SMS -> {
        inbox.add(mail(parcel, from));
        faults(to).ifPresent(FaultTracker::succeeded);
      }
    }
  }

  private static Mail mail(Parcel parcel, String from) {
    Notification notification = parcel.notification();
    TopicProtocol protocol = parcel.to().protocol();
    String body =
        protocol == TopicProtocol.EMAIL_JSON
            ? notification.document(protocol, parcel.to().arn())
            : notification.message(protocol);
    return new Mail(
        notification.at(),
        protocol == TopicProtocol.SMS ? "sms" : "email",
        from,
        parcel.to().endpoint(),
        notification.subject().orElse("AWS Notification Message"),
        body);
  }

  private void toQueue(Parcel parcel) {
    Notification notification = parcel.notification();
    TopicSubscription to = parcel.to();
    Optional<String> refusal = queues.refusal(to.topicArn(), to.endpoint());
    if (refusal.isPresent()) {
      giveUp(parcel, refusal.get());
      return;
    }
    try {
      if (to.isRaw()) {
        queues.send(to.endpoint(), notification.message(to.protocol()), notification.attributes());
      } else {
        queues.send(
            to.endpoint(),
            notification.document(to.protocol(), to.arn()),
            JsonNodeFactory.instance.objectNode());
      }
      faults(to).ifPresent(FaultTracker::succeeded);
    } catch (IllegalArgumentException e) {
      giveUp(parcel, String.valueOf(e.getMessage()));
    } catch (AwsError e) {
      retry(RetrySchedule.QUEUE, parcel, String.valueOf(e.getMessage()));
    }
  }

  private void toUrl(Parcel parcel) {
    try {
      int status = post(parcel);
      if (status >= 200 && status < 300) {
        faults(parcel.to()).ifPresent(FaultTracker::succeeded);
      } else if (status >= 400 && status < 500 && status != TOO_MANY_REQUESTS) {
        giveUp(parcel, "the endpoint answers " + status);
      } else {
        retry(RetrySchedule.URL, parcel, "the endpoint answers " + status);
      }
    } catch (IOException e) {
      retry(RetrySchedule.URL, parcel, e.getClass().getSimpleName() + ": " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      faults(parcel.to()).ifPresent(tracker -> tracker.failed(e));
      retry(RetrySchedule.URL, parcel, e.getClass().getName());
    }
  }

  /** Posts a notification, which counts as one that waits for as long as that takes. */
  private int post(Parcel parcel) throws IOException, InterruptedException {
    try {
      return http.post(parcel.notification(), parcel.to());
    } finally {
      int _ = waiting.decrementAndGet();
    }
  }

  private void retry(RetrySchedule schedule, Parcel parcel, String reason) {
    schedule
        .before(parcel.retries() + 1)
        .ifPresentOrElse(wait -> later(wait, parcel.again()), () -> giveUp(parcel, reason));
  }

  private void later(Duration wait, Parcel parcel) {
    if (waiting.incrementAndGet() > WAITING_MAX) {
      int _ = waiting.decrementAndGet();
      giveUp(parcel, "too many notifications wait or are posted");
      return;
    }
    later.run(
        wait,
        () -> {
          if (parcel.to().protocol() == TopicProtocol.SQS) {
            int _ = waiting.decrementAndGet();
            toQueue(parcel);
          } else {
            toUrl(parcel);
          }
        });
  }

  private void giveUp(Parcel parcel, String reason) {
    TopicSubscription to = parcel.to();
    Optional<String> queue = to.deadLetterArn();
    if (queue.isEmpty()) {
      lost(
          to,
          "a notification of %s for %s is lost: %s"
              .formatted(to.topicArn(), to.endpoint(), reason));
      return;
    }
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    attributes.putObject("ErrorMessage").put("DataType", "String").put("StringValue", reason);
    try {
      queues
          .refusal(to.topicArn(), queue.get())
          .ifPresent(
              refusal -> {
                throw new IllegalArgumentException(refusal);
              });
      queues.send(queue.get(), parcel.notification().document(to.protocol(), to.arn()), attributes);
    } catch (IllegalArgumentException | AwsError e) {
      lost(
          to,
          "a notification of %s is lost: the dead-letter queue does not take it: %s"
              .formatted(to.topicArn(), e.getMessage()));
    }
  }

  private void lost(TopicSubscription to, String how) {
    faults(to).ifPresent(tracker -> tracker.failed(how));
  }

  /** Finds the tracker of a subscription; one that has ended has none, even if a retry is left. */
  private Optional<FaultTracker> faults(TopicSubscription to) {
    return Optional.ofNullable(faults.get(to.arn()));
  }

  /** Begins to keep what goes wrong with a subscription. */
  void watch(TopicSubscription to) {
    faults.put(
        to.arn(), new FaultTracker("The delivery of notifications to " + to.endpoint(), clock));
  }

  /** Forgets what went wrong with a subscription that has ended. */
  void forget(String subscriptionArn) {
    var _ = faults.remove(subscriptionArn);
  }

  /** Returns what is wrong with the notifications of a subscription; empty if they arrive. */
  Optional<Fault> fault(String subscriptionArn) {
    return Optional.ofNullable(faults.get(subscriptionArn)).flatMap(FaultTracker::current);
  }

  @Override
  public void close() {
    http.close();
  }
}
