package dev.rampart.local.host.stream;

import static dev.rampart.local.host.stream.Shard.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StreamMappingTest {
  @TempDir private Path directory;

  @Test
  void a_stream_is_found_and_read_over_http_whatever_the_function_throws() throws Exception {
    Shard shard = new Shard();
    shard.write(2);
    BlockingQueue<String> authorizations = new LinkedBlockingQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Headers headers = exchange.getRequestHeaders();
          authorizations.add(headers.getFirst("Authorization"));
          String input =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] answer =
              answer(shard, headers.getFirst("X-Amz-Target"), json(input))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    BlockingQueue<String> events = new LinkedBlockingQueue<>();
    CountDownLatch asked = new CountDownLatch(1);
    AtomicInteger failures = new AtomicInteger();
    FunctionInvoker function =
        (_, event) -> {
          asked.await();
          if (failures.incrementAndGet() <= 2) {
            throw new IllegalStateException("no function");
          }
          events.add(new String(event, StandardCharsets.UTF_8));
          return new InvocationResult.Answered(new byte[0]);
        };
    try (StreamMapping mapping =
        StreamMapping.start(
            Shard.settings("'StartingPosition':'TRIM_HORIZON'"),
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            new AwsClient("eu-west-1", "RELAYKEY", shard),
            function,
            (_, _, _, _) -> {},
            shard,
            directory.resolve("checkpoint"))) {
      while (mapping.health().shards() == 0) {
        Thread.onSpinWait();
      }
      shard.pass(Duration.ofSeconds(9));
      assertThat(mapping.health().recordsBehind()).contains(2L);
      assertThat(mapping.health().age()).contains(Duration.ofSeconds(9));
      asked.countDown();
      String event = events.poll(60, TimeUnit.SECONDS);
      assertThat(event).contains("\"SequenceNumber\":\"1\"").contains("\"SequenceNumber\":\"2\"");
      assertThat(failures).hasValue(3);
      assertThat(authorizations.element())
          .startsWith("AWS4-HMAC-SHA256 Credential=RELAYKEY/20261124/eu-west-1/dynamodb/");
    } finally {
      server.stop(0);
    }
  }

  private static String answer(Shard shard, String target, JsonNode input) {
    String operation = target.substring(target.indexOf('.') + 1);
    if (operation.equals("DescribeStream")) {
      return "{\"StreamDescription\":{\"Shards\":[{\"ShardId\":\"shard\"}]}}";
    }
    try {
      return shard.call(operation, input).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
