package dev.rampart.domain.detection.engine;

import static dev.rampart.domain.detection.finding.DetectorKind.LOW_AND_SLOW;
import static dev.rampart.domain.detection.finding.DetectorKind.MISCONFIGURED_CLIENT;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What looks like an attack and is none: nobody is suspected. */
final class TrapTest {
  private static final String HONEST = "203.0.113.7";
  private static final int HOUR = 3_600;

  private final Random random = new Random(12);

  @Test
  void three_minutes_in_two_half_hours_are_no_slow_probing() {
    SignalScript script =
        new SignalScript().from("198.51.100.9").at(1_710).times(12, 15, (s, i) -> s.probe(name(i)));
    assertThat(StreamRun.of(script).incidents())
        .extracting(StreamRun.Hit::detector)
        .doesNotContain(LOW_AND_SLOW);
    var _ = script.at(3_600).probe("/late");
    assertThat(StreamRun.of(script).incidents())
        .extracting(StreamRun.Hit::detector)
        .contains(LOW_AND_SLOW);
  }

  @Test
  void hundreds_of_users_behind_one_address() {
    SignalScript script =
        new SignalScript().from(HONEST).times(300, 0, (s, user) -> signIn(s, "user" + user));
    assertSilent(script);
  }

  /** Some mistype a password first, and a few never get it right. */
  private SignalScript signIn(SignalScript script, String account) {
    int typos = random.nextInt(10) == 0 ? 1 + random.nextInt(3) : 0;
    SignalScript typed =
        script
            .from(HONEST)
            .at(random.nextInt(4 * HOUR))
            .times(typos, 7, (s, _) -> s.authFail(account));
    SignalScript signedIn = random.nextInt(30) > 0 ? typed.authOk(account) : typed;
    return signedIn.as(account).pause(60).signal(DetectionPoint.OBJECT_NOT_FOUND, "old");
  }

  @Test
  void a_broken_integration_that_repeats_one_account() {
    SignalScript script =
        new SignalScript()
            .from(HONEST)
            .times(360, 60, (s, _) -> s.pause(random.nextDouble()).authFail("robot"));
    StreamRun run = StreamRun.of(script);

    assertThat(run.incidents()).isEmpty();
    assertThat(run.all()).contains(new StreamRun.Hit(MISCONFIGURED_CLIENT, SubjectKind.IP, HONEST));
  }

  @Test
  void a_monitor_of_dead_links() {
    assertSilent(
        new SignalScript()
            .from(HONEST)
            .times(
                288 * 3, 100, (s, i) -> s.signal(DetectionPoint.ROUTE_UNKNOWN, "/dead/" + i % 3)));
  }

  @Test
  void a_crawler_with_stale_links() {
    assertSilent(
        new SignalScript()
            .from(HONEST)
            .agent("crawler")
            .times(
                2_000,
                0,
                (s, i) ->
                    s.pause(8 + random.nextInt(20))
                        .signal(DetectionPoint.ROUTE_UNKNOWN, "/gone/" + i)));
  }

  @Test
  void a_crawler_that_meets_a_hundred_stale_links_at_the_pace_of_a_machine() {
    assertSilent(
        new SignalScript()
            .from(HONEST)
            .agent("crawler")
            .times(100, 0.2, (s, i) -> s.signal(DetectionPoint.ROUTE_UNKNOWN, "/old/" + i)));
  }

  @Test
  void a_bad_release_of_a_client_whose_users_are_signed_in() {
    assertSilent(
        background()
            .times(
                600,
                0.5,
                (s, i) ->
                    client(s, i)
                        .as("user" + i)
                        .signal(DetectionPoint.OBJECT_NOT_FOUND, "/v2/feed")
                        .invalid("/version", "unknown")));
  }

  @Test
  void a_bad_release_of_a_client_without_users() {
    assertSilent(
        background()
            .times(
                600,
                0.5,
                (s, i) ->
                    client(s, i)
                        .signal(DetectionPoint.ROUTE_UNKNOWN, "/v2/feed")
                        .invalid("/version", "unknown")));
  }

