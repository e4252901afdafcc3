package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.port.out.FaultySubmissionStore;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.SubmissionStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a client is told when something behind the API fails. */
final class FailureTest {

  private static final String SECRET_TEXT = "table arn:aws:dynamodb, password";

  private final TestApi api = new TestApi();

  @Test
  void a_store_that_does_not_answer_is_503_with_a_time_to_wait() {
    SubmissionStore store =
        faulty(
            () -> {
              throw new PortUnavailable(SECRET_TEXT);
            });

    Answered answer = api.send(Call.create(GOOD).as(ANN), store);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("unavailable");
    assertThat(answer.gate()).isEqualTo("dependency");
    assertThat(answer.header("Retry-After")).isEqualTo("2");
    assertThat(answer.text()).doesNotContain("arn:");
    assertThat(answer.line().decision()).isEqualTo("failed");
    assertThat(api.signals).isEmpty();
  }

  @Test
  void a_fault_of_ours_is_500_and_tells_nothing() {
    SubmissionStore store =
        faulty(
            () -> {
              throw new IllegalStateException(SECRET_TEXT);
            });

    Answered answer = api.send(Call.create(GOOD).as(ANN), store);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.problem()).isEqualTo("internal");
    assertThat(answer.text()).doesNotContain("arn:", "IllegalState", "dev.rampart");
    assertThat(answer.line().failure()).containsInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_error_of_the_machine_is_500_too() {
    SubmissionStore store =
        faulty(
            () -> {
              throw new StackOverflowError();
            });

    assertThat(api.send(Call.create(GOOD).as(ANN), store).status()).isEqualTo(500);
  }

  @Test
  void what_takes_longer_than_there_is_time_is_given_up_and_503() {
    CountDownLatch never = new CountDownLatch(1);
    SubmissionStore store = faulty(() -> hang(never));

    Answered answer =
        TestApi.send(
            Call.create(GOOD).as(ANN),
            api.router(store, api.store, api.signals::addAll),
            Duration.ofMillis(50));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.gate()).isEqualTo("dependency");
    assertThat(answer.line().failure()).isEmpty();
  }

  @Test
  void with_no_time_left_nothing_is_begun() {
    Answered answer =
        TestApi.send(
            Call.create(GOOD).as(ANN),
            api.router(api.store, api.store, api.signals::addAll),
            Duration.ZERO);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(api.store.events()).isEmpty();
  }

  @Test
  void a_refusal_keeps_its_status_when_nobody_hears_of_it() {
    Answered answer =
        api.send(
            Call.create("{").as(ANN),
            _ -> {
              throw new PortUnavailable("bus");
            });

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.line().unpublished()).hasSize(1);
    assertThat(api.send(Call.create("{").as(ANN)).line().unpublished()).isEmpty();
  }

  private SubmissionStore faulty(Runnable fault) {
    return new FaultySubmissionStore(api.store, fault);
  }

  private static void hang(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("given up", e);
    }
  }
}
