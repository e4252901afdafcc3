import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls the new resource of the run through every gate, and says what each answered. */
final class GateCalls {
  private static final String ALL = "/v1/feedback";
  private static final String GOOD = "{\"rating\": 4, \"comment\": \"It is fast.\"}";

  /** The web ACL only counts scripts in bodies; SQL it would refuse first. */
  private static final String ATTACK = "<script>alert(document.cookie)</script>";

  private static final String JSON = "Content-Type: application/json";

  /** Ten times what the stage lets through at once of the path that is called. */
  private static final int REQUESTS_MAX = 200;

  private static final int BODY_BYTES_MAX = 64 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Commands commands;
  private final String baseUrl;
  private final String key;
  private final String ann;
  private final String bob;
  private final String reviewer;
  private int keys;
  private int failed;

  GateCalls(Path root, Commands commands) throws IOException, InterruptedException {
    this.commands = commands;
    String instance = Files.readString(root.resolve("local/target/instance.json"));
    baseUrl = member(instance, "baseUrl");
    key = "x-api-key: " + member(instance, "apiKey");
    ann = "Authorization: Bearer " + commands.output("./rampart token --user ann");
    bob = "Authorization: Bearer " + commands.output("./rampart token --user bob");
    reviewer =
        "Authorization: Bearer "
            + commands.output("./rampart token --user rita --scope rampart/submissions.review");
  }

  /** Makes all calls and returns how many were not answered as they should be. */
  int run() throws Exception {
    HttpResponse<String> sent = post(GOOD, ann, key, fresh());
    String item = sent.headers().firstValue("Location").orElse("/");
    expect("honest, POST", sent, 201, "");
    expect("honest, Location", get(item, ann, key), 200, "");
    String tag = sent.headers().firstValue("ETag").orElse("");
    expect("honest, ETag", get(item, ann, key, "If-None-Match: " + tag), 304, "");
    String again = fresh();
    expect("honest, first of two", post(GOOD, ann, key, again), 201, "");
    HttpResponse<String> repeated = post(GOOD, ann, key, again);
    expect("honest, repeated", repeated, 201, "");
    check("honest, replayed", repeated.headers().firstValue("Idempotency-Replayed").isPresent());
    expect("edge, method", call("DELETE", item, "", ann, key), 404, "edge");
    expect("edge, path", get(item + "/more", ann, key), 404, "edge");
    String query = "?q=1%27%20OR%20%271%27=%271";
    expect("waf, attack in the query", get(item + query, ann, key), 403, "waf");
    expect("input, unknown query", get(item + "?q=1", ann, key), 400, "input");
    expect("plan, no API key", post(GOOD, ann, fresh()), 403, "plan");
    expect("token, none", post(GOOD, key, fresh()), 401, "token");
    expect("token, forged", post(GOOD, ann + "x", key, fresh()), 401, "token");
    expect("token, scope", post(GOOD, reviewer, key, fresh()), 403, "token");
    expect("schema, member missing", post("{\"rating\": 4}", ann, key, fresh()), 400, "schema");
    expect("input, out of range", post(GOOD.replace("4", "6"), ann, key, fresh()), 400, "input");
    expect(
        "input, unknown member",
        post(GOOD.replace("}", ", \"a\": 1}"), ann, key, fresh()),
        400,
        "input");
    expect("input, no idempotency key", post(GOOD, ann, key), 400, "input");
    String large = GOOD.replace("fast", "f".repeat(BODY_BYTES_MAX));
    expect("edge, body too large", post(large, ann, key, fresh()), 413, "edge");
    expect(
        "inspection",
        post(GOOD.replace("It is fast.", ATTACK), ann, key, fresh()),
        422,
        "inspection");
    expect("domain, another owner's", get(item, bob, key), 404, "domain");
    expect(
        "domain, key of another body",
        post(GOOD.replace("4", "5"), ann, key, again),
        422,
        "domain");
    expect("plan, rate", untilThrottled("/v1/health"), 429, "plan");
    check("./rampart status is well", commands.succeeds("./rampart status"));
    check("./rampart check has no finding", commands.succeeds("./rampart check"));
    return failed;
  }

  /** Sends requests until one is throttled, and returns the answer to the last. */
  private HttpResponse<String> untilThrottled(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    for (int sent = 1; sent < REQUESTS_MAX && answer.statusCode() == 200; sent++) {
      answer = get(path);
    }
    return answer;
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return call("GET", path, "", headers);
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = JSON;
    return call("POST", ALL, body, all);
  }

  private HttpResponse<String> call(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl).resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (String header : headers) {
      request.header(header.replaceFirst(": .*", ""), header.replaceFirst("[^:]*: ", ""));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String fresh() {
    keys++;
    return "Idempotency-Key: \"gates-" + keys + "\"";
  }

  private void expect(String name, HttpResponse<String> answer, int status, String gate) {
    String told = answer.statusCode() + " " + member(answer.body(), "gate");
    boolean holds = told.strip().equals((status + " " + gate).strip());
    check(
        holds ? name + ": " + told : name + ": " + told + ", expected " + status + " " + gate,
        holds);
  }

  private void check(String what, boolean holds) {
    System.out.printf("  %-8s %s%n", holds ? "ok" : "FAILED", what);
    failed += holds ? 0 : 1;
  }

  /** Says what the local run has not, as docs/local-fidelity.md does. */

  /** Returns a member of flat JSON; an empty text if there is none. */
  private static String member(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    return found.find() ? found.group(1) : "";
  }
}
