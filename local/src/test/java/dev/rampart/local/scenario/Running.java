package dev.rampart.local.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.client.InstanceClock;
import dev.rampart.local.client.TokenClient;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.run.RampartRun;
import dev.rampart.local.stack.LocalRun;
import dev.rampart.local.stack.RunSettings;
import dev.rampart.local.stack.health.StatusClient;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** A run and who calls it; the scenarios of a test JVM share one. */
public final class Running implements AutoCloseable {
  /** All scenarios come from one address, and fast. */
  static final Map<String, String> UNLIMITED =
      Map.of(
          "StageRate",
          "10000",
          "StageBurst",
          "5000",
          "PlanRate",
          "10000",
          "PlanBurst",
          "5000",
          "CallerLimit",
          "100000",
          "FirewallLimit",
          "9999999");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String VALUES = "ExpressionAttributeValues";
  private static final long TIMEOUT_NANOS = 30_000_000_000L;
  private static final long PAUSE_NANOS = 20_000_000L;

  private static final Running SHARED = startShared();

  final Instance instance;
  final Http http;

  /** The contract, as the API itself publishes it. */
  final JsonNode contract;

  final Caller ann;
  final Caller bob;
  final Caller rita;
  final Caller sam;
  final Caller reader;
  final Caller writer;
  private final AwsClient aws;

  private final LocalRun.Ready ready;
  private final List<String> printed;

  private Running(LocalRun.Ready ready, List<String> printed, Set<Integer> faults)
      throws Exception {
    this.ready = ready;
    this.printed = printed;
    this.instance = ready.instance();
    this.http = new Http(URI.create(instance.baseUrl()), faults);
    this.contract = parse(published(instance.baseUrl()));
    this.ann = signedIn("ann");
    this.bob = signedIn("bob");
    this.rita = signedIn("rita", "rampart/submissions.review");
    this.sam =
        signedIn("sam", "rampart/threats.read", "rampart/threats.write", "rampart/blocks.write");
    this.reader = caller(machineToken("rampart/submissions.read"));
    this.writer = caller(machineToken("rampart/submissions.write"));
    this.aws = new AwsClient(instance.region(), instance.credentials().accessKeyId());
  }

  /** Returns what the status says is wrong. */
  List<String> problems() {
    try {
      return StatusClient.health(instance).problems();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Running shared() {
    return SHARED;
  }

  private static RunSettings unlimited() {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("rampart.root")));
    return RampartRun.inMemory(root).with(UNLIMITED);
  }

  private static Running startShared() {
    Running shared = start(unlimited(), Set.of());
    Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    return shared;
  }

