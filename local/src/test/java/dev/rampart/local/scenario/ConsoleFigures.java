package dev.rampart.local.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.browser.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints what {@code benchmarks/console} reports. */
@Tag("browser")
final class ConsoleFigures {
  private static final ConsoleSession SESSION = ConsoleSession.shared();
  private static final int RUNS = 7;

  /** Bytes of files and answers, first paint, and when what the first view asks for was there. */
  private static final String FIRST_VIEW =
      """
      (() => { const all = [...performance.getEntriesByType('navigation'),
            ...performance.getEntriesByType('resource')];
        const isAnswer = entry => entry.name.includes('/v1/');
        const sum = entries => entries.reduce((bytes, entry) => bytes + entry.encodedBodySize, 0);
        const first = name => all.find(entry => entry.name.includes(name)).responseEnd;
        return { files: sum(all.filter(entry => !isAnswer(entry))),
          answers: sum(all.filter(isAnswer).slice(0, 2)),
          paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
          there: Math.max(first('/v1/traffic'), first('/v1/threats')) } })()
      """;

  /** Scrolls the list to its end in 300 frames, and tells how long each took. */
  private static final String SCROLL =
      """
      new Promise(done => { const port = document.querySelector('findings-view .port');
        const step = port.scrollHeight / 300, frames = []; let last;
        const next = at => { if (last) frames.push(at - last); last = at; port.scrollTop += step;
          if (frames.length < 300) requestAnimationFrame(next); else done(frames) };
        requestAnimationFrame(next) })
      """;

  @Test
  void figures() {
    ConsoleViews.prepare(SESSION);
    List<JsonNode> views = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      Page page = SESSION.signIn();
      page.await("document.querySelector('now-view canvas')");
      page.awaitText("now-view .touch", "Live");
      page.await("document.querySelectorAll('now-view .short-list li').length > 0");
      views.add(page.evaluate(FIRST_VIEW));
    }
    print("first view: files, KB", views, "files", 1000);
    print("first view: first two answers, KB", views, "answers", 1000);
    print("first view: first paint, ms", views, "paint", 1);
    print("first view: all answers there, ms", views, "there", 1);
    scroll();
  }

  private static void scroll() {
    Page page = SESSION.page;
    ManyFindings.show(SESSION);
    List<Double> frames =
        page.evaluate(SCROLL).valueStream().map(JsonNode::asDouble).sorted().toList();
    page.rewriteNothing();
    System.out.printf(
        "scrolling 10,000 findings: frames, ms: median %.1f, p95 %.1f, max %.1f; above 50 ms: %d of"
            + " %d%n",
        frames.get(frames.size() / 2),
        frames.get(frames.size() * 95 / 100),
        frames.getLast(),
        frames.stream().filter(frame -> frame > 50).count(),
        frames.size());
  }

  private static void print(String what, List<JsonNode> views, String member, double unit) {
    List<Double> all =
        views.stream().map(view -> view.path(member).asDouble() / unit).sorted().toList();
    System.out.printf(
        "%s: median %.0f, %.0f to %.0f (n = %d)%n",
        what, all.get(all.size() / 2), all.getFirst(), all.getLast(), all.size());
  }
}
