package dev.rampart.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Reads sums from CloudWatch. */
final class MetricsReader implements AutoCloseable {
  private static final String PREFIX = "GraniteServiceVersion20100801.";
  private static final int HOUR_SECONDS = 3_600;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final AwsClient aws;
  private final URI endpoint;

  MetricsReader(Instance instance) {
    aws = new AwsClient(instance.region(), instance.credentials().accessKeyId());
    endpoint = URI.create(instance.endpoints().getOrDefault("cloudwatch", ""));
  }

  /** Waits until a metric has counted anything in the last hours; false if it never does. */
  boolean rises(String name, Duration timeout) throws IOException, InterruptedException {
    long deadlineNanos = System.nanoTime() + timeout.toNanos();
    while (sum(name) == 0) {
      if (System.nanoTime() > deadlineNanos) {
        return false;
      }
      // A function prints its metrics when it is done, after the event that told of them.
      Thread.sleep(PAUSE);
    }
    return true;
  }

  /** Returns the largest sum over all series of a name in any namespace; 0 if there is none. */
  private double sum(String name) throws IOException, InterruptedException {
    ObjectNode wanted = JsonNodeFactory.instance.objectNode();
    wanted.put("MetricName", name);
    double largest = 0;
    for (JsonNode metric : aws.call(endpoint, PREFIX + "ListMetrics", wanted).path("Metrics")) {
      largest = Math.max(largest, sum(metric));
    }
    return largest;
  }

  private double sum(JsonNode metric) throws IOException, InterruptedException {
    Instant now = Instant.now();
    ObjectNode query = metric.deepCopy();
    query.put("StartTime", now.minus(Duration.ofHours(2)).getEpochSecond());
    query.put("EndTime", now.plus(Duration.ofHours(1)).getEpochSecond());
    query.put("Period", HOUR_SECONDS);
    query.putArray("Statistics").add("Sum");
    double sum = 0;
    for (JsonNode point :
        aws.call(endpoint, PREFIX + "GetMetricStatistics", query).path("Datapoints")) {
      sum += point.path("Sum").asDouble();
    }
    return sum;
  }

  @Override
  public void close() {
    aws.close();
  }
}
