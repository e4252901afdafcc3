package dev.rampart.benchmark.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Whether the time of a refusal tells why: sends requests that are refused for different reasons to
 * a run, in turn, and prints the median time of each and how far apart they are. Argument: the
 * instance file of a run with a control address, whose clock is moved by 16 minutes.
 */
public final class RefusalTimes {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WARM_UP = 300;
  private static final int SAMPLES = 200;
  private static final double FACTOR_MAX = 2;
  private static final int SRP_BITS = 3072;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonNode instance;
  private final Random order = new Random(1);

  private RefusalTimes(JsonNode instance) {
    this.instance = instance;
  }

  /** What is sent, and the status that it is answered with. */
  private record Kind(String name, HttpRequest request, int status) {}

  /**
   * Measures.
   *
   * @throws IllegalStateException if an answer is another one, or medians differ by a factor of 2
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    RefusalTimes times = new RefusalTimes(JSON.readTree(Files.readString(Path.of(args[0]))));
    double api = times.compare("GET /v1/submissions", times.tokens());
    double pool = times.compare("InitiateAuth", times.signIns());
    times.http.close();
    if (Math.max(api, pool) >= FACTOR_MAX) {
      throw new IllegalStateException("The medians differ by a factor of 2 or more.");
    }
  }

  private List<Kind> tokens() throws IOException, InterruptedException {
    String expired = token();
    expect(200, control("{\"forward\": \"PT16M\"}"));
    String good = token();
    int signature = good.lastIndexOf('.') + 1;
    char first = good.charAt(signature) == 'A' ? 'B' : 'A';
    String payload = good.substring(good.indexOf('.'));
    String stranger =
        base64("{\"kid\":\"of-another-pool\",\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8));
    return List.of(
        request("unknown user (a token of another pool)", stranger + payload),
        request(
            "bad signature", good.substring(0, signature) + first + good.substring(signature + 1)),
        request("expired token", expired));
  }

  private Kind request(String name, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(text("/baseUrl") + "/v1/submissions"))
            .header("Authorization", "Bearer " + token)
            .header("x-api-key", text("/apiKey"))
            .build();
    return new Kind(name, request, 401);
  }

  /** A sign-in begins in the same way for everybody; who exists must not show here either. */
  private List<Kind> signIns() {
    return List.of(signIn("unknown user", "nobody"), signIn("known user", "ann"));
  }

  private Kind signIn(String name, String user) {
    String body =
        JSON.createObjectNode()
            .put("AuthFlow", "USER_SRP_AUTH")
            .put("ClientId", text("/clientId"))
            .set(
                "AuthParameters",
                JSON.createObjectNode()
                    .put("USERNAME", user)
                    .put("SRP_A", new BigInteger(SRP_BITS - 1, new SecureRandom()).toString(16)))
            .toString();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(text("/endpoints/cognito-idp")))
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth")
            .POST(BodyPublishers.ofString(body))
            .build();
    return new Kind(name, request, 200);
  }

  private double compare(String what, List<Kind> kinds) throws IOException, InterruptedException {
    double[][] millis = new double[kinds.size()][SAMPLES];
    for (int i = -WARM_UP; i < SAMPLES; i++) {
      // Who comes after whom changes, so that none always pays for another.
      int first = order.nextInt(kinds.size());
      for (int k = 0; k < kinds.size(); k++) {
        int kind = (first + k) % kinds.size();
        double took = millis(kinds.get(kind));
        if (i >= 0) {
          millis[kind][i] = took;
        }
      }
    }
    double[] medians = Arrays.stream(millis).mapToDouble(RefusalTimes::median).toArray();
    for (int kind = 0; kind < kinds.size(); kind++) {
      System.out.printf(
          "%-20s %-40s median %6.3f ms of %d%n",
          what, kinds.get(kind).name(), medians[kind], SAMPLES);
    }
    double ratio =
        Arrays.stream(medians).max().orElseThrow() / Arrays.stream(medians).min().orElseThrow();
    System.out.printf("%-20s the largest median is %.2f times the smallest%n", what, ratio);
    return ratio;
  }

  private double millis(Kind kind) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> _ = expect(kind.status(), kind.request());
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
  }

  private String token() throws IOException, InterruptedException {
    String client = text("/machineClient/id") + ":" + text("/machineClient/secret");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(text("/signInUrl") + "/oauth2/token"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=client_credentials&scope=rampart%2Fsubmissions.read"))
            .build();
    return JSON.readTree(expect(200, request).body()).path("access_token").asText();
  }

  private HttpRequest control(String body) {
    return HttpRequest.newBuilder(URI.create(text("/control/url") + "/clock"))
        .header("Authorization", "Bearer " + text("/control/token"))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> expect(int status, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  private String text(String pointer) {
    return instance.at(pointer).asText();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
