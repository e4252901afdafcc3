package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.port.out.BlockExamples.SOURCE;
import static dev.rampart.domain.port.out.BlockExamples.detected;
import static dev.rampart.domain.port.out.BlockExamples.finding;
import static dev.rampart.domain.port.out.BlockExamples.range;
import static dev.rampart.domain.port.out.BlockExamples.stuffing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.response.ProposalReason;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.Response.Blocked;
import dev.rampart.domain.detection.response.Response.NoResponse;
import dev.rampart.domain.detection.response.Response.Proposed;
import dev.rampart.domain.detection.response.ResponseDecision;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.port.in.ManageAllowList.Allow;
import dev.rampart.domain.port.in.ManageBlocks;
import dev.rampart.domain.port.in.ManageBlocks.Order;
import dev.rampart.domain.port.in.ManageBlocks.OrderResult;
import dev.rampart.domain.port.in.RespondToThreats.ThreatReport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RespondToThreatsUseCaseTest {
  private final BlocklistWorld world = new BlocklistWorld();

  @Test
  void a_sure_finding_blocks_its_address_for_a_quarter_of_an_hour() {
    assertThat(world.respond(stuffing("f-1")))
        .isEqualTo(new Blocked(NOON.plus(Duration.ofMinutes(15))));
    assertThat(world.blocks.find(SOURCE).blockInForce(NOON)).isPresent();
  }

  @Test
  void a_repeated_threat_blocks_once_and_spends_the_budget_once() {
    for (int time = 0; time < 3; time++) {
      assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Blocked.class);
    }
    assertThat(world.blocks.find(SOURCE).strikes()).isEqualTo(1);
    assertThat(world.blocks.budget().spent()).hasSize(1);
  }

  @Test
  void an_attack_that_goes_on_after_its_block_climbs_the_ladder() {
    List<Duration> spans =
        List.of(
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofDays(1),
            Duration.ofDays(1));
    for (Duration span : spans) {
      Finding again =
          finding("f-1", DetectorKind.CRED_STUFFING, "203.0.113.7", world.clock.instant());
      assertThat(world.respond(again)).isEqualTo(new Blocked(world.clock.instant().plus(span)));
      world.clock.advance(span.plusSeconds(1));
    }
  }

  @Test
  void what_pages_of_other_sites_had_a_browser_send_blocks_nobody() {
    assertThat(world.respond(partlyCrossSite(4, 4)))
        .isEqualTo(new Response.Proposed(ProposalReason.CROSS_SITE));
    assertThat(world.respond(partlyCrossSite(4, 5))).isInstanceOf(Blocked.class);
  }

  private static Finding partlyCrossSite(int crossSite, int own) {
    Finding sure = stuffing("f-" + own);
    return new Finding(
        sure.id(),
        DetectorKind.LOW_AND_SLOW,
        sure.severity(),
        sure.subject(),
        sure.firstSeen(),
        sure.lastSeen(),
        crossSite + own,
        sure.measure(),
        List.of(
            new EvidenceLine(DetectionPoint.WAF_CROSS_SITE, crossSite, List.of()),
            new EvidenceLine(DetectionPoint.WAF_RULE, own, List.of())),
        sure.explanation());
  }

  @Test
  void a_quiet_week_takes_a_strike_away() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Blocked.class);
    world.clock.advance(Duration.ofHours(1));
    assertThat(world.respond(at("f-2", "203.0.113.7")))
        .isEqualTo(new Blocked(world.clock.instant().plus(Duration.ofHours(1))));
    world.clock.advance(Duration.ofDays(8));
    assertThat(world.respond(at("f-3", "203.0.113.7")))
        .isEqualTo(new Blocked(world.clock.instant().plus(Duration.ofHours(1))));
    world.clock.advance(Duration.ofDays(30));
    assertThat(world.respond(at("f-4", "203.0.113.7")))
        .isEqualTo(new Blocked(world.clock.instant().plus(Duration.ofMinutes(15))));
  }

  @Test
  void what_was_seen_before_the_block_ended_does_not_block_again() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Blocked.class);
    world.clock.advance(Duration.ofMinutes(20));
    Finding late =
        finding(
            "f-1", DetectorKind.CRED_STUFFING, "203.0.113.7", NOON.plus(Duration.ofMinutes(10)));
    assertThat(world.respond(late)).isEqualTo(new Blocked(NOON.plus(Duration.ofMinutes(15))));
    assertThat(world.blocks.find(SOURCE).blockInForce(world.clock.instant())).isEmpty();
    assertThat(world.blocks.find(SOURCE).strikes()).isEqualTo(1);
  }

  @Test
  void an_automatic_block_that_a_person_shortened_protects_nobody_after_its_new_end() {
    assertThat(world.respond(stuffing("f-1"))).isInstanceOf(Blocked.class);
    Order shorter =
        new Order(
            SOURCE,
            "a minute is enough",
            world.clock.instant(),
            world.clock.instant().plus(ManageBlocks.SPAN_MIN),
            "sam",
            new AllowedVersions.Existing());
    assertThat(world.people().order(shorter)).isInstanceOf(OrderResult.Ordered.class);
    world.clock.advance(Duration.ofMinutes(5));
    assertThat(world.respond(at("f-2", "203.0.113.7"))).isInstanceOf(Blocked.class);
    assertThat(world.blocks.find(SOURCE).blockInForce(world.clock.instant())).isPresent();
  }

  @Test
  void a_finding_older_than_an_incident_lives_is_proposed() {
    world.clock.advance(Duration.ofHours(2).plusSeconds(1));
    assertThat(world.respond(stuffing("f-1"))).isEqualTo(new Proposed(ProposalReason.LATE));
  }

  @Test
  void a_detector_that_is_less_sure_needs_a_second_one_or_refusals_of_the_firewall() {
    Subject address = new Subject(SubjectKind.IP, "203.0.113.7");
    assertThat(world.respond(finding("f-1", DetectorKind.BURST_PROBE, "203.0.113.7", NOON)))
        .isEqualTo(new Proposed(ProposalReason.UNSURE));
    assertThat(world.respond(finding("f-1", DetectorKind.BURST_PROBE, "203.0.113.7", NOON)))
        .isEqualTo(new Proposed(ProposalReason.UNSURE));
    assertThat(world.respond(finding("f-2", DetectorKind.SCHEMA_FUZZ, "203.0.113.7", NOON)))
        .isInstanceOf(Blocked.class);
    BlocklistWorld other = new BlocklistWorld();
    assertThat(other.respond(finding("f-3", DetectorKind.BURST_PROBE, address, NOON, 40)))
        .isInstanceOf(Blocked.class);
  }

  @Test
  void detectors_do_not_agree_over_more_than_two_hours() {
    assertThat(world.respond(finding("f-1", DetectorKind.BURST_PROBE, "203.0.113.7", NOON)))
        .isInstanceOf(Proposed.class);
    world.clock.advance(Duration.ofHours(2).plusSeconds(1));
    Finding second = finding("f-2", DetectorKind.SCHEMA_FUZZ, "203.0.113.7", world.clock.instant());
    assertThat(world.respond(second)).isEqualTo(new Proposed(ProposalReason.UNSURE));
  }

  /** Returns the finding of three hours ago, which is answered after that of now. */
  private Finding respondToOlderAfterNewer(String olderId, String newerId) {
    Finding newer = finding(newerId, DetectorKind.BURST_PROBE, "203.0.113.7", NOON);
    Finding older =
        finding(olderId, DetectorKind.BURST_PROBE, "203.0.113.7", NOON.minus(Duration.ofHours(3)));
    assertThat(world.respond(newer)).isEqualTo(new Proposed(ProposalReason.UNSURE));
    assertThat(world.respond(older)).isEqualTo(new Proposed(ProposalReason.LATE));
    return older;
  }

  @Test
  void an_older_version_of_a_finding_does_not_take_the_place_of_a_newer_one() {
    assertThat(respondToOlderAfterNewer("f-1", "f-1").id().text()).isEqualTo("f-1");
    assertThat(world.respond(finding("f-2", DetectorKind.SCHEMA_FUZZ, "203.0.113.7", NOON)))
        .isInstanceOf(Blocked.class);
  }

  @Test
  void what_is_decided_about_an_older_finding_is_told_although_a_newer_one_is_remembered() {
    Finding older = respondToOlderAfterNewer("f-1", "f-2");
    assertThat(world.decided)
        .extracting(ResponseDecision::finding)
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(world.blocks.find(SOURCE).decision(older.id())).isEmpty();
  }

  @Test
  void a_finding_that_was_called_false_confirms_no_other() {
    Finding probe = finding("f-1", DetectorKind.BURST_PROBE, "203.0.113.7", NOON);
    assertThat(world.respond(probe)).isEqualTo(new Proposed(ProposalReason.UNSURE));
    world.refute(probe);
    assertThat(world.respond(finding("f-2", DetectorKind.SCHEMA_FUZZ, "203.0.113.7", NOON)))
        .isEqualTo(new Proposed(ProposalReason.UNSURE));
  }

  @Test
  void a_misconfigured_client_and_what_is_not_about_an_address_are_left_alone() {
    assertThat(
            world.respond(finding("f-1", DetectorKind.MISCONFIGURED_CLIENT, "203.0.113.7", NOON)))
        .isEqualTo(new NoResponse());
    Subject principal = new Subject(SubjectKind.PRINCIPAL, "ann");
    assertThat(
            world
                .responder(BlockingMode.ON)
                .respond(
                    List.of(
                        detected(finding("f-2", DetectorKind.CRED_STUFFING, principal, NOON, 9))))
                .decisions())
        .isEmpty();
    Subject network = new Subject(SubjectKind.NETWORK, "203.0.113.0/24");
    assertThat(world.respond(finding("f-3", DetectorKind.CRED_STUFFING, network, NOON, 9)))
        .isEqualTo(new Proposed(ProposalReason.NETWORK));
  }

  @Test
  void sources_that_are_never_blocked_are_proposed() {
    world.owner.add(range("203.0.113.0/28"));
    world.operators.seen(range("198.51.100.4").lowest(), NOON.minusSeconds(60));
    assertThat(
            world
                .allowing()
                .allow(
                    new Allow(
                        range("198.51.100.9"),
                        "a scan of ours",
                        "sam",
                        new AllowedVersions.OneOf(Set.of(AllowedVersions.ABSENT)))))
        .isNotNull();
    for (String address :
        List.of(
            "203.0.113.7",
            "198.51.100.4",
            "198.51.100.9",
            "10.1.2.3",
            "127.0.0.1",
            "192.168.7.7")) {
      assertThat(world.respond(at("f-" + address, address)))
          .as(address)
          .isEqualTo(new Proposed(ProposalReason.PROTECTED));
    }
    assertThat(world.respond(at("f-other", "198.51.100.5"))).isInstanceOf(Blocked.class);
  }

  @Test
  void an_address_of_several_people_is_proposed_and_one_of_a_single_one_is_blocked() {
    world.people.put(SOURCE, 2);
    assertThat(world.respond(stuffing("f-1"))).isEqualTo(new Proposed(ProposalReason.SHARED));
    world.people.put(SOURCE, 1);
    assertThat(world.respond(at("f-2", "203.0.113.7"))).isInstanceOf(Blocked.class);
  }

  @Test
  void a_crawler_is_known_by_its_verified_name_and_by_no_part_of_it() {
    world.names.put(SOURCE.lowest(), "crawl-1.googlebot.com");
    assertThat(world.respond(stuffing("f-1"))).isEqualTo(new Proposed(ProposalReason.VERIFIED_BOT));
    world.names.put(SOURCE.lowest(), "googlebot.com.attacker.example");
    assertThat(world.respond(at("f-2", "203.0.113.7"))).isInstanceOf(Blocked.class);
    world.names.put(range("203.0.113.8").lowest(), "evilgooglebot.com");
    assertThat(world.respond(at("f-3", "203.0.113.8"))).isInstanceOf(Blocked.class);
  }

  @Test
  void an_address_of_version_6_is_blocked_with_its_site() {
    assertThat(world.respond(at("f-1", "2001:db8:0:7::/64"))).isInstanceOf(Blocked.class);
    assertThat(world.blocks.all().getFirst().source()).isEqualTo(range("2001:db8:0:7::/64"));
  }

  @Test
  void the_budget_bounds_new_blocks_in_any_ten_minutes() {
    int blocked = 0;
    for (int host = 0; host < 200; host++) {
      world.clock.advance(Duration.ofSeconds(6));
      Response response = world.respond(at("f-" + host, "198.51.100." + host));
      blocked += response instanceof Blocked ? 1 : 0;
      assertThat(response)
          .satisfiesAnyOf(
              answer -> assertThat(answer).isInstanceOf(Blocked.class),
              answer -> assertThat(answer).isEqualTo(new Proposed(ProposalReason.BUDGET)));
    }
    assertThat(blocked).isEqualTo(2 * BlockBudget.BLOCKS_MAX);
  }

  @Test
  void in_the_dry_run_the_block_is_kept_and_said_to_be_proposed() {
    assertThat(
            world
                .responder(BlockingMode.DRY_RUN)
                .respond(List.of(detected(stuffing("f-1")), detected(stuffing("f-1"))))
                .decisions())
        .extracting(decision -> decision.response())
        .containsOnly(new Proposed(ProposalReason.DRY_RUN));
    assertThat(world.blocks.all()).hasSize(1);
  }

  @Test
  void a_false_positive_ends_its_block_for_good() {
    Finding finding = stuffing("f-1");
    assertThat(world.respond(finding)).isInstanceOf(Blocked.class);
    assertThat(
            world
                .responder(BlockingMode.ON)
                .respond(List.of(new ThreatReport(Threat.Change.RESOLVED, finding, false)))
                .decisions())
        .isEmpty();
    assertThat(world.blocks.find(SOURCE).blockInForce(NOON)).isPresent();
    world.refute(finding);
    world.refute(finding);
    assertThat(world.blocks.find(SOURCE).blockInForce(NOON)).isEmpty();
    world.clock.advance(Duration.ofSeconds(30));
    assertThat(world.respond(at("f-1", "203.0.113.7"))).isEqualTo(new NoResponse());
    assertThat(world.blocks.find(SOURCE).blockInForce(world.clock.instant())).isEmpty();
  }

  private Finding at(String id, String address) {
    return finding(id, DetectorKind.CRED_STUFFING, address, world.clock.instant());
  }
}
