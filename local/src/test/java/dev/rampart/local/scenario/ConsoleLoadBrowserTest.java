package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.browser.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Much to show. */
@Tag("browser")
final class ConsoleLoadBrowserTest {
  private static final ConsoleSession SESSION = ConsoleSession.shared();
  private static final int FILES_BYTES_MAX = 300_000;

  private final Page page = SESSION.page;

  @BeforeAll
  static void attack() {
    ConsoleViews.prepare(SESSION);
  }

  @AfterEach
  void answerAsItIs() {
    page.rewriteNothing();
    SESSION.go("requests");
  }

  @Test
  void ten_thousand_findings_are_a_list_of_the_rows_in_sight() {
    ManyFindings.show(SESSION);
    page.evaluate("document.querySelector('findings-view .port').scrollTop = 1e9");
    page.awaitText("findings-view", ManyFindings.LAST);
    assertThat(
            page.evaluate("document.querySelectorAll('findings-view .space .row').length").asInt())
        .isBetween(5, 60);
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void the_files_of_the_first_view_are_small() {
    Page first = SESSION.signIn();
    first.await("document.querySelector('now-view canvas')");
    int bytes =
        first
            .evaluate(
                """
                [...performance.getEntriesByType('navigation'),
                  ...performance.getEntriesByType('resource')]
                  .filter(entry => !entry.name.includes('/v1/'))
                  .reduce((sum, entry) => sum + entry.encodedBodySize, 0)
                """)
            .asInt();
    assertThat(bytes).isBetween(50_000, FILES_BYTES_MAX);
  }
}