  /**
   * Starts a run of its own, for what would disturb the others.
   *
   * @param faults the statuses of faults on our side that may come
   */
  public static Running start(RunSettings settings, Set<Integer> faults) {
    try {
      List<String> printed = new CopyOnWriteArrayList<>();
      return new Running(LocalRun.start(settings, printed::add), printed, faults);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Starts a run of its own that has a control address.
   *
   * @param parameters in place of the template's defaults, and of {@link #UNLIMITED}
   * @param faults the statuses of faults on our side that may come
   */
  static Running controlled(Map<String, String> parameters, Set<Integer> faults) {
    return start(unlimited().with(parameters).withControl(true), faults);
  }

  @Override
  public void close() {
    ready.close();
  }

  Caller caller(String token) {
    return new Caller(http, token, instance.apiKey());
  }

  /** Returns a caller with a fresh token; without scopes with all that the client may have. */
  Caller signedIn(String user, String... scopes) throws Exception {
    TokenClient client = new TokenClient(instance, InstanceClock.of(instance));
    return caller(client.token(instance.user(user), List.of(scopes)));
  }

  private static String published(String baseUrl) throws IOException, InterruptedException {
    try (HttpClient reader = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(baseUrl + "/v1/openapi.json")).build();
      return reader.send(request, BodyHandlers.ofString()).body();
    }
  }

  private String machineToken(String scope) throws IOException, InterruptedException {
    Instance.MachineClient client = instance.machineClient();
    byte[] basic = (client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8);
    String form =
        "grant_type=client_credentials&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8);
    try (HttpClient browser = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          browser.send(
              HttpRequest.newBuilder(URI.create(instance.signInUrl() + "/oauth2/token"))
                  .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              BodyHandlers.ofString());
      return MAPPER.readTree(answer.body()).path("access_token").asText();
    }
  }

  /** Returns how many items the table of submissions holds. */
  int items() {
    String table = Objects.requireNonNull(instance.names().tables().get("SubmissionsTable"));
    URI endpoint = URI.create(Objects.requireNonNull(instance.endpoints().get("dynamodb")));
    int count = 0;
    ObjectNode scan = JsonNodeFactory.instance.objectNode().put("TableName", table);
    scan.put("Select", "COUNT");
    while (true) {
      JsonNode page = call(endpoint, "DynamoDB_20120810.Scan", scan);
      count += page.path("Count").asInt();
      if (!page.has("LastEvaluatedKey")) {
        return count;
      }
      scan.set("ExclusiveStartKey", page.path("LastEvaluatedKey"));
    }
  }

  /** Sets when a submission expires; its item may be in the table for longer. */
  void expireAt(String id, Instant time) {
    String table = Objects.requireNonNull(instance.names().tables().get("SubmissionsTable"));
    URI endpoint = URI.create(Objects.requireNonNull(instance.endpoints().get("dynamodb")));
    ObjectNode find = JsonNodeFactory.instance.objectNode().put("TableName", table);
    find.put("IndexName", "ById").put("KeyConditionExpression", "id = :id");
    find.putObject(VALUES).putObject(":id").put("S", id);
    JsonNode keys = call(endpoint, "DynamoDB_20120810.Query", find).at("/Items/0");
    ObjectNode update = JsonNodeFactory.instance.objectNode().put("TableName", table);
    update.putObject("Key").<ObjectNode>set("pk", keys.path("pk")).set("sk", keys.path("sk"));
    update.put("UpdateExpression", "SET expiresAt = :time");
    update.putObject(VALUES).putObject(":time").put("N", Long.toString(time.getEpochSecond()));
    call(endpoint, "DynamoDB_20120810.UpdateItem", update);
  }

  /** Returns how many messages of a queue of the template can be received. */
  int waiting(String logicalId) {
    return attributes(logicalId).path("ApproximateNumberOfMessages").asInt();
  }

  /** Returns how many messages of a queue of the template are with whoever received them. */
  int inFlight(String logicalId) {
    return attributes(logicalId).path("ApproximateNumberOfMessagesNotVisible").asInt();
  }

  /** Waits until a queue holds no message, neither for its function nor with it. */
  boolean drained(String logicalId) {
    return eventually(
        () -> {
          JsonNode attributes = attributes(logicalId);
          return attributes.path("ApproximateNumberOfMessages").asInt() == 0
              && attributes.path("ApproximateNumberOfMessagesNotVisible").asInt() == 0;
        });
  }

  private JsonNode attributes(String logicalId) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.putArray("AttributeNames").add("All");
    return queue("GetQueueAttributes", logicalId, input).path("Attributes");
  }

  /** Returns the bodies of messages of a queue of the template, ten at most, as one reader. */
  List<String> messages(String logicalId) {
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("MaxNumberOfMessages", 10);
    return queue("ReceiveMessage", logicalId, input)
        .path("Messages")
        .valueStream()
        .map(message -> message.path("Body").asText())
        .toList();
  }

  /** Sends a message to a queue of the template. */
  void message(String logicalId, String body) {
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("MessageBody", body);
    var _ = queue("SendMessage", logicalId, input);
  }

  private JsonNode queue(String operation, String logicalId, ObjectNode input) {
    String queue = Objects.requireNonNull(instance.names().queues().get(logicalId));
    URI endpoint = URI.create(Objects.requireNonNull(instance.endpoints().get("sqs")));
    input.put("QueueUrl", endpoint + "/000000000000/" + queue);
    return call(endpoint, "AmazonSQS." + operation, input);
  }

  /** Returns the lines of a log group, as {@code aws logs tail} reads them. */
  List<String> lines(String logGroup) {
    URI endpoint = URI.create(Objects.requireNonNull(instance.endpoints().get("logs")));
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("logGroupName", logGroup);
    return call(endpoint, "Logs_20140328.FilterLogEvents", input)
        .path("events")
        .valueStream()
        .map(event -> event.path("message").asText())
        .toList();
  }

  /** Calls the user pool. */
  JsonNode pool(String operation, ObjectNode input) {
    URI endpoint = URI.create(Objects.requireNonNull(instance.endpoints().get("cognito-idp")));
    return call(endpoint, "AWSCognitoIdentityProviderService." + operation, input);
  }

