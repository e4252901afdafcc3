package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.browser.Browser;
import dev.rampart.local.browser.Page;
import dev.rampart.local.client.InstanceClock;
import dev.rampart.local.identity.crypto.TotpCode;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person of the security team does with the console, in a real browser. */
@Tag("browser")
final class ConsoleBrowserTest {
  private static final int REQUESTS = 12;

  private static Running run;
  private static Control control;
  private static Browser browser;
  private static Page page;

  @BeforeAll
  static void start() throws Exception {
    run = Running.controlled(Map.of("BlockingMode", "on"), Set.of());
    control = new Control(run);
    browser = Browser.start();
    page = signedIn();
  }

  @AfterAll
  static void stop() {
    browser.close();
    control.close();
    run.close();
  }

  /** Signs in as somebody of the security team; each code of the authenticator is good once. */
  private static Page signedIn() throws IOException, InterruptedException {
    Instance.User sam = run.instance.user("sam");
    Page signIn = browser.open(run.instance.console().orElseThrow());
    signIn.resize(1280, 900);
    signIn.click("button", "Sign in");
    signIn.await("document.querySelector('#username')");
    signIn.fill("#username", sam.name());
    signIn.fill("#password", sam.password());
    signIn.press(Page.Key.Enter);
    signIn.await("document.querySelector('#authentication_code')");
    // The code of this half minute was used when the authenticator was set up.
    control.forward("PT30S");
    long step = TotpCode.step(InstanceClock.of(run.instance).instant());
    signIn.fill("#authentication_code", TotpCode.ofStep(sam.totpSecret().orElseThrow(), step));
    signIn.press(Page.Key.Enter);
    signIn.awaitText("#bar", "sam");
    return signIn;
  }

  private static Stranger attacker(String address) {
    Stranger attacker = new Stranger(URI.create(run.instance.baseUrl()), address);
    attacker.attack(REQUESTS);
    return attacker;
  }

  private static void see(String view, String selector, String text) {
    page.evaluate("location.hash = '#/" + view + "'");
    page.awaitText(selector, text);
  }

  @Test
  void a_request_that_a_gate_refused_is_seen_as_it_comes() {
    page.evaluate("location.hash = '#/now'");
    var _ = attacker("127.0.0.11");
    page.awaitText("now-view", "127.0.0.11");
    page.awaitText("now-view", "WAF_RULE");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void an_attacker_is_found_blocked_and_freed() {
    Stranger attacker = attacker("127.0.0.12");
    assertThat(control.eventually("PT1M", attacker::isBlocked)).isTrue();

    see("findings", "findings-view", attacker.address());
    page.click("findings-view a", "Burst of probes");
    page.awaitText("finding-view", "The sum that made it");
    page.awaitText("finding-view", "threshold");

    see("blocks", "blocks-view", attacker.address() + "/32");
    page.click("[aria-label='Take the block of " + attacker.address() + "/32 back']");
    page.await("!document.querySelector('blocks-view').innerText.includes('127.0.0.12/32')");
    assertThat(control.eventually("PT1M", attacker::isLetIn)).isTrue();
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void a_source_is_blocked_by_hand_and_refused() {
    Stranger suspect = new Stranger(URI.create(run.instance.baseUrl()), "127.0.0.13");
    assertThat(suspect.isLetIn()).isTrue();
    see("blocks", "blocks-view", "Block a source");
    page.click("blocks-view button", "Block a source");
    page.fill("#block-source", suspect.address());
    page.fill("#block-reason", "A scenario.");
    page.press(Page.Key.Enter);
    page.awaitText("blocks-view", suspect.address() + "/32");
    assertThat(control.eventually("PT1M", suspect::isBlocked)).isTrue();
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void the_gate_that_refused_a_request_is_marked() {
    Stranger anybody = new Stranger(URI.create(run.instance.baseUrl()), "127.0.0.14");
    String answer = anybody.get(Caller.ALL);
    JsonNode problem = Running.parse(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    see("requests", "request-view", "Paste the id");
    page.fill("#request-id", problem.path("requestId").asText());
    page.press(Page.Key.Enter);
    page.awaitText("request-view [data-state=refused]", "token");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void another_threshold_says_whom_it_would_find_and_whom_it_would_lose() {
    Stranger loud = attacker("127.0.0.15");
    Stranger quiet = new Stranger(URI.create(run.instance.baseUrl()), "127.0.0.16");
    quiet.attack(2);
    see("tuning", "tuning-view", "Today's thresholds give");

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
