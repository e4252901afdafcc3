package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.browser.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everybody can use every view: axe-core, in the file that the system property {@code rampart.axe}
 * names, finds nothing, and the keyboard alone reaches everything.
 */
@Tag("browser")
final class ConsoleAccessibilityBrowserTest {
  private static final ConsoleSession SESSION = ConsoleSession.shared();

  /** WCAG 2.2 at level AA, and what axe's authors call good practice. */
  private static final String AXE =
      """
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
        'best-practice']}).then(found => found.violations.map(
          rule => rule.id + ': ' + rule.nodes.map(node => node.target.join(' ')).join(', ')))
      """;

  /** What a person can operate and see: it has to get the focus. */
  private static final String OPERABLE =
      """
      [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(e =>
        !e.disabled && e.checkVisibility({visibilityProperty: true, opacityProperty: true})
        && !e.closest('details:not([open]) > :not(summary)'))
      """;

  private static final int TABS_MIN = 10;
  private static final int TABS_MAX = 600;

  private static final List<Integer> WIDTHS = List.of(360, 1280, 2560);

  private final Page page = SESSION.page;

  @BeforeAll
  static void attack() throws IOException {
    ConsoleViews.prepare(SESSION);
    var _ =
        SESSION.page.evaluate(
            Files.readString(Path.of(Objects.requireNonNull(System.getProperty("rampart.axe")))));
  }

  @AfterAll
  static void asBefore() {
    SESSION.page.prefer("light");
    SESSION.resizeBack();
  }

  private List<String> violations() {
    return page.evaluate(AXE).valueStream().map(JsonNode::asText).toList();
  }

  @ParameterizedTest
  @EnumSource
  void nobody_is_kept_out(ConsoleViews view) {
    for (String scheme : List.of("light", "dark")) {
      page.prefer(scheme);
      for (int width : WIDTHS) {
        page.resize(width, 900);
        view.open(SESSION);
        assertThat(violations()).as("%s at %d px", scheme, width).isEmpty();
        page.await("document.documentElement.scrollWidth <= innerWidth");
      }
    }
  }

  @Test
  void dialogs_keep_nobody_out() {
    SESSION.resizeBack();
    ConsoleViews.BLOCKS.open(SESSION);
    page.click("blocks-view button", "Block a source");
    page.await("document.querySelector('dialog[open]')");
    assertThat(violations()).isEmpty();
    page.press(Page.Key.Escape);
    page.await("!document.querySelector('dialog')");
    page.click("[aria-label^='Undo the block of']");
    page.await("document.querySelector('dialog[open]')");
    assertThat(violations()).isEmpty();
    page.press(Page.Key.Escape);
    page.await("!document.querySelector('dialog')");
    page.click("#help");
    page.await("document.querySelector('dialog[open]')");
    assertThat(violations()).isEmpty();
    page.press(Page.Key.Escape);
    page.await("!document.querySelector('dialog[open]')");
  }

  @ParameterizedTest
  @EnumSource
  void the_keyboard_alone_reaches_everything_and_shows_where_it_is(ConsoleViews view) {
    SESSION.resizeBack();
    view.open(SESSION);
    page.evaluate("scrollTo(0, 0); document.activeElement.blur(); window.reached = new Set()");
    for (int tabs = 0; tabs < TABS_MAX && (tabs < TABS_MIN || !unreached().isEmpty()); tabs++) {
      page.press(Page.Key.Tab);
      JsonNode shown =
          page.evaluate(
              """
              (() => { const e = document.activeElement; window.reached.add(e);
                const s = getComputedStyle(e);
                return e === document.body || s.outlineStyle !== 'none'
                  && parseFloat(s.outlineWidth) >= 1 || e.outerHTML.slice(0, 200) })()
              """);
      assertThat(shown.asText()).as("focus is seen").isEqualTo("true");
    }
    assertThat(unreached()).isEmpty();
  }

  private List<String> unreached() {
    return page.evaluate(
            OPERABLE + ".filter(e => !reached.has(e)).map(e => e.outerHTML.slice(0, 200))")
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }
}
