package dev.rampart.local.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.gateway.ConformanceCase;
import dev.rampart.local.gateway.Gateway;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.supervision.RunClock;
import dev.rampart.local.template.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suite in {@code docs/conformance/usage-plan}, over HTTP against a gateway of its template.
 */
final class UsagePlanConformanceTest {
  static Stream<ConformanceCase> cases() {
    return UsageStacks.SUITE.cases().stream();
  }

  static Stream<ConformanceCase> pairs() {
    return cases().filter(ConformanceCase::hasPair);
  }

  @Test
  void each_case_names_its_page_and_there_are_enough_pairs() {
    assertThat(cases())
        .allMatch(each -> each.document().path("page").asText().startsWith("https://docs.aws."))
        .allMatch(each -> each.document().path("seenOnAws").isBoolean());
    assertThat(pairs()).hasSizeGreaterThanOrEqualTo(24);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_holds(ConformanceCase each) throws IOException, InterruptedException {
    List<List<HttpResponse<String>>> answers = send(each, false);

    List<ConformanceCase.Request> requests = each.requests();
    for (int i = 0; i < requests.size(); i++) {
      ConformanceCase.Request request = requests.get(i);
      assertThat(answers.get(i))
          .as(request.toString())
          .allMatch(answer -> answer.statusCode() == request.status());
      HttpResponse<String> last = answers.get(i).getLast();
      request.message().ifPresent(message -> isRefusal(last, message));
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void another_template_gives_another_outcome(ConformanceCase each)
      throws IOException, InterruptedException {
    List<Integer> statuses =
        send(each, true).stream().map(answers -> answers.getLast().statusCode()).toList();

    assertThat(statuses).isEqualTo(each.changedStatuses());
    assertThat(statuses).isNotEqualTo(each.statuses());
  }

  private static void isRefusal(HttpResponse<String> answer, String message) {
    assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }

  private static List<List<HttpResponse<String>>> send(ConformanceCase each, boolean changed)
      throws IOException, InterruptedException {
    RunClock clock = new RunClock(Clock.fixed(each.start(), ZoneOffset.UTC));
    List<List<HttpResponse<String>>> answers = new ArrayList<>();
    Stack stack = each.stack(changed);
    ApiDefinition api = UsageStacks.api(stack);
    try (Gateway gateway = UsageStacks.gateway(api, UsageStacks.usage(stack, api, clock), clock);
        HttpClient client = HttpClient.newHttpClient()) {
      for (ConformanceCase.Request request : each.requests()) {
        clock.forward(request.after());
        List<HttpResponse<String>> same = new ArrayList<>();
        for (int i = 0; i < request.times(); i++) {
          same.add(client.send(http(gateway.url(), request), BodyHandlers.ofString()));
        }
        answers.add(same);
      }
    }
    return answers;
  }

  private static HttpRequest http(URI gateway, ConformanceCase.Request request) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(gateway.resolve(request.path()))
            .method(request.method(), BodyPublishers.noBody());
    request.key().ifPresent(key -> http.header("x-api-key", UsageStacks.value(key)));
    return http.build();
  }
}
