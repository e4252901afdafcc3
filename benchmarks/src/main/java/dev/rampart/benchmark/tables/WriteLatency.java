package dev.rampart.benchmark.tables;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts many items and prints how long the calls took. */
final class WriteLatency {
  private static final String TABLE =
      """
      {"TableName":"writes","BillingMode":"PAY_PER_REQUEST",
       "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],
       "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
       "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}
      """;
  private static final String TEXT = "some text ".repeat(30);
  // Half as many items as writes, so that half of the writes replace an item.
  private static final int WRITES_PER_ITEM = 2;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI endpoint;
  private final long[] nanos;
  private final AtomicInteger next = new AtomicInteger();

  private WriteLatency(URI endpoint, int writes) {
    this.endpoint = endpoint;
    this.nanos = new long[writes];
  }

  /** Takes the endpoint, the number of writes, and the number of clients. */
  public static void main(String[] arguments) throws Exception {
    WriteLatency run = new WriteLatency(URI.create(arguments[0]), Integer.parseInt(arguments[1]));
    run.call("CreateTable", TABLE);
    long start = System.nanoTime();
    run.write(Integer.parseInt(arguments[2]));
    run.print(System.nanoTime() - start);
  }

  private void write(int clients) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<Void>> running =
          Arrays.asList(new Object[clients]).stream()
              .map(_ -> threads.submit(this::writeUntilDone))
              .toList();
      for (Future<Void> each : running) {
        var _ = each.get();
      }
    }
  }

  private static String item(int id, int number) {
    return """
    {"TableName":"writes","Item":{"id":{"S":"item-%d"},"n":{"N":"%d"},"text":{"S":"%s"}}}
    """
        .formatted(id, number, TEXT);
  }

  private Void writeUntilDone() throws IOException, InterruptedException {
    for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
      String item = item(i % (nanos.length / WRITES_PER_ITEM), i);
      long start = System.nanoTime();
      call("PutItem", item);
      nanos[i] = System.nanoTime() - start;
    }
    return null;
  }

  private void call(String operation, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(operation + ": " + response.statusCode() + " " + response.body());
    }
  }

  private void print(long total) {
    Arrays.sort(nanos);
    System.out.printf(
        "%d puts: %.0f a second; p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms%n",
        nanos.length, nanos.length / (total / 1e9), at(0.5), at(0.99), at(0.999), at(1));
  }

  private double at(double quantile) {
    return nanos[Math.min(nanos.length - 1, (int) (quantile * nanos.length))] / 1e6;
  }
}
