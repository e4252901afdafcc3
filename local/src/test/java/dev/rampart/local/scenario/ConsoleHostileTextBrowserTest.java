package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.browser.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every payload of the inspector's tests in every text that the API answers. */
@Tag("browser")
final class ConsoleHostileTextBrowserTest {
  private static final ConsoleSession SESSION = ConsoleSession.shared();

  /** Elements and attributes that the page itself never makes, and addresses it never links to. */
  private static final String FOREIGN =
      """
      [...document.querySelectorAll('#main *, #bar *')].filter(e =>
        ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'IMG', 'BASE', 'META', 'LINK', 'STYLE']
          .includes(e.tagName)
        || [...e.attributes].some(a => a.name.startsWith('on')
          || ['href', 'src', 'action', 'formaction'].includes(a.name)
            && !/^(#|blob:)/.test(a.value)))
        .map(e => e.outerHTML)
      """;

  /** What is wider than the window, and in nothing that scrolls or cuts. */
  private static final String WIDE =
      """
      document.documentElement.scrollWidth <= innerWidth ? []
        : [...document.querySelectorAll('body *')]
          .filter(e => { if (e.getBoundingClientRect().right <= innerWidth) return false;
            for (let box = e.parentElement; box !== document.body; box = box.parentElement)
              if (getComputedStyle(box).overflowX !== 'visible') return false;
            return true })
          .map(e => e.outerHTML.slice(0, 200))
      """;

  private final Page page = SESSION.page;

  @BeforeAll
  static void attack() {
    ConsoleViews.prepare(SESSION);
  }

  @AfterEach
  void answerAsItIs() {
    page.rewriteNothing();
    SESSION.resizeBack();
    SESSION.go("requests");
  }

  @ParameterizedTest
  @EnumSource
  void they_stay_text(ConsoleViews view) {
    HostileTexts texts = new HostileTexts();
    assertThat(texts.all()).hasSizeGreaterThan(300).anyMatch(text -> text.contains("<script"));
    page.rewrite("*/v1/*", texts::plant);
    int wide = 1280;
    int narrow = 360;
    // Until each has been in each view.
    while (texts.planted() < texts.all().size()) {
      int before = texts.planted();
      SESSION.go("requests");
      page.await("document.querySelector('request-view')");
      view.open(SESSION);
      assertThat(Running.eventually(() -> texts.planted() > before)).as("asked").isTrue();
      page.await("document.querySelector('main .foreign, main .problem')");
      assertThat(strings(FOREIGN)).isEmpty();
      for (int width : List.of(wide, narrow)) {
        page.resize(width, 800);
        // The chart follows the width of the window a moment later.
        assertThat(Running.eventually(() -> strings(WIDE).isEmpty()) ? List.of() : strings(WIDE))
            .as("%s at %d px", view, width)
            .isEmpty();
      }
    }
    assertThat(page.complaints()).isEmpty();
  }

  private List<String> strings(String expression) {
    return page.evaluate(expression).valueStream().map(Object::toString).toList();
  }
}
