package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is good once stays good once, however many come at the same time. */
final class ConcurrencyTest {
  private static final int CALLERS = 16;

  private final TestPool pool = new TestPool();

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void one_of_many_gets_the_tokens_of_a_code_and_loses_them_to_the_others() {
    TestOAuth oauth = new TestOAuth(pool);
    Map<String, String> form = oauth.exchange(TestLogin.code(pool));
    List<HttpResponse<String>> answers = together(() -> oauth.token(form));
    List<HttpResponse<String>> good = answers.stream().filter(a -> a.statusCode() == 200).toList();
    assertThat(good).hasSizeLessThanOrEqualTo(1);
    for (HttpResponse<String> answer : good) {
      String refreshToken = TestPool.json(answer).path("refresh_token").asText();
      assertThat(oauth.refresh(refreshToken).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void a_one_time_code_lets_one_sign_in_through() {
    List<TestLogin> logins = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      TestLogin login = TestLogin.begin(pool);
      login.password("ann", TestPool.PASSWORD);
      logins.add(login);
    }
    String code = Fixture.totp(TestPool.TOTP, pool.clock.instant());
    List<TestLogin> waiting = new ArrayList<>(logins);
    List<HttpResponse<String>> answers =
        together(() -> next(waiting).submit("authentication_code", code));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 302).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 302)
        .allSatisfy(answer -> assertThat(answer.body()).contains("already been used once"));
  }

  @Test
  void a_mailed_code_sets_one_password() {
    Map<String, String> who = Map.of("ClientId", pool.client("web").id(), "Username", "ann");
    pool.call("ForgotPassword", who, "");
    String text = pool.emails.getLast().text();
    Map<String, String> confirmation = new HashMap<>(who);
    confirmation.put("ConfirmationCode", text.substring(text.length() - 6));
    confirmation.put("Password", "Another-horse-8-battery");
    List<TestPool.Answer> answers =
        together(() -> pool.call("ConfirmForgotPassword", confirmation, ""));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .extracting(TestPool.Answer::error)
        .containsOnly("ExpiredCodeException");
  }

  @Test
  void guesses_that_come_together_are_all_counted() {
    List<TestLogin> waiting = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      waiting.add(TestLogin.begin(pool));
    }
    List<HttpResponse<String>> answers = together(() -> next(waiting).password("ann", "wrong"));
    assertThat(answers).filteredOn(answer -> answer.body().contains("Incorrect")).hasSize(5);
    assertThat(answers)
        .filteredOn(answer -> answer.body().contains("attempts exceeded"))
        .hasSize(CALLERS - 5);
  }

  private static TestLogin next(List<TestLogin> waiting) {
    synchronized (waiting) {
      return waiting.removeLast();
    }
  }

  private static <T> List<T> together(Callable<T> call) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        futures.add(threads.submit(call));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
