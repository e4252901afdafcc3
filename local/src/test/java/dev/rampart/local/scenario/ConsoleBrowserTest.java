package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.local.browser.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person of the security team does with the console, in a real browser. */
@Tag("browser")
final class ConsoleBrowserTest {
  /** What a reader gets who adds the last column up, whose numbers are rounded. */
  private static final String SUM =
      """
      [...document.querySelectorAll('finding-view .sum tbody tr')]
        .map(row => parseFloat(row.lastElementChild.innerText)).reduce((a, b) => a + b)
      """;

  private static final String COUNTED =
      "parseFloat(document.querySelector('finding-view .sum tfoot .strong td').innerText)";

  private static final ConsoleSession SESSION = ConsoleSession.shared();

  private final Control control = SESSION.control;
  private final Page page = SESSION.page;

  @Test
  void a_request_that_a_gate_refused_is_seen_as_it_comes() {
    SESSION.go("now");
    var _ = SESSION.attacker("127.0.0.11");
    page.awaitText("now-view", "127.0.0.11");
    page.awaitText("now-view", "WAF_RULE");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void an_attacker_is_found_blocked_and_freed() {
    Stranger attacker = SESSION.attacker("127.0.0.12");
    assertThat(control.eventually("PT1M", attacker::isBlocked)).isTrue();

    SESSION.see("findings", "findings-view", attacker.address());
    page.click("findings-view a", "Burst of probes");
    page.awaitText("finding-view", "The sum that made it");
    page.awaitText("finding-view", "threshold");
    assertThat(page.evaluate(SUM).asDouble())
        .isCloseTo(page.evaluate(COUNTED).asDouble(), within(0.1));

    SESSION.see("blocks", "blocks-view", attacker.address() + "/32");
    page.click("[aria-label='Undo the block of " + attacker.address() + "/32']");
    page.awaitText("dialog", "free within a minute");
    page.click("dialog button", "Take it back");
    page.await("!document.querySelector('blocks-view').innerText.includes('127.0.0.12/32')");
    page.click("blocks-view summary");
    page.awaitText("blocks-view .history", attacker.address() + "/32");
    page.awaitText("blocks-view .history", "taken back by you");
    assertThat(control.eventually("PT1M", attacker::isLetIn)).isTrue();
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void a_source_is_blocked_by_hand_and_refused() {
    Stranger suspect = SESSION.stranger("127.0.0.13");
    assertThat(suspect.isLetIn()).isTrue();
    SESSION.see("blocks", "blocks-view", "Block a source");
    page.click("blocks-view button", "Block a source");
    page.fill("#block-source", suspect.address());
    page.fill("#block-reason", "A scenario.");
    page.press(Page.Key.Enter);
    page.awaitText("blocks-view", suspect.address() + "/32");
    assertThat(control.eventually("PT1M", suspect::isBlocked)).isTrue();
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void a_false_positive_ends_its_block_and_its_page_tells_so() {
    Stranger wronged = SESSION.attacker("127.0.0.18");
    assertThat(control.eventually("PT1M", wronged::isBlocked)).isTrue();
    SESSION.see("findings", "findings-view", wronged.address());
    page.click("findings-view a", "Burst of probes");
    page.awaitText("finding-view", wronged.address() + ": ");
    page.awaitText("finding-view", "It is blocked.");
    page.click("finding-view button", "False positive");
    page.awaitText("finding-view", "Ended: its finding was a false positive");
    page.awaitText("finding-view .timeline", "the block ended");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void what_was_asked_while_touch_was_lost_is_shown_later() {
    SESSION.go("now");
    page.awaitText("now-view .touch", "Live");
    page.offline(true);
    page.awaitText("now-view .touch", "Lost touch");
    var _ = SESSION.attacker("127.0.0.15");
    page.offline(false);
    page.awaitText("now-view .touch", "Live");
    page.awaitText("now-view", "127.0.0.15");
    // The network errors of the meantime.
    page.forgetComplaints();
  }

  @Test
  void what_is_listed_of_the_traffic_stands_in_the_address() {
    SESSION.go("now");
    page.awaitText("now-view .touch", "Live");
    page.click("now-view label", "Refused only");
    page.await("location.hash === '#/now?refused=1'");
    page.click("now-view label", "With my own");
    page.await("location.hash === '#/now?refused=1&own=1'");
    page.evaluate("history.back()");
    page.await(
        "[...document.querySelectorAll('now-view .check input')].map((each) => each.checked).join()"
            + " === 'true,false'");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void the_gate_that_refused_a_request_is_marked() {
    Stranger anybody = SESSION.stranger("127.0.0.14");
    String id = ConsoleSession.requestId(anybody.get(Caller.ALL));
    SESSION.see("requests", "request-view", "Paste the id");
    page.fill("#request-id", id);
    page.press(Page.Key.Enter);
    page.awaitText("request-view [data-state=refused]", "token");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void a_dead_letter_and_an_alarm_are_seen_with_their_reason_and_their_runbook() {
    // As edgelog tells of a line that it cannot read.
    SESSION.run.message(
        "EdgelogDeadLetters",
        "{\"schemaVersion\":1,\"rejectedRecords\":[{\"reason\":\"not-json\",\"log\":\"access\"}]}");
    SESSION.see("health", "health-view .verdict", "in EdgelogDeadLetters");
    page.awaitText("health-view .verdict", "not-json in access");
    assertThat(control.eventually("PT1M", this::isRinging)).isTrue();
    page.click("health-view button", "Read again");
    page.awaitText("health-view [data-kind=alarm]", "docs/runbooks/dead-letters.md");
    assertThat(page.complaints()).isEmpty();
  }

  private boolean isRinging() {
    return SESSION
        .run
        .alarmHistory()
        .lines()
        .anyMatch(line -> line.contains("-EdgelogDeadLettersAlarm-") && line.contains("to ALARM"));
  }

  @Test
  void another_threshold_says_whom_it_would_find_and_whom_it_would_lose() {
    Stranger loud = SESSION.attacker("127.0.0.17");
    Stranger quiet = SESSION.stranger("127.0.0.16");
    quiet.attack(2);
    SESSION.see("tuning", "tuning-view", "Today's thresholds give");

    page.fill("#threshold-BURST_PROBE", "5");
    page.press(Page.Key.Enter);
    page.awaitText("[aria-label='Newly found']", quiet.address());
    assertThat(page.text("[aria-label='Newly found']")).doesNotContain(loud.address());

    page.fill("#threshold-BURST_PROBE", "68");
    page.press(Page.Key.Enter);
    page.awaitText("[aria-label='Lost']", loud.address());

    page.click("tuning-view button", "All as today");
    page.awaitText("tuning-view", "Today's thresholds give");
    assertThat(page.complaints()).isEmpty();
  }
}
