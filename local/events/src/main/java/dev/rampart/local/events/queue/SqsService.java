package dev.rampart.local.events.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsCall;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.JsonService;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** SQS over AWS JSON 1.0. */
public final class SqsService extends JsonService {
  private static final int BATCH_BYTES_MAX = 1_048_576;

  private final Queues queues;

  public SqsService(Queues queues) {
    super("1.0", "com.amazonaws.sqs", List.of("AmazonSQS"));
    this.queues = queues;
  }

  @Override
  public boolean mayWait(HttpRequest request) {
    return request.header("X-Amz-Target").orElse("").endsWith(".ReceiveMessage");
  }

  @Override
  protected JsonNode call(AwsCall call) {
    JsonNode input = call.input();
    return switch (call.operation()) {
      case "CreateQueue" -> create(input, call.request());
      case "DeleteQueue" -> delete(input);
      case "GetQueueUrl" -> url(queues.byName(required(input, "QueueName")), call.request());
      case "ListQueues" -> list(input, call.request());
      case "GetQueueAttributes" -> attributes(input);
      case "SetQueueAttributes" -> change(input);
      case "SendMessage" -> SendMessage.send(queue(input), input, queues.clock().instant());
      case "SendMessageBatch" -> sendBatch(input);
      case "ReceiveMessage" -> ReceiveMessage.receive(queue(input), input);
      case "DeleteMessage" -> deleteMessage(queue(input), input);
      case "DeleteMessageBatch" -> Batch.run(input, each(input, SqsService::deleteMessage));
      case "ChangeMessageVisibility" -> changeVisibility(queue(input), input);
      case "ChangeMessageVisibilityBatch" ->
          Batch.run(input, each(input, SqsService::changeVisibility));
      case "PurgeQueue" -> purge(input);
      default ->
          throw new AwsError(
              "UnsupportedOperation", call.operation() + " is no part of the local run.");
    };
  }

  @Override
  protected List<AwsAction> actions(AwsCall call) {
    JsonNode input = call.input();
    String resource =
        switch (call.operation()) {
          case "ListQueues" -> AwsAction.ANY;
          case "CreateQueue", "GetQueueUrl" -> queues.arn(required(input, "QueueName"));
          default -> queues.arn(Queues.nameInUrl(required(input, "QueueUrl")));
        };
    // A batch is authorised as the operation that it repeats.
    String name = call.operation().replaceFirst("Batch$", "");
    return List.of(new AwsAction("sqs:" + name, resource));
  }

  /** As clients of the older query protocol know it, with status 403. */
  @Override
  public HttpResponse denial(String message) {
    return refusal(new AwsError(403, "AccessDenied", message));
  }

  /** Names the code of the older query protocol too: AWS's clients go by it, or fail without. */
  @Override
  public HttpResponse refusal(AwsError error) {
    String sender = error.status() < 500 ? "Sender" : "Receiver";
    return super.refusal(error)
        .with("x-amzn-query-error", QueryCode.of(error.code()) + ";" + sender);
  }

  private JsonNode create(JsonNode input, HttpRequest request) {
    QueueAttributes attributes = QueueAttributes.of(input.path("Attributes"));
    return url(queues.create(required(input, "QueueName"), attributes), request);
  }

  private JsonNode delete(JsonNode input) {
    queues.delete(queue(input));
    return empty();
  }

  private JsonNode purge(JsonNode input) {
    queue(input).purge();
    return empty();
  }

  private JsonNode change(JsonNode input) {
    queue(input).change(QueueAttributes.of(input.path("Attributes")));
    return empty();
  }

  private JsonNode list(JsonNode input, HttpRequest request) {
    String prefix = RequestMembers.text(input, "QueueNamePrefix").orElse("");
    ObjectNode answer = empty();
    ArrayNode urls = answer.putArray("QueueUrls");
    queues.all().stream()
        .filter(queue -> queue.name().startsWith(prefix))
        .forEach(queue -> urls.add(urlText(queue, request)));
    return answer;
  }

  private JsonNode attributes(JsonNode input) {
    Queue queue = queue(input);
    Queue.Depth depth = queue.depth();
    ObjectNode all = empty();
    queue.attributes().shown().forEach(all::put);
    String created = Long.toString(queue.createdAt().getEpochSecond());
    Map.of(
            "QueueArn", queue.arn(),
            "CreatedTimestamp", created,
            "LastModifiedTimestamp", created,
            "ApproximateNumberOfMessages", Long.toString(depth.visible()),
            "ApproximateNumberOfMessagesNotVisible", Long.toString(depth.inFlight()),
            "ApproximateNumberOfMessagesDelayed", Long.toString(depth.delayed()))
        .forEach(all::put);
    ObjectNode chosen = empty();
    for (JsonNode name : RequestMembers.list(input, "AttributeNames")) {
      if (name.asText().equals("All")) {
        chosen.setAll(all);
      } else if (all.has(name.asText())) {
        chosen.set(name.asText(), all.get(name.asText()));
      }
    }
    ObjectNode answer = empty();
    return chosen.isEmpty() ? answer : answer.set("Attributes", chosen);
  }

  private JsonNode sendBatch(JsonNode input) {
    int size = 0;
    for (JsonNode entry : RequestMembers.list(input, "Entries")) {
      size += SendMessage.uncheckedBytes(entry);
    }
    if (size > BATCH_BYTES_MAX) {
      throw new AwsError(
          "BatchRequestTooLong",
          "Batch requests cannot be longer than "
              + BATCH_BYTES_MAX
              + " bytes. You have sent "
              + size
              + " bytes.");
    }
    return Batch.run(
        input,
        each(input, (queue, entry) -> SendMessage.send(queue, entry, queues.clock().instant())));
  }

  private Function<JsonNode, ObjectNode> each(
      JsonNode input, BiFunction<Queue, JsonNode, ObjectNode> action) {
    Queue queue = queue(input);
    return entry -> action.apply(queue, entry);
  }

  private static ObjectNode deleteMessage(Queue queue, JsonNode input) {
    queue.delete(required(input, "ReceiptHandle"));
    return empty();
  }

  private static ObjectNode changeVisibility(Queue queue, JsonNode input) {
    int seconds = RequestMembers.number(input, "VisibilityTimeout").orElse(-1);
    if (seconds < 0 || seconds > 43_200) {
      throw new AwsError(
          "InvalidParameterValue", "VisibilityTimeout must be between 0 and 43200 seconds.");
    }
    queue.changeVisibility(required(input, "ReceiptHandle"), Duration.ofSeconds(seconds));
    return empty();
  }

  private JsonNode url(Queue queue, HttpRequest request) {
    return empty().put("QueueUrl", urlText(queue, request));
  }

  /** A queue's URL lies on the endpoint through which the caller came. */
  private String urlText(Queue queue, HttpRequest request) {
    String host = request.header("Host").orElse("127.0.0.1");
    return "http://" + host + "/" + queues.stack().accountId() + "/" + queue.name();
  }

  private Queue queue(JsonNode input) {
    return queues.byUrl(required(input, "QueueUrl"));
  }

  private static String required(JsonNode input, String name) {
    return RequestMembers.text(input, name)
        .orElseThrow(
            () ->
                new AwsError(
                    "MissingParameter", "The request must contain the parameter " + name + "."));
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