  /** Calls AWS WAF, for what is in front of the API. */
  JsonNode firewall(String operation, ObjectNode input) {
    URI endpoint = URI.create(Objects.requireNonNull(instance.endpoints().get("wafv2")));
    return call(endpoint, "AWSWAF_20190729." + operation, input.put("Scope", "REGIONAL"));
  }

  /** Returns an item of the table of detection; a missing one is an empty object. */
  JsonNode detectionItem(String partition, String sort) {
    String table = Objects.requireNonNull(instance.names().tables().get("DetectionTable"));
    URI endpoint = URI.create(Objects.requireNonNull(instance.endpoints().get("dynamodb")));
    ObjectNode get = JsonNodeFactory.instance.objectNode().put("TableName", table);
    ObjectNode key = get.put("ConsistentRead", true).putObject("Key");
    key.putObject("pk").put("S", partition);
    key.putObject("sk").put("S", sort);
    return call(endpoint, "DynamoDB_20120810.GetItem", get).path("Item");
  }

  /** Puts an event on the bus. */
  void publish(String source, String detailType, JsonNode detail) {
    URI endpoint = URI.create(Objects.requireNonNull(instance.endpoints().get("events")));
    ObjectNode put = JsonNodeFactory.instance.objectNode();
    put.putArray("Entries")
        .addObject()
        .put("EventBusName", Objects.requireNonNull(instance.names().bus()))
        .put("Source", source)
        .put("DetailType", detailType)
        .put("Detail", detail.toString());
    var _ = call(endpoint, "AWSEvents.PutEvents", put);
  }

  /** Sets the state of an alarm. */
  void setAlarm(String logicalId, String state) {
    String prefix = "rampart-local-" + logicalId + "-";
    JsonNode named =
        metrics(
            "DescribeAlarms", JsonNodeFactory.instance.objectNode().put("AlarmNamePrefix", prefix));
    var _ =
        metrics(
            "SetAlarmState",
            JsonNodeFactory.instance
                .objectNode()
                .put("AlarmName", named.at("/MetricAlarms/0/AlarmName").asText())
                .put("StateValue", state)
                .put("StateReason", "a test"));
  }

  /** Returns the changes of all alarms so far in words, newest first, for a test that failed. */
  String alarmHistory() {
    StringBuilder words = new StringBuilder();
    metrics("DescribeAlarmHistory", JsonNodeFactory.instance.objectNode())
        .path("AlarmHistoryItems")
        .forEach(
            item ->
                words
                    .append(item.path("Timestamp").asText())
                    .append(' ')
                    .append(item.path("AlarmName").asText())
                    .append(": ")
                    .append(item.path("HistorySummary").asText())
                    .append('\n'));
    return words.toString();
  }

  private JsonNode metrics(String operation, ObjectNode input) {
    URI endpoint = URI.create(Objects.requireNonNull(instance.endpoints().get("cloudwatch")));
    return call(endpoint, "GraniteServiceVersion20100801." + operation, input);
  }

  private JsonNode call(URI endpoint, String target, JsonNode input) {
    try {
      return aws.call(endpoint, target, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns what the run has said to the person who started it. */
  List<String> printed() {
    return List.copyOf(printed);
  }

  /** Returns the events on the bus so far, in order. */
  List<JsonNode> events(Predicate<JsonNode> wanted) {
    return log("bus").lines().map(Running::parse).filter(wanted).toList();
  }

  /** Returns the events about one submission. */
  List<String> eventsOf(String id) {
    return events(event -> event.at("/detail/submissionId").asText().equals(id)).stream()
        .map(event -> event.path("detail-type").asText())
        .toList();
  }

  /** Returns what a log holds, whole lines only. */
  String log(String name) {
    try {
      String text = Files.readString(Path.of(Objects.requireNonNull(instance.logs().get(name))));
      return text.substring(0, text.lastIndexOf('\n') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }

  /** Returns whether an event of the bus has a type. */
  static boolean isOf(JsonNode event, String type) {
    return event.path("detail-type").asText().equals(type);
  }

  /** Waits until something holds that happens elsewhere; says whether it did. */
  static boolean eventually(BooleanSupplier holds) {
    long deadlineNanos = System.nanoTime() + TIMEOUT_NANOS;
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadlineNanos) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }
}
