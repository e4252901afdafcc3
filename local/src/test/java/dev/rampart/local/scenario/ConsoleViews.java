package dev.rampart.local.scenario;

import java.util.concurrent.atomic.AtomicReference;

/** The views of the console, each with something to show. */
enum ConsoleViews {
  NOW("now", "now-view"),
  FINDINGS("findings", "findings-view"),
  FINDING("findings/%1$s", "finding-view"),
  ACTOR("actors/ip/127.0.0.21", "actor-view"),
  REQUEST("requests/%2$s", "request-view"),
  BLOCKS("blocks", "blocks-view"),
  TUNING("tuning", "tuning-view"),
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

  /** Goes there, and waits until the view is there with what it asked for. */
  void open(ConsoleSession session) {
    Named named = NAMED.get();
    session.go(address.formatted(named.finding(), named.request()));
    session.page.await(
        "document.querySelector('%s') && !document.querySelector('main .loading')"
            .formatted(element));
  }
}
