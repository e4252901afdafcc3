package dev.rampart.local.account;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Stands in for the services of an account on loopback, and answers as AWS's documentation says: a
 * good account in every way until a test says otherwise. Calls are named {@code service:Operation}.
 */
public final class AwsStub implements AutoCloseable {
  private static final Pattern SERVICE =
      Pattern.compile("Credential=[^/]+/\\d+/[^/]+/([^/]+)/aws4_request");
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");

  /** Services that speak XML. */
  private static final Set<String> QUERY = Set.of("sts", "iam", "sns", "cloudformation");

  private record Canned(int status, String body) {}

  private final HttpServer server;
  private final Map<String, Canned> answers = new ConcurrentHashMap<>();
  private final Map<String, Map.Entry<String, String>> pages = new ConcurrentHashMap<>();
  private final Set<String> calls = new ConcurrentSkipListSet<>();
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private volatile Optional<String> refusal = Optional.empty();

  private AwsStub(HttpServer server) {
    this.server = server;
  }

  /** Starts a stub of an account in which everything is as it should be. */
  public static AwsStub start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AwsStub stub = new AwsStub(server);
    GoodAccount.ANSWERS.forEach(stub::answer);
    server.createContext("/", stub::handle);
    server.start();
    return stub;
  }

  /** Returns where it listens. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Returns the target that asks it. */
  public AwsTarget target() {
    return new AwsTarget("eu-west-1", Optional.empty(), Optional.of(endpoint()));
  }

  /** Returns clients that ask it once a call. */
  AccountClients clients() {
    return clients(target());
  }

  static AccountClients clients(AwsTarget target) {
    return new AccountClients(
        target, 1, StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  /** Answers an operation from now on so. */
  public AwsStub answer(String operation, String body) {
    answers.put(operation, new Canned(200, body));
    return this;
  }

  /**
   * Answers the requests of an operation that carry a text, the token of a page, from now on so.
   */
  AwsStub answerPage(String operation, String token, String body) {
    pages.put(operation, Map.entry(token, body));
    return this;
  }

  /** Refuses an operation from now on. */
  AwsStub fail(String operation, int status, String code, String message) {
    answers.put(operation, new Canned(status, error(operation, code, message)));
    return this;
  }

  /** Refuses every operation but the first question with a code. */
  AwsStub refuseAll(String code) {
    refusal = Optional.of(code);
    return this;
  }

  /** Returns the operations that were called. */
  public Set<String> calls() {
    return calls;
  }

  /** Returns the last request of an operation, as it came. */
  public String body(String operation) {
    return bodies.getOrDefault(operation, "");
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String operation = operation(exchange, body);
    calls.add(operation);
    bodies.put(operation, body);
    Canned answer = answers.getOrDefault(operation, new Canned(500, "no answer to " + operation));
    Map.Entry<String, String> page = pages.get(operation);
    if (page != null && body.contains(page.getKey())) {
      answer = new Canned(200, page.getValue());
    }
    if (refusal.isPresent() && !operation.equals("sts:GetCallerIdentity")) {
      int status = refusal.get().startsWith("Thrott") ? 429 : 403;
      answer = new Canned(status, error(operation, refusal.get(), "Not now, not you"));
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String operation(HttpExchange exchange, String body) {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    Matcher service = SERVICE.matcher(authorization == null ? "" : authorization);
    String name = service.find() ? service.group(1) : "";
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      return name + ":" + target.substring(target.indexOf('.') + 1);
    }
    Matcher action = ACTION.matcher(body);
    return action.find()
        ? name + ":" + action.group(1)
        : name + ":" + exchange.getRequestMethod() + exchange.getRequestURI().getPath();
  }

  private static String error(String operation, String code, String message) {
    return QUERY.contains(operation.substring(0, operation.indexOf(':')))
        ? "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
            .formatted(code, message)
        : "{\"__type\":\"%s\",\"code\":\"%s\",\"message\":\"%s\"}".formatted(code, code, message);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** Returns all operations that have an answer. */
  static Map<String, List<String>> permissionsByOperation() {
    Map<String, List<String>> permissions = new TreeMap<>();
    GoodAccount.ANSWERS.keySet().forEach(one -> permissions.put(one, List.of(one)));
    permissions.put("sts:GetCallerIdentity", List.of());
    permissions.put("apigateway:GET/account", List.of("apigateway:GET"));
    permissions.put(
        "lambda:GET/2019-09-30/functions/one-1/concurrency",
        List.of("lambda:GetFunctionConcurrency"));
    permissions.put("lambda:GET/2016-08-19/account-settings", List.of("lambda:GetAccountSettings"));
    permissions.put("budgets:DescribeBudgets", List.of("budgets:ViewBudget"));
    permissions.put("budgets:DescribeNotificationsForBudget", List.of("budgets:ViewBudget"));
    return permissions;
  }
}
