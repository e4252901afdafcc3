package dev.rampart.benchmark.firewall;

import dev.rampart.local.firewall.Firewall;
import dev.rampart.local.firewall.FirewallPlan;
import dev.rampart.local.firewall.FirewallReader;
import dev.rampart.local.firewall.location.AddressLocations;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Has the web ACL of a template judge an honest request with a body of 4 KB, again and again. */
public final class FirewallTiming {
  private static final int ROUNDS = 20_000;
  private static final int BODY_CHARS = 4_000;
  private static final String SENTENCE =
      "The roof leaks since Monday, above the stairs; water drips (slowly) on the carpet. ";

  private FirewallTiming() {}

  /**
   * Prints the median and the 99th percentile.
   *
   * @param arguments the template
   */
  public static void main(String[] arguments) {
    Firewall firewall = firewall(Path.of(arguments[0]));
    HttpRequest request = request();
    if (firewall.judge(request, "warm").isBlocked()) {
      throw new IllegalStateException("the web ACL refuses the request");
    }
    long[] nanos = new long[ROUNDS];
    // The first time, for the compiler.
    for (int run = 0; run < 2; run++) {
      for (int i = 0; i < ROUNDS; i++) {
        long start = System.nanoTime();
        firewall.judge(request, "measured");
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%d WCU, body of %d bytes: median %.0f us, p99 %.0f us%n",
        firewall.acl().capacity(),
        request.body().length,
        nanos[ROUNDS / 2] / 1e3,
        nanos[ROUNDS * 99 / 100] / 1e3);
  }

  private static Firewall firewall(Path template) {
    Stack stack = Template.read(template).stack(Map.of("FirewallLimit", "9999999"));
    List<Properties> resources =
        stack.resources().stream()
            .filter(resource -> FirewallReader.takes(resource.type()))
            .map(Resource::read)
            .toList();
    String stage = stack.get("ApiFirewall").text("ResourceArn", "");
    String pool = stack.get("SignInFirewall").text("ResourceArn", "");
    FirewallPlan plan =
        FirewallReader.read(resources, "000000000000", stage, pool, AddressLocations.none());
    return new Firewall(plan.api().orElseThrow(), "APIGW", "test", Clock.systemUTC(), _ -> {});
  }

  private static HttpRequest request() {
    String text = SENTENCE.repeat(BODY_CHARS / SENTENCE.length());
    String body =
        "{\"title\":\"The roof leaks\",\"category\":\"bug\",\"description\":\"" + text + "\"}";
    return new HttpRequest(
        "POST",
        "/v1/submissions",
        "",
        List.of(
            new Field("Host", "api.execute-api.eu-west-1.amazonaws.com"),
            new Field("User-Agent", "curl/8.5.0"),
            new Field("Authorization", "Bearer " + "a".repeat(900)),
            new Field("Content-Type", "application/json"),
            new Field("Idempotency-Key", "\"1\"")),
        body.getBytes(StandardCharsets.UTF_8),
        "127.0.0.1");
  }
}
