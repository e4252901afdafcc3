package dev.rampart.local.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.browser.Browser;
import dev.rampart.local.browser.Page;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A run whose blocks are on, and somebody of the security team at its console. */
final class ConsoleSession implements AutoCloseable {
  private static final int REQUESTS = 12;
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;

  private static final class Shared {
    private static final ConsoleSession SESSION = open();

    private static ConsoleSession open() {
      ConsoleSession session = new ConsoleSession();
      Runtime.getRuntime().addShutdownHook(new Thread(session::close));
      return session;
    }
  }

  final Running run = Running.controlled(Map.of("BlockingMode", "on", "Alarms", "true"), Set.of());
  final Control control = new Control(run);
  final Page page;
  private final Browser browser = Browser.start();

  private ConsoleSession() {
    this.page = signIn();
  }

  /** Returns the one of all tests of this process. */
  static ConsoleSession shared() {
    return Shared.SESSION;
  }

  /** Opens the console once more, and signs in. */
  Page signIn() {
    Page opened = browser.open(run.instance.console().orElseThrow());
    opened.resize(WIDTH, HEIGHT);
    // The code of this half minute was used when the authenticator was set up, or at a sign-in.
    ConsoleSignIn.as("sam", run.instance, opened, () -> control.forward("PT30S"));
    return opened;
  }

  /** Makes the window as large as it is at first. */
  void resizeBack() {
    page.resize(WIDTH, HEIGHT);
  }

  Stranger stranger(String address) {
    return new Stranger(URI.create(run.instance.baseUrl()), address);
  }

  /** Attacks from an address, enough to be found. */
  Stranger attacker(String address) {
    Stranger attacker = stranger(address);
    attacker.attack(REQUESTS);
    return attacker;
  }

  /** Goes to a view by its address, and waits until an element shows a text. */
  void see(String view, String selector, String text) {
    go(view);
    page.awaitText(selector, text);
  }

  void go(String view) {
    page.evaluate("location.hash = '#/" + view + "'");
  }

  /** Returns the id that a refused request got in its answer. */
  static String requestId(String answer) {
    JsonNode problem = Running.parse(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    return problem.path("requestId").asText();
  }

  @Override
  public void close() {
    browser.close();
    control.close();
    run.close();
  }
}
