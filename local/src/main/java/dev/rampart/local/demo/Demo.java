package dev.rampart.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.client.ApiClient;
import dev.rampart.local.client.ApiClient.Answer;
import dev.rampart.local.client.ApiUser;
import dev.rampart.local.client.Subscriber;
import dev.rampart.local.client.TokenClient;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tour: an honest client, a clumsy one, a hostile one, and what the security team sees. */
public final class Demo implements AutoCloseable {
  /** Long enough for the first start of a function on a busy machine. */
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  /** More than the template's threshold for one source. */
  private static final int ATTACKS = 8;

  private final Instance instance;
  private final Report report;
  private final ApiClient api;
  private final Tour tour;
  private final Subscriber subscriber;

  private Demo(Instance instance, Report report, Subscriber subscriber) {
    this.instance = instance;
    this.report = report;
    this.api = new ApiClient(instance.baseUrl());
    this.tour = new Tour(api, report);
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
      demo.run();
    }
  }

  private void run() throws IOException, InterruptedException, SignInException {
    report.chapter("An honest client");
    ApiUser ann = signIn("ann", "rampart/submissions.read", "rampart/submissions.write");
    String id = honest(ann);
    report.chapter("Refused, and by which gate");
    clumsy(ann, id);
    tour.traversal(ann);
    tour.hostile(ann, ATTACKS);
    report.chapter("A reviewer decides");
    review(ann, id);
    report.chapter("What the security team sees");
    security();
  }

  private ApiUser signIn(String name, String... scopes) throws SignInException {
    Instance.User user = instance.user(name);
    String token = new TokenClient(instance, InstantSource.system()).token(user, List.of(scopes));
    report.step("sign in as " + name + " (code, PKCE, one-time code)", !token.isEmpty(), 200, "");
    return new ApiUser(api, token, instance.apiKey());
  }

  private String honest(ApiUser ann) throws IOException, InterruptedException {
    String id = tour.honest(ann);
    awaitEvent("its event on the bus: SubmissionReceived", "SubmissionReceived", id);
    return id;
  }

  private void clumsy(ApiUser ann, String id)
      throws IOException, InterruptedException, SignInException {
    tour.clumsy(ann);
    ApiUser bob = signIn("bob", "rampart/submissions.read");
    tour.expect("another's submission", bob.get("/v1/submissions/" + id), 404, "domain", true);
    tour.writeToRead(bob);
  }

  private void review(ApiUser ann, String id)
      throws IOException, InterruptedException, SignInException {
    String path = "/v1/submissions/" + id + "/review";
    String accept = "{\"decision\": \"accept\", \"reason\": \"A real leak.\"}";
    tour.expect("ann may not review", ann.post(path, Map.of(), accept), 403, "token", true);
    ApiUser rita = signIn("rita", "rampart/submissions.review");
    Answer reviewed = rita.post(path, Map.of(), accept);
    tour.expect(
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

  @Override
  public void close() {
    api.close();
  }
}
