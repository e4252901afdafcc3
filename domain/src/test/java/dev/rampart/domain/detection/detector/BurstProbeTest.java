package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.detector.ScriptFeatures.ofSource;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BurstProbeTest {
  private static final BurstProbe DETECTOR = new BurstProbe(17, 8, 20, 45, 3, 8);

  @Test
  void five_probes_within_minutes_are_found_and_four_are_not() {
    assertThat(assess(probes(4, 10))).isEmpty();
    Measure measure = assess(probes(5, 10)).orElseThrow().measure();
    assertThat(measure.value()).isCloseTo(20, within(1.5));
    assertThat(measure.threshold()).isEqualTo(17);
  }

  @Test
  void probes_that_take_their_time_are_no_burst() {
    assertThat(assess(probes(40, 900))).isEmpty();
  }

  @Test
  void mistakes_alone_need_more_and_more_still_at_the_pace_of_people() {
    assertThat(assess(routes(19, 1))).isEmpty();
    assertThat(assess(routes(22, 1)).orElseThrow().measure().threshold()).isEqualTo(20);
    assertThat(assess(routes(40, 4))).isEmpty();
    assertThat(assess(routes(80, 4)).orElseThrow().measure().threshold()).isEqualTo(45);
  }

  @Test
  void two_probes_make_mistakes_hostile_and_one_does_not() {
    assertThat(assess(routes(14, 4).probe("a"))).isEmpty();
    assertThat(assess(routes(14, 4).probe("a").probe("b").probe("c"))).isPresent();
  }

  @Test
  void repeats_hardly_count() {
    assertThat(assess(new SignalScript().from("203.0.113.7").times(60, 1, (s, _) -> s.probe("a"))))
        .as("one path")
        .isEmpty();
    SignalScript repeats = probes(6, 1).times(10, 1, (s, i) -> s.probe(name(i % 6)));
    assertThat(assess(repeats).orElseThrow().measure().value())
        .as("ten repeats weigh less than one probe more")
        .isCloseTo(assess(probes(6, 1)).orElseThrow().measure().value(), within(4.0));
  }

  @Test
  void an_attack_that_is_repeated_is_found_unless_a_timer_repeats_it() {
    List<SignalScript.Action> attacks =
        List.of(
            (script, _) -> script.waf("SQLi_BODY", "/v1/submissions"),
            (script, _) -> script.injection("/title", "s or 1=1"));
    for (SignalScript.Action attack : attacks) {
      assertThat(assess(new SignalScript().from("203.0.113.7").times(12, 3, attack))).isPresent();
      assertThat(assess(new SignalScript().from("203.0.113.7").times(48, 30, attack))).isEmpty();
    }
  }

  @Test
  void a_point_counts_with_its_own_weight_and_not_with_that_of_its_kind() {
    assertThat(assess(resources(DetectionPoint.HONEY_RESOURCE, 1))).isEmpty();
    assertThat(points(resources(DetectionPoint.HONEY_RESOURCE, 2))).isCloseTo(32, within(0.5));
    assertThat(points(probes(2, 1).signal(DetectionPoint.HONEY_RESOURCE, name(50))))
        .as("beside lighter ones of its kind")
        .isCloseTo(24, within(0.5));
    assertThat(points(resources(DetectionPoint.TOKEN_FORGED, 12))).isCloseTo(60, within(3.0));
    assertThat(points(resources(DetectionPoint.TOKEN_EXPIRED, 90))).isCloseTo(45, within(3.0));
  }

  @Test
  void no_number_of_repeats_makes_a_burst() {
    SignalScript oneObject =
        new SignalScript()
            .from("203.0.113.7")
            .times(450, 0.1, (s, _) -> s.signal(DetectionPoint.OBJECT_NOT_FOUND, "gone"))
            .times(450, 0.1, (s, _) -> s.signal(DetectionPoint.OBJECT_FORBIDDEN, "other"));
    assertThat(assess(oneObject)).isEmpty();
    assertThat(
            assess(new SignalScript().from("203.0.113.7").times(900, 0.1, (s, _) -> s.probe("a"))))
        .isEmpty();
  }

  @Test
  void failed_sign_ins_are_no_probes() {
    SignalScript script =
        new SignalScript().from("203.0.113.7").times(60, 1, (s, i) -> s.authFail(name(i)));
    assertThat(assess(script)).isEmpty();
  }

  @Test
  void a_tool_that_changes_its_user_agent_is_found() {
    assertThat(assess(agents(7))).isEmpty();
    Measure measure = assess(agents(9)).orElseThrow().measure();
    assertThat(measure.name()).contains("user agents");
    assertThat(measure.threshold()).isEqualTo(8);
  }

  @Test
  void people_behind_one_address_have_many_user_agents_too_but_sign_in() {
    assertThat(assess(agents(12).authOk("alice"))).isEmpty();
  }

  @Test
  void user_agents_are_of_no_interest_for_a_principal() {
    assertThat(DETECTOR.assess(SubjectKind.PRINCIPAL, ofSource(agents(9)))).isEmpty();
  }

  @Test
  void it_watches_sources_and_principals_that_probe() {
    assertThat(Watching.subjects(DETECTOR)).containsExactly(SubjectKind.IP, SubjectKind.PRINCIPAL);
    assertThat(Watching.news(DETECTOR, SubjectKind.IP))
        .isEqualTo(Kinds.PROBING)
        .doesNotContain(SignalKind.AUTH_FAIL, SignalKind.THROTTLE, SignalKind.OBJECT_OK);
  }

  private static SignalScript resources(DetectionPoint point, int count) {
    return new SignalScript()
        .from("203.0.113.7")
        .times(count, 0.1, (s, i) -> s.signal(point, name(i)));
  }

  /** Returns the points that are found; 0 if they are too few. */
  private static double points(SignalScript script) {
    return assess(script).map(found -> found.measure().value()).orElse(0.0);
  }

  private static Optional<Assessment> assess(SignalScript script) {
    return DETECTOR.assess(SubjectKind.IP, ofSource(script));
  }

  private static SignalScript probes(int count, int everySeconds) {
    return new SignalScript()
        .from("203.0.113.7")
        .times(count, everySeconds, (s, i) -> s.probe(name(i)));
  }

  private static SignalScript routes(int count, int everySeconds) {
    return new SignalScript()
        .from("203.0.113.7")
        .times(count, everySeconds, (s, i) -> s.signal(DetectionPoint.ROUTE_UNKNOWN, name(i)));
  }

  private static SignalScript agents(int count) {
    return new SignalScript()
        .from("203.0.113.7")
        .times(count, 2, (s, i) -> s.agent(name(i)).signal(DetectionPoint.ROUTE_UNKNOWN, "/old"));
  }
}
