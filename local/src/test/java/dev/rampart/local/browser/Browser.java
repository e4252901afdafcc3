package dev.rampart.local.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A headless Chromium of its own, with nothing in its profile. Which one it starts is the system
 * property {@code rampart.browser}.
 */
public final class Browser implements AutoCloseable {
  private static final String PROGRAM = System.getProperty("rampart.browser", "chromium");

  /** What it prints before the address at which it is driven. */
  private static final String LISTENING = "DevTools listening on ";

  private final Path profile;
  private final Process process;
  private final DevTools tools;

  private Browser(Path profile, Process process, URI address) {
    this.profile = profile;
    this.process = process;
    this.tools = new DevTools(address);
  }

  /**
   * Starts a browser, and waits until it can be driven.
   *
   * @throws UncheckedIOException if there is none
   */
  public static Browser start() {
    try {
      Path profile = Files.createTempDirectory("rampart-browser");
      Process process =
          new ProcessBuilder(
                  PROGRAM,
                  "--headless",
                  "--remote-debugging-port=0",
                  "--user-data-dir=" + profile,
                  // Its sandbox needs rights that a container does not have; it sees loopback
                  // alone.
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-quic",
                  "--disable-sync",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--no-first-run",
                  "about:blank")
              .redirectErrorStream(true)
              .start();
      return new Browser(profile, process, address(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI address(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    List<String> printed = new ArrayList<>();
    String line = output.readLine();
    while (line != null) {
      if (line.startsWith(LISTENING)) {
        Thread.ofVirtual().start(() -> drain(output));
        return URI.create(line.substring(LISTENING.length()).strip());
      }
      printed.add(line);
      line = output.readLine();
    }
    throw new IOException("The browser has ended: " + printed);
  }

  /** Nobody reads what it prints later; it must not wait for that. */
  private static void drain(BufferedReader output) {
    output.lines().forEach(_ -> {});
  }

  /** Opens a page that shares no cookies and no storage with others. */
  public Page open(String url) {
    String context =
        tools
            .call("Target.createBrowserContext", DevTools.parameters())
            .path("browserContextId")
            .asText();
    String target =
        tools
            .call(
                "Target.createTarget",
                DevTools.parameters().put("url", "about:blank").put("browserContextId", context))
            .path("targetId")
            .asText();
    ObjectNode attach = DevTools.parameters().put("targetId", target).put("flatten", true);
    String session = tools.call("Target.attachToTarget", attach).path("sessionId").asText();
    Page page = new Page(tools, session);
    page.goTo(url);
    return page;
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    tools.close();
    all.forEach(ProcessHandle::destroyForcibly);
    // They write into the profile until they have ended.
    all.stream().map(ProcessHandle::onExit).forEach(CompletableFuture::join);
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(Browser::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      var _ = Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