  @Test
  void a_batch_client_that_is_throttled() {
    assertSilent(
        new SignalScript()
            .from(HONEST)
            .withKey("k-1")
            .times(3_000, 0.2, (s, _) -> s.signal(DetectionPoint.THROTTLED, "/v1/a")));
  }

  @Test
  void single_probes_of_the_whole_internet() {
    assertSilent(
        new SignalScript()
            .times(
                240,
                0,
                (s, i) -> client(s, i).pause(random.nextInt(2 * 360)).probe("/.env" + i % 4)));
  }

  @Test
  void a_key_that_expired() {
    assertSilent(
        new SignalScript()
            .times(
                1_200,
                10,
                (s, i) ->
                    s.from("203.0." + i % 3 + ".7")
                        .withKey("k-1")
                        .signal(DetectionPoint.TOKEN_EXPIRED, "/v1/a")));
  }

  @Test
  void a_key_that_was_changed_while_its_owner_moves_about() {
    assertSilent(
        new SignalScript()
            .times(
                8,
                0,
                (s, place) ->
                    s.from("203.0." + place + ".7")
                        .as("alice")
                        .authOk("alice")
                        .times(
                            5,
                            600,
                            (again, _) -> again.signal(DetectionPoint.TOKEN_INVALID, "/v1/a"))));
  }

  @Test
  void somebody_who_mistypes_a_password_and_then_gets_it_right() {
    assertSilent(
        new SignalScript().from(HONEST).times(5, 9, (s, _) -> s.authFail("alice")).authOk("alice"));
  }

  @Test
  void somebody_who_forgot_a_password_and_tries_what_it_might_be() {
    assertSilent(
        new SignalScript()
            .from(HONEST)
            .times(5, 20, (s, _) -> s.authFail("alice"))
            .times(4, 300, (s, _) -> s.authFail("alice@home")));
  }

  @Test
  void an_import_with_the_same_faults_in_each_row() {
    assertSilent(
        new SignalScript()
            .from(HONEST)
            .as("importer")
            .times(
                250,
                0.1,
                (s, i) -> s.invalid("/rows/" + i + "/name", i % 3 == 0 ? "too-long" : "missing")));
  }

  @Test
  void an_integrator_who_learns_the_schema() {
    assertSilent(
        new SignalScript()
            .from(HONEST)
            .as("dev")
            .times(
                15,
                240,
                (s, i) -> s.authOk("dev").pause(20).invalid("/a", name(i)).invalid("/a", name(i))));
  }

  @Test
  void a_page_whose_token_expired_asks_several_routes_at_once() {
    assertSilent(
        new SignalScript()
            .from(HONEST)
            .times(6, 0.1, (s, i) -> s.signal(DetectionPoint.TOKEN_EXPIRED, "/v1/" + name(i)))
            .authOk("alice"));
  }

  @Test
  void sign_ins_after_an_outage() {
    assertSilent(
        background()
            .times(
                400,
                0.4,
                (s, i) ->
                    i % 4 > 0
                        ? client(s, i).authOk("user" + i)
                        : client(s, i).authFail("user" + i).pause(0.1).authOk("user" + i)));
  }

  private static void assertSilent(SignalScript script) {
    assertThat(StreamRun.of(script).incidents()).isEmpty();
  }

  /** Three hours of an API with a little of everything that happens all day. */
  private SignalScript background() {
    return new SignalScript()
        .times(
            180,
            60,
            (s, i) ->
                client(s, i % 50)
                    .authOk("user" + i % 50)
                    .times(i % 5 == 0 ? 1 : 0, 0, (t, _) -> t.authFail("user" + (i + 1) % 50))
                    .signal(DetectionPoint.ROUTE_UNKNOWN, "/old/" + i % 7));
  }

  /** One of many honest addresses. */
  private static SignalScript client(SignalScript script, int i) {
    return script.from("192." + i / 250 + "." + i % 250 + ".5");
  }
}
