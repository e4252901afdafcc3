package dev.rampart.local.scenario;

import dev.rampart.local.browser.Browser;
import dev.rampart.local.browser.Page;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.instance.InstanceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures of {@code docs/img} of a run that plays the mixed attack: {@code
 * .ci/console/screenshots} starts it and names its files by the system property {@code
 * rampart.pictured}.
 */
@Tag("browser")
final class Screenshots {
  private static final Path PICTURED = Path.of(property("rampart.pictured"));
  private static final Path PICTURES = Path.of(property("rampart.root"), "docs/img");
  private static final Browser BROWSER = Browser.start();
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 860;
  private static final int ROWS = 26;

  /** Begins with the id. */
  private static final Pattern REQUEST = Pattern.compile("^[0-9a-f]{8}-");

  @AfterAll
  static void stop() {
    BROWSER.close();
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }

  private static Instance instance() throws IOException {
    return new InstanceFile(PICTURED.resolve("instance.json")).read().orElseThrow();
  }

  private static Page open(String url) {
    Page page = BROWSER.open(url);
    page.resize(WIDTH, HEIGHT);
    return page;
  }

  @Test
  void console() throws IOException {
    Instance instance = instance();
    Page page = open(instance.console().orElseThrow());
    page.prefer("dark");
    ConsoleSignIn.as("sam", instance, page, () -> {});
    page.awaitText("now-view", "Under attack");
    page.await("document.querySelectorAll('now-view .requests .row').length > 10");
    page.screenshot(PICTURES.resolve("console.png"));
    page.prefer("light");
    page.evaluate("location.hash = '#/findings'");
    page.awaitText("findings-view", "Burst of probes");
    page.click("findings-view a", "Burst of probes");
    page.awaitText("finding-view", "The sum that made it");
    page.screenshot(PICTURES.resolve("console-finding.png"));
  }

  @Test
  void sign_in() throws IOException {
    Page page = open(instance().console().orElseThrow());
    page.click("button", "Sign in");
    page.await("document.querySelector('#username')");
    page.screenshot(PICTURES.resolve("sign-in.png"));
  }

  @Test
  void request_log() throws IOException {
    List<String> during =
        Files.readAllLines(PICTURED.resolve("requests.txt")).stream()
            .takeWhile(line -> !line.startsWith("attack: over"))
            .filter(line -> REQUEST.matcher(line).find())
            .toList();
    int middle = during.size() / 2;
    terminal("request-log.png", during.subList(middle, Math.min(during.size(), middle + ROWS)));
  }

  @Test
  void inbox() throws IOException {
    List<String> lines = Files.readAllLines(PICTURED.resolve("inbox.txt"));
    terminal("inbox.png", lines.subList(0, Math.min(lines.size(), ROWS)));
  }

  /** Shows lines as a terminal does. */
  private static void terminal(String picture, List<String> lines) {
    String html =
        """
        <!doctype html><meta charset="utf-8"><style>
        body { margin: 0; background: #14181d; }
        pre { margin: 0; padding: 18px 22px; color: #d5dbe1; font: 12.5px/1.75 monospace;
          white-space: pre-wrap; overflow-wrap: anywhere; }
        </style><pre></pre>
        """;
    Page page =
        open(
            "data:text/html;base64,"
                + Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8)));
    page.show("pre", String.join("\n", lines));
    page.resize(WIDTH, page.evaluate("document.querySelector('pre').offsetHeight").asInt());
    page.screenshot(PICTURES.resolve(picture));
  }
}
