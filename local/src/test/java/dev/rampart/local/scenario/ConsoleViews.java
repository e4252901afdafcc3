package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;

/** The views of the console, each with something to show. */
enum ConsoleViews {
  NOW("now", "now-view"),
  FINDINGS("findings", "findings-view"),
  FINDING("findings/%1$s", "finding-view"),
  ACTOR("actors/ip/127.0.0.21", "actor-view"),
  REQUEST("requests/%2$s", "request-view"),
  BLOCKS("blocks", "blocks-view") {
    @Override
    void open(ConsoleSession session) {
      super.open(session);
      session.page.evaluate("document.querySelector('blocks-view details').open = true");
      session.page.await("!document.querySelector('main .loading')");
    }
  },
  TUNING("tuning?BURST_PROBE=100", "tuning-view"),
  HEALTH("health", "health-view");

  private static final String ATTACKER = "127.0.0.21";

  /** What the addresses of the views name: a finding and a refused request. */
  private record Named(String finding, String request) {}

  private static final AtomicReference<Named> NAMED = new AtomicReference<>();

  private final String address;
  private final String element;

  ConsoleViews(String address, String element) {
    this.address = address;
    this.element = element;
  }

  /** Attacks once, so that each view has something to show. */
  static synchronized void prepare(ConsoleSession session) {
    if (NAMED.get() != null) {
      return;
    }
    Stranger attacker = session.attacker(ATTACKER);
    // A rule of the firewall counts it.
    var _ = attacker.get("/v1/files?url=http://169.254.169.254/latest/meta-data/");
    session.run.message(
        "EdgelogDeadLetters",
        "{\"schemaVersion\":1,\"rejectedRecords\":[{\"reason\":\"not-json\",\"log\":\"access\"}]}");
    endedBlock(session.run.sam);
    String refused = ConsoleSession.requestId(attacker.get("/v1/files?name=../../etc/passwd"));
    session.see("findings", "findings-view", ATTACKER);
    String finding =
        session
            .page
            .evaluate(
                "[...document.querySelectorAll('findings-view .row')]"
                    + ".find(row => row.innerText.includes('"
                    + ATTACKER
                    + "'))"
                    + ".querySelector('[data-main]').getAttribute('href').split('/').at(-1)")
            .asText();
    NAMED.set(new Named(finding, refused));
  }

  private static void endedBlock(Caller sam) {
    String path = SecurityRequests.BLOCKS + "/198.51.100.99";
    byte[] order = bytes(SecurityRequests.order("A scenario."));
    assertThat(sam.send("PUT", path, order, Caller.JSON, "If-None-Match: *").status())
        .isEqualTo(201);
    assertThat(sam.send("DELETE", path, new byte[0], "If-Match: *").status()).isEqualTo(204);
  }

  /** Goes there, and waits until the view is there with what it asked for. */
  void open(ConsoleSession session) {
    Named named = NAMED.get();
    session.go(address.formatted(named.finding(), named.request()));
    session.page.await(
        "document.querySelector('%s') && !document.querySelector('main .loading')"
            .formatted(element));
  }
}
