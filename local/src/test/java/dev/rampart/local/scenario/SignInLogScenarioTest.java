package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.client.SignInClient;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.identity.client.UserCredentials;
import dev.rampart.local.run.RampartRun;
import dev.rampart.local.stack.RunSettings;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user pool writes down of sign-ins, and what becomes of it. */
final class SignInLogScenarioTest {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", "."));
  private static final String GROUP = "/aws/vendedlogs/rampart/dev/sign-in";
  private static final String CANARY = "wrenqcanary83";
  private static final String WRONG = "Wrong-" + CANARY + "-7";

  @TempDir private Path folder;

  @Test
  void wrong_passwords_become_signals_about_an_account_and_tell_no_name() {
    Running run = Running.shared();
    String sub = create(run, CANARY);
    refuse(run, CANARY, WRONG);
    refuse(run, CANARY, WRONG);
    refuse(run, "no-" + CANARY, WRONG);

    assertThat(Running.eventually(() -> signals(run, sub).size() == 2)).isTrue();
    assertThat(signals(run, sub))
        .allSatisfy(
            signal -> {
              JsonNode detail = signal.path("detail");
              assertThat(signal.path("source").asText()).isEqualTo("rampart.edge");
              assertThat(detail.path("gate").asText()).isEqualTo("token");
              assertThat(detail.path("point").asText()).isEqualTo("AUTH_FAIL");
              assertThat(detail.at("/source/ip").asText()).isEqualTo("127.0.0.1");
              assertThat(detail.at("/source/client").asText()).isEqualTo(run.instance.clientId());
              assertThat(detail.path("source").has("principal")).isFalse();
              assertThat(detail.at("/evidence/rule").asText()).isEqualTo("password");
            });
    assertThat(run.log("bus")).doesNotContain(CANARY);
    String lines = String.join("\n", run.lines(GROUP));
    assertThat(lines).contains("\"userName\":\"" + CANARY + "\"").doesNotContain("no-" + CANARY);
    assertThat(lines).doesNotContain(WRONG).doesNotContain(CANARY + "@example.com");
    assertThat(run.log("EdgelogFunction")).doesNotContain(CANARY);
  }

  @Test
  void names_that_nobody_has_are_different_accounts() {
    Running run = Running.shared();
    long before = accountsWithoutId(run);
    for (String name : List.of("nobody-a", "nobody-b", "nobody-c")) {
      refuse(run, name, WRONG);
    }
    assertThat(Running.eventually(() -> accountsWithoutId(run) >= before + 3)).isTrue();
    assertThat(run.log("bus")).doesNotContain("nobody-a");
  }

  private static long accountsWithoutId(Running run) {
    return run.events(event -> account(event).startsWith("name-")).stream()
        .map(SignInLogScenarioTest::account)
        .distinct()
        .count();
  }

  @Test
  void a_sign_in_that_went_well_speaks_for_its_user() throws SignInException {
    Running run = Running.shared();
    Instance.User sam = run.instance.user("sam");
    int before = signals(run, sam.sub()).size();
    assertThat(
            client(run)
                .tokens(
                    new UserCredentials(sam.name(), sam.password(), sam.totpSecret()), List.of())
                .accessToken())
        .isNotEmpty();

    assertThat(Running.eventually(() -> signals(run, sam.sub()).size() > before)).isTrue();
    JsonNode signal = signals(run, sam.sub()).getLast().path("detail");
    assertThat(signal.path("point").asText()).isEqualTo("AUTH_OK");
    assertThat(signal.at("/source/principal").asText()).isEqualTo(sam.sub());
  }

  @Test
  void without_the_tier_nothing_is_written() {
    RunSettings settings =
        RampartRun.inMemory(ROOT)
            .with(Running.UNLIMITED)
            .with(Map.of("UserPoolTier", "ESSENTIALS"));
    try (Running run = Running.start(settings, Set.of())) {
      refuse(run, "ann", WRONG);
      assertThat(run.lines(GROUP)).isEmpty();
      hear(run);
      assertThat(signals(run, run.instance.user("ann").sub())).isEmpty();
    }
  }

  @Test
  void without_the_subscription_nothing_is_heard() throws IOException {
    String subscription = "(?s)\n  SignInLogSubscription:\n.*?\n\n";
    RunSettings settings =
        ChangedTemplate.in(folder, text -> text.replaceFirst(subscription, "\n"));
    try (Running run = Running.start(settings, Set.of())) {
      refuse(run, "ann", WRONG);
      assertThat(run.lines(GROUP)).anyMatch(line -> line.contains("\"eventResponse\":\"Fail\""));
      hear(run);
      assertThat(signals(run, run.instance.user("ann").sub())).isEmpty();
    }
  }

  /** Waits for a signal of another gate: those that came before it are on the bus. */
  private static void hear(Running run) {
    Reply refused = run.bob.get("/v1/nothing");
    assertThat(
            Running.eventually(
                () ->
                    !run.events(
                            event ->
                                event
                                    .at("/detail/request/requestId")
                                    .asText()
                                    .equals(refused.requestId()))
                        .isEmpty()))
        .isTrue();
  }

  /** Returns the signals about an account. */
  private static List<JsonNode> signals(Running run, String sub) {
    return run.events(
        event -> Running.isOf(event, "SuspiciousRequest") && account(event).equals(sub));
  }

  /** Returns the account that a signal is about. */
  private static String account(JsonNode event) {
    return event.at("/detail/request/resourceId").asText();
  }

  private static String create(Running run, String name) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.put("UserPoolId", run.instance.names().userPool()).put("Username", name);
    input.put("MessageAction", "SUPPRESS");
    ObjectNode email = input.putArray("UserAttributes").addObject();
    email.put("Name", "email").put("Value", name + "@example.com");
    for (JsonNode attribute : run.pool("AdminCreateUser", input).at("/User/Attributes")) {
      if (attribute.path("Name").asText().equals("sub")) {
        return attribute.path("Value").asText();
      }
    }
    throw new AssertionError("no sub");
  }

  private static void refuse(Running run, String name, String password) {
    UserCredentials wrong = new UserCredentials(name, password, Optional.empty());
    assertThatThrownBy(() -> client(run).tokens(wrong, List.of()))
        .isInstanceOf(SignInException.class);
  }

  private static SignInClient client(Running run) {
    return SignInClient.of(
        run.instance.signInUrl(), run.instance.clientId(), run.instance.redirectUri());
  }
}
