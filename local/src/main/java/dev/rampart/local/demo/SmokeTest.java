package dev.rampart.local.demo;

import dev.rampart.local.client.ApiClient;
import dev.rampart.local.client.ApiClient.Answer;
import dev.rampart.local.client.ApiUser;
import dev.rampart.local.client.MachineTokens;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;

/** The steps of the tour that a program can take against a deployed stage. */
public final class SmokeTest {
  private static final String READ = "rampart/submissions.read";
  private static final String WRITE = "rampart/submissions.write";

  /** One of each kind: enough to see the gate, and few signals for the detection. */
  private static final int ATTACKS = 2;

  private static final List<String> NOT_RUN =
      List.of(
          "sign in as a person, and what another may not read: needs people of the user pool, with"
              + " their one-time codes",
          "a reviewer decides: needs a token of somebody in the group reviewers",
          "events on the bus, ThreatDetected and its metric: need credentials of the AWS account;"
              + " look at the dashboard");

  private SmokeTest() {}

  /**
   * Runs all steps; withdraws what it submitted.
   *
   * @throws IOException if the stage or its sign-in does not answer
   */
  public static void run(Deployed stage, Report report) throws IOException, InterruptedException {
    try {
      steps(stage, report);
    } catch (ConnectException e) {
      throw new IOException(
          "nobody answers at "
              + stage.baseUrl()
              + " or at "
              + stage.signInUrl()
              + "; are they the outputs ApiUrl and SignInUrl of the stack?",
          e);
    }
    report.chapter("Not run");
    NOT_RUN.forEach(report::remark);
  }

  private static void steps(Deployed stage, Report report)
      throws IOException, InterruptedException {
    try (ApiClient api = new ApiClient(stage.baseUrl().toString());
        MachineTokens tokens =
            new MachineTokens(stage.signInUrl(), stage.clientId(), stage.secret())) {
      Tour tour = new Tour(api, report);
      Answer health = api.send("GET", "/v1/health", Map.of(), "");
      report.chapter("Anybody");
      tour.expect("is it there", health, 200, "", true);
      report.chapter("An honest program");
      String token = tokens.token(List.of(READ, WRITE));
      report.step("a token by client credentials", !token.isEmpty(), 200, "");
      ApiUser program = new ApiUser(api, token, stage.apiKey());
      String id = tour.honest(program);
      report.chapter("Refused, and by which gate");
      tour.clumsy(program);
      tour.writeToRead(new ApiUser(api, tokens.token(List.of(READ)), stage.apiKey()));
      tour.hostile(program, ATTACKS);
      report.chapter("Tidy up");
      withdraw(tour, program, id);
    }
  }

  private static void withdraw(Tour tour, ApiUser program, String id)
      throws IOException, InterruptedException {
    String path = "/v1/submissions/" + id;
    String tag = program.get(path).header("etag");
    Answer withdrawn = program.delete(path, tag);
    tour.expect("withdraw it", withdrawn, 204, "", true);
  }
}
