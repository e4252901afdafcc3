package dev.rampart.local.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.http.HttpRequest;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Says what it heard, or does what tests need of a service. */
final class ParrotService extends JsonService {
  static final String PREFIX = "Parrot_20260101";

  final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
  final CountDownLatch hanging = new CountDownLatch(1);
  final CountDownLatch computing = new CountDownLatch(Runtime.getRuntime().availableProcessors());
  volatile boolean enough;
  private final CyclicBarrier pair = new CyclicBarrier(2);

  ParrotService() {
    super("1.0", "com.example.parrot", List.of(PREFIX));
  }

  @Override
  public boolean mayWait(HttpRequest request) {
    return request.header("X-Amz-Target").orElse("").endsWith(".Wait");
  }

  @Override
  protected JsonNode call(AwsCall call) {
    return switch (call.operation()) {
      case "Say", "Wait" -> said(call);
      case "Refuse" -> throw new AwsError("ParrotRefuses", "It does not feel like it.");
      case "RefuseAtLength" ->
          throw new AwsError(
              409,
              "ParrotRefuses",
              "No.",
              JsonNodeFactory.instance.objectNode().put("Mood", "bad"));
      case "Break" -> throw new IllegalStateException("inner secret");
      case "MeetAnother" -> met(call);
      case "Hang" -> hung();
      case "Compute" -> computed(call);
      default -> throw new AwsError("UnknownOperationException", "No such trick.");
    };
  }

  @Override
  protected List<AwsAction> actions(AwsCall call) {
    if (call.operation().equals("Refuse")) {
      throw new AwsError("ParrotRefuses", "It does not tell.");
    }
    return List.of(
        new AwsAction("parrot:" + call.operation(), "arn:aws:parrot:::perch/1"),
        new AwsAction("parrot:Listen", AwsAction.ANY));
  }

  private static ObjectNode said(AwsCall call) {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    said.put("Service", call.service());
    said.put("Operation", call.operation());
    said.put("Caller", call.accessKeyId().orElse(""));
    said.put("Authorization", call.request().header("Authorization").orElse(""));
    said.put("Date", call.request().header("X-Amz-Date").orElse(""));
    said.set("Input", call.input());
    return said;
  }

  private ObjectNode met(AwsCall call) {
    try {
      var _ = pair.await(60, TimeUnit.SECONDS);
      return said(call);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new AwsError("Alone", "Nobody else came.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Keeps its thread busy until it is told to stop, and never waits. */
  private ObjectNode computed(AwsCall call) {
    computing.countDown();
    while (!enough) {
      Thread.onSpinWait();
    }
    return said(call);
  }

  private ObjectNode hung() {
    hanging.countDown();
    try {
      new CountDownLatch(1).await();
      throw new IllegalStateException("nobody counts down");
    } catch (InterruptedException e) {
      interrupted.complete(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
